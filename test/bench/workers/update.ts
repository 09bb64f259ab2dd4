import { openApp } from '../../../src/app.ts';
import type { Report } from '../../../src/model/report.ts';
import { RECEIVED } from '../corpus/known.ts';
import { agencies } from '../corpus/places.ts';
import { corrected, reportsOf, YEARS } from '../corpus/reports.ts';
import { type Lap, lap } from './stopwatch.ts';

export interface Updates {
  add: Lap[];
  replace: Lap[];
  remove: Lap[];
  /** The first question about what has just come in, and the first search. */
  ask: Lap[];
  search: Lap[];
  bytes: number[];
}

/** FOLDER COUNT TIMES: adds, replaces and removes reports that the archive does not hold, one at a time. */
async function measure(folder: string, count: number, times: number): Promise<Updates> {
  const app = await openApp({ dataDir: folder, mode: 'write' });
  const updates: Updates = { add: [], replace: [], remove: [], ask: [], search: [], bytes: [] };
  const question = (report: Report) => `${report.agency.name}${report.year}年新收政府信息公开申请多少件`;
  await app.ask('2023年收到申请最多的前十名');
  await app.ask('哪些单位的门户网站设有专栏');
  for (const report of strangers(count, times)) {
    const written = app.library.written;
    updates.add.push(await lap(() => app.library.put(report)));
    updates.bytes.push(app.library.written - written);
    const asked = await lap(() => app.ask(question(report)));
    const { answer } = asked.result;
    const right = report.readings[RECEIVED]?.value;
    if (answer.kind !== 'clarify' && answer.values[0]?.value !== right)
      throw new Error(`${question(report)}: not ${right} but ${JSON.stringify(answer)}`);
    updates.ask.push(asked);
    const mark = `编号${report.id}的勘误`;
    updates.replace.push(await lap(() => app.library.put(corrected(report, mark))));
    const found = await lap(() => app.library.searchPassages(mark, { limit: 1 }));
    if (found.result[0]?.reportId !== report.id) throw new Error(`${mark} is not found at once`);
    updates.search.push(found);
    updates.remove.push(await lap(() => app.library.remove(report.id)));
  }
  await app.close();
  return updates;
}

/** Reports of agencies beyond those held. */
function strangers(count: number, times: number): Report[] {
  const found: Report[] = [];
  let number = 0;
  for (const agency of agencies()) {
    if (found.length === times) break;
    if (number++ <= count / YEARS.length) continue;
    const [, , , , report] = reportsOf(agency, number);
    if (report) found.push(report);
  }
  return found;
}

const [folder = '', count = '', times = ''] = process.argv.slice(2);
console.log(JSON.stringify(await measure(folder, Number(count), Number(times))));
