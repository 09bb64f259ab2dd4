import { labelFit } from './label.ts';
import { type ApplicationRow, ownName } from './label-data.ts';
import { type Group, groupsFrom, type Item } from './row-groups.ts';

/** Items `from`…`to` (exclusive) are one official row, whose values stand in item `values`. */
export interface RowMatch {
  row: number;
  from: number;
  to: number;
  values: number;
  /** How well the joined label fits, 0–1; 0 where no label is printed. */
  score: number;
  /** The label stands behind the figures only. */
  behind: boolean;
}

const unmatchedValues = 0.6;
const unusedLabel = 0.25;
const missingRow = 0.12;
const missingOptionalRow = 0.01;
/** What an unlabelled row of values gains by its place alone. */
const placeOnly = 0.25;
/** A label this far off is worth nothing, below it counts against. */
const neutral = 0.35;
/** Figures in front of their whole label: another row's label is as likely to stand behind them. */
const labelBehind = 0.3;
/** A label with empty cells is more often torn off its figures than a row left blank: it must be whole. */
const wholeLabel = 0.9;
const blankRow = 0.6;
/** A row of values whose own label names another row. */
const otherName = 0.6;
const wholeOther = 0.85;
/** Below this the label is another row's and nothing else. */
const otherLabel = 0.6;

interface Step {
  score: number;
  before: Step | undefined;
  match: RowMatch | undefined;
}

/**
 * Rows come in the official order: the best monotone assignment of items to official rows, where a row may be
 * torn into a line of values and fragments of its label before and behind. Exact labels make it a walk in step;
 * slips, lost labels and torn lines are settled by the neighbours.
 */
export function alignRows(
  items: readonly Item[],
  rows: readonly ApplicationRow[],
): { matches: RowMatch[]; score: number } {
  const states: (Step | undefined)[][] = Array.from({ length: items.length + 1 }, () => []);
  states[0] = [{ score: 0, before: undefined, match: undefined }];
  const groups = items.map((_, from) => groupsFrom(items, from));
  for (let at = 0; at < items.length; at++) {
    const here = states[at] ?? [];
    const item = items[at];
    const cost = item ? skipCost(item, rows) : 0;
    for (let k = 0; k <= rows.length; k++) {
      const step = here[k];
      if (step && item)
        offer(states[at + 1], k, { score: step.score - cost, before: step, match: undefined });
    }
    for (const group of groups[at] ?? []) extend(states, here, group, rows);
  }
  const end = best(states[items.length] ?? [], rows);
  return { matches: unwind(end?.step), score: end?.score ?? 0 };
}

function offer(states: (Step | undefined)[] | undefined, k: number, step: Step): void {
  if (!states) return;
  const known = states[k];
  if (!known || step.score > known.score) states[k] = step;
}

/** State k: the first k official rows are done with. */
function extend(
  states: (Step | undefined)[][],
  here: readonly (Step | undefined)[],
  group: Group,
  rows: readonly ApplicationRow[],
): void {
  let from: Step | undefined;
  let carried = Number.NEGATIVE_INFINITY;
  for (const [k, row] of rows.entries()) {
    const step = here[k];
    if (step && step.score > carried) {
      carried = step.score;
      from = step;
    }
    if (from) {
      const fitting = group.label ? labelFit(group.label, row.labels) : 0;
      const gain = gainOf(group, fitting, row, rows);
      if (gain !== undefined) {
        const { from: first, to, values } = group;
        const behind = group.behind || namedBehind(group, row);
        const match = { row: k, from: first, to, values, behind, score: fitting };
        offer(states[group.to], k + 1, { score: carried + gain, before: from, match });
      }
    }
    carried -= missingCost(row);
  }
}

function gainOf(
  group: Group,
  fitting: number,
  row: ApplicationRow,
  rows: readonly ApplicationRow[],
): number | undefined {
  if (group.blank) return fitting >= wholeLabel ? fitting - blankRow : undefined;
  if (!group.label) return placeOnly;
  const fits = (text: string, other: ApplicationRow) =>
    labelFit(text, other.labels) >= wholeOther || other.unnumbered.includes(ownName(text));
  const isAnothers = (text: string) =>
    text.length >= 3 && !fits(text, row) && rows.some((other) => fits(text, other));
  if (group.rest.some(isAnothers)) return undefined;
  const named = group.ends.some(isAnothers);
  if (named && fitting < otherLabel) return undefined;
  const behind = group.behind || namedBehind(group, row);
  return fitting - neutral - (behind ? labelBehind : 0) - (named ? otherName : 0);
}

/** The whole label stands behind the figures, and nothing before them begins it. */
function namedBehind({ ends, rest }: Group, row: ApplicationRow): boolean {
  if (ends.some((before) => before && row.labels.some((label) => label.startsWith(before)))) return false;
  const isWhole = (text: string) => labelFit(text, row.labels) >= wholeOther;
  return rest.some((piece, k) => isWhole(piece) || (k > 0 && isWhole(rest.slice(0, k + 1).join(''))));
}

/** To leave out a fragment costs little, to leave out a whole label more, to leave out figures most. */
function skipCost(item: Item, rows: readonly ApplicationRow[]): number {
  if (item.valued) return unmatchedValues;
  const whole = item.label.length >= 5 && rows.some((row) => labelFit(item.label, row.labels) > 0.85);
  return whole ? unusedLabel : Math.min(0.1, item.label.length * 0.01);
}

/** Rows missing at the end cost like rows missing anywhere. */
function best(
  states: readonly (Step | undefined)[],
  rows: readonly ApplicationRow[],
): { step: Step; score: number } | undefined {
  let found: { step: Step; score: number } | undefined;
  for (const [k, step] of states.entries()) {
    if (!step) continue;
    const missing = rows.slice(k).reduce((sum, row) => sum + missingCost(row), 0);
    const score = step.score - missing;
    if (!found || score > found.score) found = { step, score };
  }
  return found;
}

function missingCost(row: ApplicationRow): number {
  return row.optional ? missingOptionalRow : missingRow;
}

function unwind(step: Step | undefined): RowMatch[] {
  const matches: RowMatch[] = [];
  for (let at = step; at; at = at.before) if (at.match) matches.push(at.match);
  return matches.reverse();
}
