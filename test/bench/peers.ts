import { markdown } from './markdown.ts';
import type { Measured } from './questions.ts';
import { compare, names } from './search/compare.ts';
import { engineTable, searchFigures } from './search/tables.ts';

/** Search beside SQLite FTS5, plain MiniSearch, FlexSearch and Orama, over so many passages; then names. */
export function measurePeers(sizes: readonly number[], quick: boolean): Measured & { tables: string } {
  const all = sizes.map((size) => compare(size, quick));
  const figures = all.flatMap((comparison) => [
    ...searchFigures(comparison),
    ...[...comparison.engines].map(([name, { p95 }]) => ({
      what: `p95 of ${name}`,
      at: `${comparison.size.toLocaleString('en')} passages`,
      value: p95,
      unit: 'ms' as const,
    })),
  ]);
  const tables = all.map((one) => `#### ${one.size.toLocaleString('en')} passages\n\n${engineTable(one)}`);
  const named = markdown(
    ['', ''],
    names().map(({ label, value }) => [label, value]),
  );
  return { figures, tables: [...tables, `#### Names\n\n${named}`].join('\n\n') };
}
