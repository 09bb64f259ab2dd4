import type { AnswerBlock, AnswerValue } from '../../model/answer.ts';
import { agencyName, namedReports, openReport, tookYear } from '../common.ts';
import { contradictions } from '../contradictions.ts';
import { measuredFigure, measuredGauge } from '../measured.ts';
import { labelOf, spoken, unitOf } from '../names.ts';
import { median, tidy } from '../numbers.ts';
import { pooled } from '../pooled.ts';
import { countAgencies, holdingAt } from '../rows.ts';
import { type Selection, select } from '../selection.ts';
import { extremeQuote, partialNote, type Tally, type TallyKind, tallyText } from '../tally.ts';
import type { Draft, Task } from '../task.ts';
import { lacking, leftOut } from '../told.ts';
import { countAnswer } from './count.ts';
import { noReports } from './not-held.ts';

/** One number over many reports; of several figures one each. */
export function aggregate(task: Task): Draft {
  const { query } = task;
  if (query.aggregate === 'count' || query.readings.length < 2) return oneAggregate(task);
  const drafts = query.readings.map((id) => oneAggregate({ ...task, query: { ...query, readings: [id] } }));
  const [first] = drafts;
  if (!first || first.kind === 'not-held') return first ?? oneAggregate(task);
  return {
    ...first,
    readings: [...new Set(drafts.flatMap((draft) => draft.readings ?? []))],
    values: drafts.flatMap((draft) => draft.values ?? []),
    reports: [...new Set(drafts.flatMap((draft) => draft.reports ?? []))],
    blocks: drafts.flatMap((draft, i) =>
      named(draft.blocks, spoken(query.readings[i] ?? '', query.language)),
    ),
  };
}

/** 作出行政许可处理决定 44295 件: among several figures each says what it is. */
function named(blocks: readonly AnswerBlock[], name: string): AnswerBlock[] {
  return blocks.map((block) =>
    block.kind === 'headline' ? { kind: 'headline', text: `${name} ${block.text}` } : block,
  );
}

/** What was counted, and what was left out because it is blank. */
function oneAggregate(task: Task): Draft {
  const { query, library } = task;
  const selection = select(task);
  if (selection.considered === 0) return noReports(task, selection);
  const kind = query.aggregate ?? 'sum';
  const id = query.readings[0];
  if (kind === 'count' || id === undefined) return countAnswer(task, selection);
  const figure = measuredGauge(task, id);
  const rows: number[] = [];
  const values: number[] = [];
  let partial = 0;
  const left = {
    blank: [] as number[],
    absent: [] as number[],
    derived: [] as number[],
    reported: [] as number[],
  };
  for (const row of selection.rows) {
    const measured = figure(row);
    if (measured.value === null) left[measured.status].push(row);
    else {
      rows.push(row);
      values.push(measured.value);
      if (measured.partial) partial++;
    }
  }
  const result = compute(task, kind, id, rows, values);
  const extreme = kind === 'max' || kind === 'min' ? rows[values.indexOf(result ?? Number.NaN)] : undefined;
  const value = entry(task, id, extreme, selection, result);
  const tally: Tally = { kind, id, rows, values, partial, selection, value };
  return {
    agencies: namesOf(task, selection.rows),
    years: selection.years,
    readings: query.measure.kind === 'share' ? [id, query.measure.of] : [id],
    values: [value],
    reports: rows.slice(0, namedReports).map((row) => holdingAt(library, row).reportId),
    blocks: [
      ...tallyText(task, tally),
      ...leftOut(task, left.blank, '表中为空白，未计入', 'blank, left out'),
      ...leftOut(
        task,
        left.absent,
        `${lacking(library, left.absent)}，未计入`,
        'no such row or not read, left out',
      ),
      ...leftOut(task, left.derived, '无法计算，未计入', 'cannot be computed, left out'),
      ...partialNote(task, tally),
      ...contradictions(task, rows, [id]),
      ...extremeQuote(task, tally),
    ],
    ...tookYear(task, selection),
  };
}

/** Null over nothing: no figure is made up. A rate over many agencies is the rate of their sums. */
function compute(
  task: Task,
  kind: TallyKind,
  id: string,
  rows: readonly number[],
  values: readonly number[],
): number | null {
  if (values.length === 0) return null;
  const sum = tidy(values.reduce((a, b) => a + b, 0));
  switch (kind) {
    case 'sum':
      return isRatio(task, id) ? pooled(task, id, rows) : sum;
    case 'mean':
      return Math.round((sum / values.length) * 100) / 100;
    case 'median':
      return median(Float64Array.from(values).sort());
    case 'max':
      return values.reduce((a, b) => Math.max(a, b));
    case 'min':
      return values.reduce((a, b) => Math.min(a, b));
  }
}

function isRatio({ query }: Task, id: string): boolean {
  return query.measure.kind !== 'plain' || id.startsWith('rates.');
}

/** Names of the agencies counted, at most as many as a reader of the data can use. */
function namesOf({ library }: Task, rows: readonly number[]): string[] {
  const ids = new Set<string>();
  for (const row of rows) {
    if (ids.size === 100) break;
    ids.add(holdingAt(library, row).agencyId);
  }
  return [...ids].map((id) => agencyName(library, id));
}

/** The greatest and the least belong to a report; every other number to all of them. */
function entry(
  task: Task,
  id: string,
  extreme: number | undefined,
  selection: Selection,
  value: number | null,
): AnswerValue {
  const { library, say } = task;
  if (extreme !== undefined) return measuredFigure(task, openReport(library, extreme), id).value;
  const count = countAgencies(library, selection.rows);
  const { agencies } = task.query;
  const named =
    agencies.length > 0 && agencies.length <= 3
      ? agencies.map((one) => agencyName(library, one)).join('、')
      : undefined;
  return {
    agency: named ?? say(`全部${count}家单位`, `all ${count} agencies`),
    year: selection.years.at(-1) ?? 0,
    reading: id,
    label: labelOf(id),
    value,
    unit: isRatio(task, id) ? '%' : unitOf(id),
    status: 'derived',
    citation: null,
  };
}
