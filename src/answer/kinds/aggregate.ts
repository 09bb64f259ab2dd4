import type { AnswerBlock, AnswerValue } from '../../model/answer.ts';
import { agencyName, namedReports, nameSome, openReport, tookYear, yearsText } from '../common.ts';
import { figureOf } from '../figures.ts';
import type { Measured } from '../gauge.ts';
import { measuredFigure, measuredGauge } from '../measured.ts';
import { amount, labelOf, spoken, unitOf } from '../names.ts';
import { median, tidy } from '../numbers.ts';
import { holdingAt } from '../rows.ts';
import { countAgencies, type Selection, select } from '../selection.ts';
import type { Draft, Task } from '../task.ts';
import { quotation } from '../telling.ts';
import { leftOut } from '../told.ts';
import { countAnswer } from './count.ts';
import { noReports } from './not-held.ts';

interface Cell extends Measured {
  row: number;
  value: number;
}

type Kind = 'sum' | 'mean' | 'median' | 'max' | 'min';

/** One number over many reports: what was counted, and what was left out because it is blank. */
export function aggregate(task: Task): Draft {
  const { query, library } = task;
  const selection = select(task);
  if (selection.considered === 0) return noReports(task, selection);
  const kind = query.aggregate ?? 'sum';
  const id = query.readings[0];
  if (kind === 'count' || id === undefined) return countAnswer(task, selection);
  const gauge = measuredGauge(task, id);
  const cells: Cell[] = [];
  const left = {
    blank: [] as number[],
    absent: [] as number[],
    derived: [] as number[],
    reported: [] as number[],
  };
  for (const row of selection.rows) {
    const measured = gauge(row);
    if (measured.value === null) left[measured.status].push(row);
    else cells.push({ ...measured, value: measured.value, row });
  }
  const result = compute(task, kind, id, cells);
  const value = entry(task, kind, id, cells, selection, result);
  return {
    agencies: namesOf(task, selection.rows),
    years: selection.years,
    readings: query.measure.kind === 'share' ? [id, query.measure.of] : [id],
    values: [value],
    reports: cells.slice(0, namedReports).map((cell) => holdingAt(library, cell.row).reportId),
    blocks: [
      ...told(task, kind, id, cells, selection, value),
      ...leftOut(task, left.blank, '表中为空白，未计入', 'blank, left out'),
      ...leftOut(task, left.absent, '没有这一栏，未计入', 'no such row, left out'),
      ...leftOut(task, left.derived, '无法计算，未计入', 'cannot be computed, left out'),
      ...partialNote(task, cells),
      ...extremeQuote(task, kind, id, cells, value),
    ],
    ...tookYear(task, selection),
  };
}

/** Null over nothing: no figure is made up. A rate over many agencies is the rate of their sums. */
function compute(task: Task, kind: Kind, id: string, cells: readonly Cell[]): number | null {
  if (cells.length === 0) return null;
  const values = cells.map((cell) => cell.value);
  const sum = tidy(values.reduce((a, b) => a + b, 0));
  switch (kind) {
    case 'sum':
      return isRatio(task, id) ? null : sum;
    case 'mean':
      return Math.round((sum / values.length) * 100) / 100;
    case 'median':
      return median(values.toSorted((a, b) => a - b));
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
  for (const row of rows) if (ids.size < 100) ids.add(holdingAt(library, row).agencyId);
  return [...ids].map((id) => agencyName(library, id));
}

function entry(
  task: Task,
  kind: Kind,
  id: string,
  cells: readonly Cell[],
  selection: Selection,
  value: number | null,
): AnswerValue {
  const { library, say } = task;
  if ((kind === 'max' || kind === 'min') && value !== null) {
    const row = cells.find((cell) => cell.value === value)?.row;
    if (row !== undefined) return measuredFigure(task, openReport(library, row), id).value;
  }
  const count = countAgencies(library, selection.rows);
  return {
    agency: say(`全部${count}家单位`, `all ${count} agencies`),
    year: selection.years.at(-1) ?? 0,
    reading: id,
    label: labelOf(id),
    value,
    unit: isRatio(task, id) ? '%' : unitOf(id),
    status: 'derived',
    citation: null,
  };
}

function told(
  task: Task,
  kind: Kind,
  id: string,
  cells: readonly Cell[],
  selection: Selection,
  value: AnswerValue,
): AnswerBlock[] {
  const { say, query, library } = task;
  const what = spoken(id, query.language);
  const years = yearsText(selection.years, task);
  const number = value.value === null ? '' : amount(value.value, value.unit, query.language);
  if (value.value === null)
    return [
      {
        kind: 'headline',
        text:
          cells.length && kind === 'sum'
            ? say('比例不能相加', 'Rates cannot be added up')
            : say('没有可以计算的数字', 'There is no figure to compute from'),
      },
      {
        kind: 'text',
        text: say(
          `${years}，${selection.rows.length}份年报，${what}。`,
          `${years}, ${selection.rows.length} reports, ${what}.`,
        ),
      },
    ];
  const names: Record<Kind, [string, string]> = {
    sum: ['合计', 'in all'],
    mean: ['平均每家', 'on average'],
    median: ['中位数', 'median'],
    max: ['最多', 'at most'],
    min: ['最少', 'at least'],
  };
  const [zh, en] = names[kind];
  const agencies = countAgencies(
    library,
    cells.map((cell) => cell.row),
  );
  const blocks: AnswerBlock[] = [
    { kind: 'headline', text: number },
    {
      kind: 'text',
      text: say(
        `${years}，${agencies}家单位（${cells.length}份年报）${what}${zh} ${number}。`,
        `${years}, ${agencies} agencies (${cells.length} reports): ${what}, ${en}: ${number}.`,
      ),
    },
  ];
  return [...blocks, ...makeUp(task, cells, value)];
}

/** Who makes up the number: those that are not zero, largest first. */
function makeUp(task: Task, cells: readonly Cell[], value: AnswerValue): AnswerBlock[] {
  const { say, library, query } = task;
  if (cells.length < 2) return [];
  const telling = cells.filter((cell) => cell.value !== 0);
  const first = telling.length > 1000 ? [] : telling.toSorted((a, b) => b.value - a.value).slice(0, 5);
  const list = first.map((cell) => {
    const { agencyId, year } = holdingAt(library, cell.row);
    const when = query.years.length > 1 ? say(`${year}年`, ` ${year}`) : '';
    return `${agencyName(library, agencyId)}${when} ${amount(cell.value, value.unit, query.language)}`;
  });
  const zero = cells.length - telling.length;
  const parts = [
    list.length ? say(`较大的：${list.join('，')}`, `largest: ${list.join(', ')}`) : '',
    zero ? say(`${zero}份为 0`, `${zero} are 0`) : '',
  ].filter(Boolean);
  return parts.length ? [{ kind: 'text', text: `${parts.join(say('；', '; '))}${say('。', '.')}` }] : [];
}

function partialNote({ say }: Task, cells: readonly Cell[]): AnswerBlock[] {
  const partial = cells.filter((cell) => cell.partial).length;
  if (partial === 0) return [];
  return [
    {
      kind: 'note',
      text: say(
        `其中${partial}份年报的相关格有空白，只计了已填的格。`,
        `${partial} reports have blank cells among these; only filled cells are counted.`,
      ),
    },
  ];
}

/** Where the greatest or the least stands. */
function extremeQuote(
  task: Task,
  kind: Kind,
  id: string,
  cells: readonly Cell[],
  value: AnswerValue,
): AnswerBlock[] {
  if (kind !== 'max' && kind !== 'min') return [];
  const equal = cells.filter((cell) => cell.value === value.value);
  const first = equal[0];
  if (!first) return [];
  const { say, library } = task;
  const names = nameSome(
    equal.slice(0, 6).map((cell) => agencyName(library, holdingAt(library, cell.row).agencyId)),
    say,
    5,
  );
  const report = openReport(library, first.row);
  const who = say(equal.length > 1 ? `${equal.length}家相同：${names}` : `是${names}。`, `by ${names}`);
  return [{ kind: 'text', text: who }, ...quotation(figureOf(report, id), task)];
}
