import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { packageRoot } from '../../src/package-root.ts';
import { Archives } from './archives.ts';
import type { Figure } from './figure.ts';
import { figureTable } from './figure-table.ts';
import { growthChart } from './growth-chart.ts';
import { limits } from './limits.ts';
import { load, machine } from './machine.ts';
import { withResults } from './page.ts';
import { full, type Profile, quick } from './profiles.ts';
import { type Found, type Question, questions } from './questions.ts';

/**
 * npm run bench                     quick: under ten minutes
 * npm run bench -- --full           up to 50,000 reports and 500,000 passages
 *   --only start,ask   --sizes 1000,50000   --folder DIR (archives are kept there and used again)   --write
 *
 * Prints Markdown; progress goes to standard error. With `--write` the results replace those of the same profile in
 * docs/benchmarks.md.
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

const folder = options.folder ?? join(tmpdir(), `nianbao-bench-${process.pid}`);
mkdirSync(folder, { recursive: true });
try {
  const results = await run(options.full ? full : quick);
  console.log(results);
} finally {
  if (!options.folder) rmSync(folder, { recursive: true, force: true });
}

async function run(profile: Profile): Promise<string> {
  const started = performance.now();
  const tell = (text: string) =>
    process.stderr.write(`${((performance.now() - started) / 1000).toFixed(0).padStart(5)} s  ${text}\n`);
  const archives = new Archives(folder, tell);
  const sizes = options.sizes?.split(',').map(Number) ?? profile.sizes;
  const wanted = options.only?.split(',');
  const curves = new Map<number, Figure[]>();
  const parts: string[] = [];
  for (const question of questions) {
    if (wanted && !wanted.includes(question.name)) continue;
    const found: Found = { figures: [] };
    for (const size of question.bySize ? sizes : [0]) {
      tell(`${question.title}${size ? ` (${size.toLocaleString('en')} reports)` : ''}`);
      const { figures, tables } = await question.measure(profile, archives, size);
      found.figures.push(...figures);
      if (tables) found.tables = tables;
      if (size) curves.set(size, [...(curves.get(size) ?? []), ...figures]);
    }
    parts.push(section(question, found));
  }
  const chart = curves.size > 1 ? await growthChart(curves) : undefined;
  const image = `images/growth-${profile.name}.svg`;
  const results = [
    head(started),
    ...(chart ? [`![How costs grow](${image})`, limits(curves)] : []),
    ...parts,
  ].join('\n\n');
  if (options.write) write(profile, results, chart, image);
  return results;
}

function head(started: number): string {
  const command = [
    'npm run bench',
    ...(process.argv.length > 2 ? ['--', ...process.argv.slice(2)] : []),
  ].join(' ');
  const minutes = ((performance.now() - started) / 60_000).toFixed(0);
  const day = new Date().toISOString().slice(0, 10);
  return `\`${command}\`, ${day}, ${minutes} minutes, load at the end ${load()}. ${machine()}.`;
}

/** The load of the moment stands beside every group: on a busy machine the processor time is what tells. */
function section({ title }: Question, { figures, tables }: Found): string {
  const parts = [`### ${title}`, `Load of the machine: ${load()}.`, figureTable(figures)];
  // Tables that another program printed stand one level deeper.
  return [...parts, ...(tables ? [tables.replace(/^### /gm, '#### ')] : [])].join('\n\n');
}

function write(profile: Profile, results: string, chart: string | undefined, image: string): void {
  const page = join(packageRoot, 'docs', 'benchmarks.md');
  writeFileSync(page, withResults(readFileSync(page, 'utf8'), profile.name, results));
  if (chart) writeFileSync(join(packageRoot, 'docs', image), chart);
}
