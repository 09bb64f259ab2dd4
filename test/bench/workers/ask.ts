import { openApp } from '../../../src/app.ts';
import { knownReports, RECEIVED } from '../corpus/known.ts';
import { type Lap, lap } from './stopwatch.ts';

interface Kind {
  kind: string;
  /** Answers of these kinds are to the point. */
  right: string[];
  ask(
    report: ReturnType<typeof knownReports>[number],
    other: ReturnType<typeof knownReports>[number],
  ): string;
}

export interface Asked {
  kind: string;
  laps: Lap[];
  /** How many answers were of the right kind (values: of the right figure too). */
  right: number;
}

const THEMES = [
  '微信公众号',
  '政府开放日',
  '政策解读',
  '依申请公开答复',
  '业务培训',
  '门户网站专栏',
  '责任追究',
];
const KINDS: Kind[] = [
  {
    kind: 'value',
    right: ['value'],
    ask: ({ agency, year }) => `${agency.name}${year}年新收政府信息公开申请多少件`,
  },
  { kind: 'trend', right: ['trend'], ask: ({ agency }) => `${agency.name}近三年收到申请的变化` },
  {
    kind: 'comparison',
    right: ['comparison'],
    ask: ({ agency, year }, other) => `${agency.name}和${other.agency.name}${year}年收到的申请谁多`,
  },
  { kind: 'ranking', right: ['ranking'], ask: ({ year }) => `${year}年收到申请最多的前十名` },
  {
    kind: 'ranking in a province',
    right: ['ranking', 'not-held'],
    ask: ({ agency, year }) => `${agency.region.province}${year}年不予公开最多的单位`,
  },
  { kind: 'ranking by a rate', right: ['ranking'], ask: ({ year }) => `${year}年公开率最低的五个单位` },
  { kind: 'aggregate', right: ['aggregate'], ask: ({ year }) => `${year}年全部单位新收申请一共多少件` },
  { kind: 'mean', right: ['aggregate'], ask: ({ year }) => `${year}年各单位平均收到多少件申请` },
  { kind: 'count', right: ['aggregate'], ask: ({ year }) => `${year}年收到申请超过100件的单位有多少家` },
  {
    kind: 'passages',
    right: ['passages'],
    ask: ({ year }, other) =>
      `${year}年哪些单位提到${THEMES[Number.parseInt(other.id.slice(-4), 16) % THEMES.length]}`,
  },
  { kind: 'problems', right: ['problems'], ask: ({ agency, year }) => `${agency.name}${year}年存在什么问题` },
  { kind: 'not held', right: ['not-held'], ask: ({ agency }) => `${agency.name}2012年收到多少件申请` },
];

/** FOLDER COUNT TIMES: so many different questions of each kind, in a warm process. */
async function measure(folder: string, count: number, times: number): Promise<Asked[]> {
  const app = await openApp({ dataDir: folder, mode: 'read' });
  const reports = knownReports(count, times + WARM);
  const all: Asked[] = [];
  for (const { kind, right, ask } of KINDS) {
    const asked: Asked = { kind, laps: [], right: 0 };
    for (const [i, report] of reports.entries()) {
      const other = reports[(i * 7 + 3) % reports.length] ?? report;
      const { result, ...taken } = await lap(() => app.ask(ask(report, other)));
      if (i < WARM) continue;
      asked.laps.push(taken);
      const value = kind !== 'value' || result.answer.values[0]?.value === report.readings[RECEIVED]?.value;
      if (value && right.includes(result.answer.kind)) asked.right++;
      else if (process.env.BENCH_WRONG)
        console.error(kind, ask(report, other), result.answer.kind, result.answer.text.slice(0, 200));
    }
    all.push(asked);
  }
  await app.close();
  return all;
}

/** Questions of each kind before the first that counts: the engine is still compiling, which a running bot has behind it. */
const WARM = 100;
const [folder = '', count = '', times = ''] = process.argv.slice(2);
console.log(JSON.stringify(await measure(folder, Number(count), Number(times))));
