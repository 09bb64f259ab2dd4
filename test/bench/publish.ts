import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/package-root.ts';
import { growthChart } from './growth-chart.ts';
import { resultsPage } from './page.ts';
import { type Part, Results } from './results.ts';
import { searchChart } from './search-chart.ts';
import { withSection } from './section.ts';

/** Takes what was measured into the kept results, and writes page and pictures from all that is kept. */
export async function publish(profile: string, measured: readonly Part[], command: string): Promise<void> {
  const docs = join(packageRoot, 'docs');
  mkdirSync(join(docs, 'benchmarks'), { recursive: true });
  const kept = Results.open(join(docs, 'benchmarks', `${profile}.json`));
  kept.take(...measured);
  const pictures = {
    ...write(docs, 'growth', profile, await growthChart(kept.all)),
    ...write(docs, 'search', profile, await searchChart(kept.all)),
  };
  const page = join(docs, 'benchmarks.md');
  const results = resultsPage(kept.all, command, pictures);
  writeFileSync(page, withSection(readFileSync(page, 'utf8'), profile, results));
}

function write(docs: string, name: string, profile: string, svg: string | undefined): Record<string, string> {
  if (!svg) return {};
  const path = `images/${name}-${profile}.svg`;
  writeFileSync(join(docs, path), svg);
  return { [name]: path };
}
