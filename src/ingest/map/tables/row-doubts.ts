import type { RowMatch } from './align-rows.ts';
import { labelFit, pieceFit } from './label.ts';
import { type ApplicationRow, ownLabel, ownName } from './label-data.ts';
import type { Item } from './row-groups.ts';

/** `place`: the label does not tell, the neighbours do; `unknown`: nothing tells. */
export type Verdict = 'sure' | 'place' | 'unknown';

const goodScore = 0.6;

/** How certain each match is: by its own label, else by standing alone in a gap between two certain rows. */
export function judgeMatches(
  matches: readonly RowMatch[],
  items: readonly Item[],
  rows: readonly ApplicationRow[],
  alternatives: ReadonlySet<RowMatch>,
): Verdict[] {
  const good = matches.map(
    (match) =>
      match.score >= goodScore &&
      !match.behind &&
      !alternatives.has(match) &&
      !isAnothersLine(match, items, rows) &&
      !fitsBetterElsewhere(match, items, rows),
  );
  return matches.map((match, i) => {
    if (good[i]) return 'sure';
    if (alternatives.has(match) || namesAnother(match, items, rows) || isAnothersLine(match, items, rows))
      return 'unknown';
    const gap = gapAround(matches, good, i, rows.length);
    const official = rows.slice(gap.firstRow, gap.lastRow).filter((row) => !row.optional).length;
    const open = rows.slice(gap.firstRow, gap.lastRow).length - official;
    const alone =
      open === 0 &&
      official === gap.count &&
      !gap.behind &&
      !hasUnusedValues(items, matches, gap) &&
      !hasUnusedLabel(items, matches, gap, rows);
    if (!alone)
      return match.score >= 0.45 && !match.behind && !fitsBetterElsewhere(match, items, rows)
        ? 'place'
        : 'unknown';
    return labelOf(match, items) === '' || match.score >= 0.3 ? 'sure' : 'place';
  });
}

/** Rows of one edition only that an item in doubt may be: nobody else claims them, and they stand in its place. */
export function openRows(
  item: number,
  matches: readonly RowMatch[],
  verdicts: readonly Verdict[],
  rows: readonly ApplicationRow[],
): ApplicationRow[] {
  const sure = matches.filter((_, i) => verdicts[i] === 'sure');
  const before = sure.findLast((match) => match.to <= item)?.row ?? -1;
  const behind = sure.find((match) => match.from > item)?.row ?? rows.length;
  return rows.filter((row, k) => row.optional && k > before && k < behind);
}

interface Gap {
  firstRow: number;
  lastRow: number;
  firstItem: number;
  lastItem: number;
  /** Matches inside. */
  count: number;
  /** One of them has its whole label behind its figures: it is as likely the next row's. */
  behind: boolean;
}

/** The official rows and the items between the nearest certain matches on either side. */
function gapAround(matches: readonly RowMatch[], good: readonly boolean[], i: number, rowCount: number): Gap {
  let from = i;
  while (from > 0 && !good[from - 1]) from--;
  let to = i + 1;
  while (to < matches.length && !good[to]) to++;
  const before = matches[from - 1];
  const behind = matches[to];
  return {
    firstRow: before ? before.row + 1 : 0,
    lastRow: behind ? behind.row : rowCount,
    firstItem: before ? before.to : 0,
    lastItem: behind ? behind.from : Number.MAX_SAFE_INTEGER,
    count: to - from,
    behind: matches.slice(from, to).some((match) => match.behind && match.score >= wholeLabel),
  };
}

function hasUnusedValues(items: readonly Item[], matches: readonly RowMatch[], gap: Gap): boolean {
  const used = new Set(matches.map((match) => match.values));
  return items.some((item, i) => item.valued && !used.has(i) && i >= gap.firstItem && i < gap.lastItem);
}

/** A label, whole or a piece of one, that no match has: the figures near it may be that row's. */
function hasUnusedLabel(
  items: readonly Item[],
  matches: readonly RowMatch[],
  gap: Gap,
  rows: readonly ApplicationRow[],
): boolean {
  return items.some(
    ({ label }, i) =>
      i >= gap.firstItem &&
      i < gap.lastItem &&
      label.length >= 3 &&
      !matches.some(({ from, to }) => i >= from && i < to) &&
      rows.some(({ labels }) => labelFit(label, labels) >= wholeLabel || isPiece(label, labels)),
  );
}

const shortestPiece = 4;
const isPiece = (label: string, labels: readonly string[]) =>
  label.length >= shortestPiece && labels.some((whole) => whole.includes(label));

const wholeLabel = 0.85;

/** A label that names another row as well or better: it stands in another order than the form's, or says little. */
function fitsBetterElsewhere(
  match: RowMatch,
  items: readonly Item[],
  rows: readonly ApplicationRow[],
): boolean {
  if (match.score >= 0.9) return false;
  const label = labelOf(match, items);
  return rows.some((row, k) => k !== match.row && labelFit(label, row.labels) > match.score - 0.05);
}

/** The whole label of another row: that row once more, and its place says nothing of the row that is missing here. */
function namesAnother(match: RowMatch, items: readonly Item[], rows: readonly ApplicationRow[]): boolean {
  const label = labelOf(match, items);
  if (label.length < shortestName) return false;
  return rows.some((row, k) => {
    const fit = k === match.row ? 0 : labelFit(label, row.labels);
    return fit >= wholeLabel && fit > match.score + plainlyBetter;
  });
}

/** The label, or what stands in one line with the figures, is no piece of the row's: another's, or one printed twice. */
function isAnothersLine(match: RowMatch, items: readonly Item[], rows: readonly ApplicationRow[]): boolean {
  if (namesExactly(labelOf(match, items), match, rows)) return true;
  const own = ownLabel(items[match.values]?.label ?? '');
  const labels = rows[match.row]?.labels ?? [];
  return (
    own.length >= shortestName &&
    !labels.some((label) => label.includes(own) || pieceFit(own, label) >= someOfIt)
  );
}

/** But for the number, it is the label of another row and not of this one: 其他处理 is no 3.其他. */
function namesExactly(label: string, match: RowMatch, rows: readonly ApplicationRow[]): boolean {
  const name = ownName(label);
  return (
    !rows[match.row]?.unnumbered.includes(name) && rows.some(({ unnumbered }) => unnumbered.includes(name))
  );
}

const someOfIt = 0.5;
const shortestName = 3;
const plainlyBetter = 0.1;

function labelOf(match: RowMatch, items: readonly Item[]): string {
  return items
    .slice(match.from, match.to)
    .map((item) => item.label)
    .join('');
}
