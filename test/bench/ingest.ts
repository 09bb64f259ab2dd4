import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readFiles } from '../../src/ingest/read-files.ts';
import { WorkerPool } from '../../src/ingest/worker-pool.ts';
import { type FuzzFormat, makeFile } from '../fuzz/make-file.ts';
import { fivePagePdf } from './five-pages.ts';

/**
 * How many reports a second are read, by format, with one worker a core; then whether memory stays flat.
 *   npm run bench:ingest -- --seconds 10 --soak 10000
 */
const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '8' }, soak: { type: 'string', default: '10000' } },
});

const targets: [FuzzFormat, number][] = [
  ['txt', 150],
  ['html', 150],
  ['docx', 40],
  ['pdf', 5],
];
/** So many different files are read over and over. */
const different = 40;

const folder = mkdtempSync(join(tmpdir(), 'nianbao-bench-'));
const pool = new WorkerPool();
try {
  console.log(`${availableParallelism()} cores, Node ${process.version}`);
  for (const [format, target] of targets) {
    const paths = await writeReports(format, format === 'pdf' ? 10 : different);
    await read(repeat(paths, paths.length), paths.length);
    const { rate, processor } = await measure(paths, Number(values.seconds));
    const measured = `${rate.toFixed(1).padStart(7)} reports/s, ${processor.toFixed(1)} ms of processor time each`;
    console.log(`${format.padEnd(5)} ${measured}   (target ${target}/s)`);
  }
  await soak(Number(values.soak));
} finally {
  await pool.close();
  rmSync(folder, { recursive: true });
}

async function writeReports(format: FuzzFormat, count: number): Promise<string[]> {
  const paths: string[] = [];
  for (let seed = 1; seed <= count; seed++) {
    const bytes = format === 'pdf' ? await fivePagePdf(seed) : (await makeFile(seed, format)).bytes;
    const path = join(folder, `${seed}.${format}`);
    writeFileSync(path, bytes);
    paths.push(path);
  }
  return paths;
}

/** Reports a second, and what one costs: the second figure holds on a machine that is busy with other things too. */
async function measure(
  paths: readonly string[],
  seconds: number,
): Promise<{ rate: number; processor: number }> {
  const started = performance.now();
  const before = process.cpuUsage();
  const until = started + seconds * 1000;
  const done = await read(repeat(paths, Number.POSITIVE_INFINITY, until), Number.POSITIVE_INFINITY);
  const { user, system } = process.cpuUsage(before);
  return { rate: done / ((performance.now() - started) / 1000), processor: (user + system) / 1000 / done };
}

function* repeat(
  paths: readonly string[],
  count: number,
  until = Number.POSITIVE_INFINITY,
): Generator<string> {
  for (let i = 0; i < count && performance.now() < until; i++) yield paths[i % paths.length] ?? '';
}

async function read(paths: Iterable<string>, count: number, each?: (done: number) => void): Promise<number> {
  let done = 0;
  for await (const [first] of readFiles(paths, { pool })) {
    if (!first || 'error' in first) throw new Error(`${first?.path} was refused: ${JSON.stringify(first)}`);
    done++;
    each?.(done);
    if (done >= count) break;
  }
  return done;
}

/** Resident memory after every tenth of the files, text and web pages in turn. */
async function soak(count: number): Promise<void> {
  const paths = [...(await writeReports('txt', different)), ...(await writeReports('html', different))];
  const step = Math.max(1, Math.floor(count / 10));
  await read(repeat(paths, count), count, (done) => {
    if (done % step) return;
    const megabytes = Math.round(process.memoryUsage().rss / 1024 / 1024);
    console.log(`memory after ${String(done).padStart(6)} files: ${megabytes} MB`);
  });
}
