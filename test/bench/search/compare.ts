import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../../src/package-root.ts';
import { runChild } from '../child.ts';
import type { Hit } from './engines.ts';
import { quantile } from './latency.ts';
import type { Figures } from './worker.ts';

export interface Comparison {
  /** Number of passages. */
  size: number;
  engines: ReadonlyMap<string, Figures>;
  /** What MiniSearch's own exhaustive search finds, for all of the queries or the first of them. */
  best: Hit[][] | undefined;
}

/** How often an engine is run, each time in a process of its own, and how often its 200 queries are asked in each. */
interface Effort {
  runs: number;
  rounds: number;
  /** What takes longer or more memory than it tells is left out of larger sizes. */
  largest: number;
}

/** A query of FTS5 takes as long the first time; ours is compiled by V8 while it is asked. */
const EFFORTS: Record<string, Effort> = {
  nianbao: { runs: 3, rounds: 5, largest: Number.POSITIVE_INFINITY },
  fts5: { runs: 3, rounds: 1, largest: Number.POSITIVE_INFINITY },
  minisearch: { runs: 1, rounds: 1, largest: 200_000 },
  flexsearch: { runs: 1, rounds: 3, largest: 50_000 },
  orama: { runs: 1, rounds: 1, largest: 50_000 },
};
/** What may be left out of a quick comparison, where it takes minutes. */
const QUICK_LARGEST = 20_000;

/** The engines over so many passages, on the same terms and the same 200 queries. */
export function compare(size: number, quick: boolean): Comparison {
  installPeers();
  const engines = new Map<string, Figures>();
  for (const [name, { runs, rounds, largest }] of Object.entries(EFFORTS)) {
    const most = quick && largest !== Number.POSITIVE_INFINITY ? QUICK_LARGEST : largest;
    if (size > most) continue;
    const all = Array.from({ length: runs }, (_, i) => {
      process.stderr.write(
        `\r        ${name}, ${size.toLocaleString('en')} passages, run ${i + 1} of ${runs} `,
      );
      return child<Figures>([name, String(size), String(rounds)]);
    });
    const [first] = all;
    if (first) engines.set(name, { ...first, ...medians(all) });
  }
  const best = engines.get('minisearch')?.found ?? child<Hit[][]>(['best', String(size)]);
  process.stderr.write('\n');
  return { size, engines, best };
}

export function names(): { label: string; value: string }[] {
  return child(['names']);
}

function child<T>(args: readonly string[]): T {
  return JSON.parse(runChild('./search/worker.js', args)) as T;
}

function medians(all: readonly Figures[]): Pick<Figures, 'buildMs' | 'bytes' | 'p50' | 'p95'> {
  const of = (pick: (figures: Figures) => number) => quantile(all.map(pick), 0.5);
  return {
    buildMs: of((f) => f.buildMs),
    bytes: of((f) => f.bytes),
    p50: of((f) => f.p50),
    p95: of((f) => f.p95),
  };
}

function installPeers(): void {
  const folder = join(packageRoot, 'test', 'bench', 'peers');
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
