import { alignRows, type RowMatch } from './align-rows.ts';
import type { ApplicationRow } from './label-data.ts';
import type { Item } from './row-groups.ts';

export interface AlignedRows {
  matches: RowMatch[];
  /** Matches that the other form of the table explains nearly as well, with other rows. */
  rivals: ReadonlySet<RowMatch>;
}

/** So much better must one form explain a table than the other. */
const clearly = 0.3;

/**
 * A table has the one-row （六）其他处理 or the rows of the three-row one, never both. Where the labels do not tell
 * at once, each form is tried on the whole table.
 */
export function alignForms(items: readonly Item[], rows: readonly ApplicationRow[]): AlignedRows {
  const { matches } = alignRows(items, rows);
  if (isPlain(matches, rows)) return { matches, rivals: new Set() };
  const depths = [...new Set(rows.flatMap((row) => (row.optional ? row.depth : [])))];
  const forms = depths.map((depth) => alignForm(items, rows, depth)).sort((a, b) => b.score - a.score);
  const [best, other] = forms;
  if (!best) return { matches, rivals: new Set() };
  const close = other && best.score - other.score < clearly;
  return { matches: best.matches, rivals: new Set(close ? best.matches.filter(isOptional(rows)) : []) };
}

/** All rows of one form, each with its whole label. */
function isPlain(matches: readonly RowMatch[], rows: readonly ApplicationRow[]): boolean {
  const optional = matches.filter(isOptional(rows));
  const depth = rows[optional[0]?.row ?? -1]?.depth;
  const whole = rows.filter((row) => row.optional && row.depth === depth).length;
  return (
    optional.length === whole && optional.every(({ row, score }) => rows[row]?.depth === depth && score > 0.9)
  );
}

function isOptional(rows: readonly ApplicationRow[]): (match: RowMatch) => boolean {
  return ({ row }) => rows[row]?.optional === true;
}

function alignForm(
  items: readonly Item[],
  rows: readonly ApplicationRow[],
  depth: number,
): { matches: RowMatch[]; score: number } {
  const own = rows.filter((row) => !row.optional || row.depth === depth);
  const { matches, score } = alignRows(
    items,
    own.map((row) => ({ ...row, optional: false })),
  );
  const place = own.map((row) => rows.indexOf(row));
  return { score, matches: matches.map((match) => ({ ...match, row: place[match.row] ?? match.row })) };
}
