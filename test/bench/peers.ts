import { runChild } from './child.ts';
import type { Figure } from './figure.ts';

const ROW = /^\| ([^|]+) \| ([\d.]+)(?: (MB|s|ms))? \| ≤ ([\d.]+)[^|]*\|$/gm;

/**
 * Search beside SQLite FTS5, plain MiniSearch, FlexSearch and Orama (`search/run.ts`): its own tables, and those of its
 * figures for which there is a target.
 */
export function measurePeers(sizes: readonly number[]): { figures: Figure[]; tables: string } {
  const tables = runChild('./search/run.js', sizes.map(String)).trim();
  const figures = tables.split(/^### /m).flatMap((part) => {
    const at = part.split('\n')[0] ?? '';
    return [...part.matchAll(ROW)].map(([, what = '', value, unit, most]) => ({
      what,
      at,
      value: Number(value),
      unit: (unit ?? '×') as Figure['unit'],
      target: { most: Number(most) },
    }));
  });
  return { figures, tables };
}
