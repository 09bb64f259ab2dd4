import { runChild } from './child.ts';
import type { Figure } from './figure.ts';

const ROW = /^\| ([^|]+) \| ([\d.]+)(?: (MB|s|ms))? \| ≤ ([\d.]+)[^|]*\|$/gm;

/** The targets are for so many passages and more; with few, fixed costs count too much. */
const LEAST = 200_000;

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
      ...(sizeIn(at) >= LEAST ? { target: { most: Number(most) } } : {}),
    }));
  });
  return { figures, tables };
}

/** 200,000 passages */
function sizeIn(title: string): number {
  return Number(/^[\d,]+/.exec(title)?.[0].replaceAll(',', '') ?? 0);
}
