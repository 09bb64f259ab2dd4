import type { Answer } from '../../src/model/answer.ts';
import type { Archives } from './archives.ts';
import { knownReports, RECEIVED } from './corpus/known.ts';
import { type Figure, median, medians, reportCount, upToPlenty } from './figure.ts';
import { type Told, talk } from './talk.ts';

/** How long after its start does the program give the first right answer, over so many reports? What does it hold then? */
export async function measureStart(archives: Archives, count: number, runs: number): Promise<Figure[]> {
  const { path } = archives.get(count);
  const [report] = knownReports(count, 1);
  if (!report) throw new RangeError('nothing to ask about');
  const { name } = report.agency;
  const questions = [
    `${name}${report.year}年新收政府信息公开申请多少件`,
    `${report.year}年收到申请最多的前十名`,
    '哪些单位的门户网站设有专栏',
  ];
  const all: Record<'value' | 'ranking' | 'passages', Told>[] = [];
  for (let run = 0; run < runs; run++) {
    const told = await talk(['chat', '--json', '--data', path], questions);
    const [value, ranking, passages] = told;
    if (!value || !ranking || !passages) throw new Error(`${told.length} of ${questions.length} answers`);
    const answer = JSON.parse(value.line) as Answer;
    const right = report.readings[RECEIVED]?.value;
    if (answer.values[0]?.value !== right) throw new Error(`${questions[0]}: not ${right} but ${value.line}`);
    all.push({ value, ranking, passages });
  }
  const at = reportCount(count);
  const seconds = (pick: (run: (typeof all)[number]) => { ms: number; processor: number }) => {
    const { value, processor } = medians(all.map(pick));
    return { value: value / 1000, processor: processor / 1000, unit: 's' as const };
  };
  return [
    {
      what: 'start to the first right answer',
      at,
      ...seconds((run) => run.value),
      ...upToPlenty(count, 5),
      because: 'reading the shards, the columns and the names',
    },
    { what: 'start to the first ranking, second question', at, ...seconds((run) => run.ranking) },
    {
      what: 'start until every kind was answered (all indexes loaded)',
      at,
      ...seconds((run) => run.passages),
      ...upToPlenty(count, 5),
      because: 'reading the passage snapshot and the dictionary',
    },
    {
      what: 'resident memory then',
      at,
      value: median(all.map((run) => run.passages.resident)) / 1e6,
      unit: 'MB',
      ...upToPlenty(count, 1500),
    },
  ];
}
