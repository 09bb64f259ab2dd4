/**
 * npm run bench:search [-- SIZE…]     (default 50000 200000 500000)
 *
 * Search over generated passages, beside SQLite FTS5, plain MiniSearch, FlexSearch and Orama on the same terms and
 * the same 200 queries. Prints Markdown; progress goes to standard error.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { packageRoot } from '../../../src/package-root.ts';
import { quantile } from './latency.ts';
import { engineTable, nameTable, overlap, targetTable } from './tables.ts';
import type { Figures } from './worker.ts';

const SIZES = [50_000, 200_000, 500_000];
/** What takes longer or more memory than it tells is left out of the larger sizes. */
const LARGEST: Record<string, number> = {
  nianbao: Number.POSITIVE_INFINITY,
  fts5: Number.POSITIVE_INFINITY,
  minisearch: 200_000,
  flexsearch: 50_000,
  orama: 50_000,
};
const RUNS = 3;
const ROUNDS = 5;
/** What takes longer is left out of the tables. */
const LONGEST_MS = 600_000;

installPeers();
const sizes = process.argv.slice(2).map(Number);
for (const size of sizes.length > 0 ? sizes : SIZES) {
  const results = new Map<string, Figures>();
  for (const [name, largest] of Object.entries(LARGEST)) {
    if (size > largest) continue;
    const runs = name === 'nianbao' || name === 'fts5' ? RUNS : 1;
    const all = Array.from({ length: runs }, (_, i) =>
      child<Figures>(`${name} ${size}`, `${i + 1}/${runs}`, [name, String(size), String(ROUNDS)]),
    ).filter((figures) => figures !== undefined);
    const [first] = all;
    if (first) results.set(name, { ...first, ...medians(all) });
  }
  console.log(`\n### ${size.toLocaleString('en')} passages\n`);
  console.log(engineTable(results, size));
  console.log(`\n${targetTable(results, size)}`);
  const [ours, plain] = [results.get('nianbao'), results.get('minisearch')];
  if (ours && plain)
    console.log(`\nSame ten as plain MiniSearch, ties aside: ${overlap(ours.found, plain.found)}`);
}
console.log(`\n### Names\n\n${nameTable(child('names', '1/1', ['names']) ?? [])}`);

function medians(all: readonly Figures[]): Pick<Figures, 'buildMs' | 'bytes' | 'p50' | 'p95'> {
  const of = (pick: (figures: Figures) => number) => quantile(all.map(pick), 0.5);
  return {
    buildMs: of((f) => f.buildMs),
    bytes: of((f) => f.bytes),
    p50: of((f) => f.p50),
    p95: of((f) => f.p95),
  };
}

/** Undefined when it took too long. */
function child<T>(what: string, run: string, args: readonly string[]): T | undefined {
  process.stderr.write(`${what} (${run}) …`);
  const start = performance.now();
  const worker = fileURLToPath(new URL('./worker.js', import.meta.url));
  const node = ['--expose-gc', '--max-old-space-size=8192', worker, ...args];
  const options = {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    timeout: LONGEST_MS,
    killSignal: 'SIGKILL',
  } as const;
  const { status, stdout, stderr, error } = spawnSync(process.execPath, node, options);
  if (error && 'code' in error && error.code === 'ETIMEDOUT') {
    process.stderr.write(' given up\n');
    return undefined;
  }
  process.stderr.write(` ${((performance.now() - start) / 1000).toFixed(0)} s\n`);
  if (status !== 0) throw new Error(`${what} failed: ${stderr}`);
  return JSON.parse(stdout) as T;
}

function installPeers(): void {
  const folder = `${packageRoot}/test/bench/peers`;
  if (existsSync(`${folder}/node_modules`)) return;
  process.stderr.write(
    `installing what is compared with into ${folder} (once; better-sqlite3 may be compiled) …\n`,
  );
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: folder,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0)
    throw new Error(`npm ci failed in ${folder}: without it there is nothing to compare with`);
}
