import { parseArgs } from 'node:util';
import { type FuzzFormat, formats } from './make-file.ts';
import { runFuzz, type Tally } from './run.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    runs: { type: 'string', default: '2000' },
    formats: { type: 'string', default: weighted().join() },
    minutes: { type: 'string', default: '20' },
    show: { type: 'string', default: '10' },
  },
});

/** Text is what the damages are about; PDF takes the most time. What Word wrote once comes in between. */
function weighted(): FuzzFormat[] {
  const most: FuzzFormat[] = [
    'txt',
    'html',
    'txt',
    'md',
    'txt',
    'docx',
    'txt',
    'gb',
    'txt',
    'md',
    'html',
    'txt',
    'docx',
    'txt',
    'txt',
    'pdf',
  ];
  return [...most, 'rtf', 'doc', ...most, 'mht', 'zip'];
}

const wanted = values.formats
  .split(',')
  .filter((name): name is FuzzFormat => formats.some((f) => f === name));
const started = performance.now();
const result = await runFuzz(
  {
    seed: Number(values.seed),
    runs: Number(values.runs),
    formats: wanted,
    deadline: Number(values.minutes) * 60_000,
  },
  (done) => done % 100 === 0 && process.stderr.write(`\r${done} reports`),
);
const seconds = (performance.now() - started) / 1000;

function row(name: string, tally: Tally): string {
  const share = ((tally.warned / Math.max(1, tally.cells)) * 100).toFixed(2);
  const columns = [tally.reports, tally.cells, tally.wrong, tally.warned, `${share} %`];
  return [name.padEnd(44), ...columns.map((value) => String(value).padStart(10))].join('');
}

const header = ['reports', 'cells', 'wrong', 'warned', 'share'].map((name) => name.padStart(10)).join('');
const print = (lines: string[]) => process.stdout.write(`${lines.join('\n')}\n`);
print([
  `seed ${values.seed}, ${seconds.toFixed(1)} s; wrong: without a warning that names the cell`,
  ''.padEnd(44) + header,
  row('all', result.total),
  row('nothing lost by the damage', result.readable),
  ...[...result.byFormat].sort().map(([name, tally]) => row(`format ${name}`, tally)),
  ...[...result.byDamage].sort().map(([name, tally]) => row(name, tally)),
  `errors found in reports whose figures are consistent: ${result.accused.length}`,
  ...[...result.examples, ...result.accused].slice(0, Number(values.show)),
]);
process.exitCode = result.total.wrong || result.accused.length ? 1 : 0;
