import { measure, part, type Result, withLibrary } from './run.ts';

/** `npm run retrieval [-- --misses]`: how well passages are found, beside plain BM25 and SQLite. */
const results = await withLibrary(measure);
print('                                tuned              held out        answered though');
print('                            MRR@10 recall@10   MRR@10 recall@10   nothing holds it');
for (const result of results) print(line(result));
if (process.argv.includes('--misses')) printMisses(results);

function line({ name, lists }: Result): string {
  if (!lists) return `${name.padEnd(27)} not installed: npm ci --prefix test/bench/peers`;
  const tuned = part(lists, false);
  const aside = part(lists, true);
  const nothing = lists.filter(({ judged }) => judged.relevant.length === 0);
  const wrongly = nothing.filter(({ ids }) => ids.length > 0).length;
  const figures = [tuned.mrr, tuned.recall, aside.mrr, aside.recall].map((n) => n.toFixed(3).padStart(9));
  return `${name.padEnd(25)}${figures.slice(0, 2).join('')} ${figures.slice(2).join('')}   ${wrongly} of ${nothing.length}`;
}

/** Only of the part that may be tuned on. */
function printMisses([first, asked]: readonly Result[]): void {
  for (const { name, lists = [] } of [first, asked].flatMap((one) => one ?? [])) {
    print(`\n${name}`);
    for (const { judged, ids } of lists) {
      const right =
        ids.length === 0 || judged.relevant.length === 0 ? ids.length === judged.relevant.length : true;
      const good =
        right && judged.relevant.every((id) => ids.includes(id)) && judged.relevant[0] !== undefined;
      const first = judged.relevant.includes(ids[0] ?? '') || judged.relevant.length === 0;
      if (judged.heldOut || (good && first) || (judged.relevant.length === 0 && ids.length === 0)) continue;
      print(`${judged.question}  [${judged.relevant.join(' ')}]  ${ids.slice(0, 6).join(' ')}`);
    }
  }
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
