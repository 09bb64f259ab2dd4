import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { clockBack, otherVersion } from './clocks.ts';
import { damageAtRandom } from './damaging.ts';
import { killAtRandom } from './killing.ts';
import { killIngest } from './programs.ts';
import { fullDisk, noHandles, readOnly } from './refusing.ts';
import { rivals } from './rivals.ts';

/** `npm run soak -- --kills 200 --damages 120 --seed 1`: about five minutes. */
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    damages: { type: 'string', default: '120' },
    seed: { type: 'string', default: '1' },
  },
});
const seed = Number(values.seed);
const folder = mkdtempSync(join(tmpdir(), 'nianbao-soak-'));
// Another user tries the read-only folder.
chmodSync(folder, 0o755);

/** One line a fault: what was done, how often, and what was wrong afterwards. */
const trials: [string, () => object | Promise<object>][] = [
  ['SIGKILL at random moments', () => kills(Number(values.kills))],
  ['SIGKILL of nianbao ingest', () => killIngest(join(folder, 'ingest'), seed, 8, 200)],
  ['disk full', () => fullDisk(join(folder, 'full'), seed)],
  ['read-only folder', () => readOnly(join(folder, 'read-only'), seed)],
  ['file handles exhausted', () => noHandles(join(folder, 'handles'), seed)],
  ['files cut or bits changed', () => damageAtRandom(join(folder, 'damage'), seed, Number(values.damages))],
  ['six processes at once', () => rivals(join(folder, 'rivals'), 10, 6)],
  ['clock going back', () => ({ wrong: clockBack(join(folder, 'clock')) })],
  ['snapshots of another version', () => ({ wrong: otherVersion(join(folder, 'version')) })],
];

function kills(rounds: number) {
  const onRound = (done: number) => process.stderr.write(`\r${done}/${rounds} kills `);
  return killAtRandom({ folder: join(folder, 'kills'), seed, rounds, longestMs: 600, onRound });
}

try {
  for (const [name, trial] of trials) {
    const start = Date.now();
    const figures = await trial();
    const { wrong = [], ...counts } = figures as { wrong?: string[] };
    process.stderr.write('\r');
    const seconds = ((Date.now() - start) / 1000).toFixed(1);
    process.stdout.write(
      `${wrong.length ? 'FAIL' : 'ok  '} ${name}: ${JSON.stringify(counts)} ${seconds} s\n`,
    );
    for (const text of wrong.slice(0, 20)) process.stdout.write(`     ${text}\n`);
    if (wrong.length > 0) process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
