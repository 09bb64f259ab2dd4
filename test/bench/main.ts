import { mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Archives } from './archives.ts';
import { load, machine } from './machine.ts';
import { resultsPage } from './page.ts';
import { full, type Profile, quick } from './profiles.ts';
import { publish } from './publish.ts';
import { type Question, questions } from './questions.ts';
import { type Part, Results } from './results.ts';

/**
 * npm run bench                     quick: under ten minutes
 * npm run bench -- --full           up to 200,000 reports and 500,000 passages: under half an hour
 *   --only start,ask   --sizes 1000,50000   --write
 *   --folder DIR       archives and what was measured are kept there; a run that was broken off goes on where it was
 *
 * Prints Markdown; progress goes to standard error. With `--write` the results replace those of the same measurements
 * in docs/benchmarks.md.
 */
const { values: options } = parseArgs({
  options: {
    full: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    sizes: { type: 'string' },
    folder: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});
const profile: Profile = options.full ? full : quick;
const sizes = (options.sizes?.split(',').map(Number) ?? profile.sizes).sort((a, b) => a - b);
const folder = options.folder ?? join(tmpdir(), `nianbao-bench-${process.pid}`);
const command = ['npm run bench', ...(process.argv.length > 2 ? ['--', ...process.argv.slice(2)] : [])].join(
  ' ',
);
const started = performance.now();

mkdirSync(folder, { recursive: true });
const results = Results.open(join(folder, `${profile.name}.json`));
const failed: string[] = [];
await measureAll();
console.log(resultsPage(results.all, command, {}));
if (options.write) await publish(profile.name, results.all, command);
if (failed.length > 0) {
  process.exitCode = 1;
  tell(`failed: ${failed.join('; ')}. Again, without what is done: --folder ${folder}`);
} else {
  rmSync(join(folder, `${profile.name}.json`), { force: true });
  if (!options.folder) rmSync(folder, { recursive: true, force: true });
}

async function measureAll(): Promise<void> {
  const wanted = questions.filter(({ name }) => !options.only || options.only.split(',').includes(name));
  const archives = new Archives(folder);
  if (wanted.some(({ bySize }) => bySize)) archives.make(sizes, tell);
  for (const question of wanted)
    for (const size of question.bySize ? sizes : [0]) await measure(question, archives, size);
}

/** One that fails costs its part of the page, not the others. */
async function measure(question: Question, archives: Archives, size: number): Promise<void> {
  const title = `${question.title}${size ? `, ${size.toLocaleString('en')} reports` : ''}`;
  if (results.has(question.name, size)) return tell(`${title}: measured before`);
  tell(title);
  const from = performance.now();
  try {
    const measured = await question.measure(profile, archives, size);
    results.take({ question: question.name, size, ...measured, ...circumstances(from) });
  } catch (error) {
    failed.push(title);
    tell(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
}

function circumstances(from: number): Pick<Part, 'date' | 'machine' | 'load' | 'seconds'> {
  const date = new Date().toISOString().slice(0, 10);
  return { date, machine: machine(), load: load(), seconds: Math.round((performance.now() - from) / 1000) };
}

function tell(text: string): void {
  process.stderr.write(`${((performance.now() - started) / 1000).toFixed(0).padStart(5)} s  ${text}\n`);
}
