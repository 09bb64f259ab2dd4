import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { packageRoot } from '../../src/package-root.ts';
import { load, machine } from '../bench/machine.ts';
import { markdown } from '../bench/markdown.ts';
import { withSection } from '../bench/section.ts';
import { type Told, type Trial, trials } from './trials.ts';

/**
 * npm run soak -- --kills 200 --damages 200 --seed 1     about eight minutes; ends with 1 when anything was wrong
 *   --only kill,disk     trials whose name has one of these words in it
 *   --write              the figures go into docs/reliability.md, when all was tried and nothing was wrong
 */
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    damages: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});
const started = performance.now();
const folder = mkdtempSync(join(tmpdir(), 'nianbao-soak-'));
// Another user tries the read-only folder.
chmodSync(folder, 0o755);
const told: [name: string, Told][] = [];

try {
  const setting = {
    folder,
    seed: Number(values.seed),
    kills: Number(values.kills),
    damages: Number(values.damages),
  };
  const onProgress = (text: string) => process.stderr.write(`\r${text} `);
  const words = values.only?.toLowerCase().split(',') ?? [''];
  const isWanted = ({ name }: Trial) => words.some((word) => name.toLowerCase().includes(word));
  for (const trial of trials({ ...setting, onProgress }).filter(isWanted)) await carryOut(trial);
  if (values.write) write();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function carryOut({ name, run }: Trial): Promise<void> {
  process.stderr.write(`… ${name}`);
  const from = performance.now();
  const result = await run();
  told.push([name, result]);
  const seconds = ((performance.now() - from) / 1000).toFixed(0);
  const { tried, outcome, wrong } = result;
  process.stderr.write('\r\x1b[K');
  process.stdout.write(`${wrong.length ? 'FAIL' : 'ok  '} ${name}: ${tried} (${seconds} s)\n`);
  process.stdout.write(`     ${wrong.length ? `${wrong.length} times wrong` : outcome}\n`);
  for (const text of wrong.slice(0, 20)) process.stdout.write(`     ${text}\n`);
  if (wrong.length > 0) process.exitCode = 1;
}

function write(): void {
  if (process.exitCode || values.only) {
    process.stderr.write('not written: only a whole run in which nothing was wrong is\n');
    return;
  }
  const minutes = ((performance.now() - started) / 60_000).toFixed(0);
  const command = ['npm run soak', ...(process.argv.length > 2 ? ['--', ...process.argv.slice(2)] : [])].join(
    ' ',
  );
  const date = new Date().toISOString().slice(0, 10);
  const text = [
    `\`${command}\`, ${date}, ${minutes} minutes, load at the end ${load()}. ${machine()}.`,
    markdown(
      ['fault', 'tried', 'outcome'],
      told.map(([name, { tried, outcome }]) => [name, tried, outcome]),
    ),
  ].join('\n\n');
  const page = join(packageRoot, 'docs', 'reliability.md');
  writeFileSync(page, withSection(readFileSync(page, 'utf8'), 'soak', text));
}
