import type { AnswerBlock, AnswerValue } from '../model/answer.ts';
import { agencyName, nameSome, openReport, scopeText, yearsText } from './common.ts';
import { figureOf } from './figures.ts';
import type { Gauge, Measured } from './gauge.ts';
import { amount, labelOf, spoken } from './names.ts';
import { holdingAt } from './rows.ts';
import { countAgencies, type Selection } from './selection.ts';
import type { Task } from './task.ts';
import { quotation } from './telling.ts';
import { top } from './top.ts';

/** A report that counts, with its figure. */
export interface Cell extends Measured {
  row: number;
  value: number;
}

export type TallyKind = 'sum' | 'mean' | 'median' | 'max' | 'min';

/** One number over many reports and what it was made from. */
export interface Tally {
  kind: TallyKind;
  id: string;
  cells: readonly Cell[];
  selection: Selection;
  value: AnswerValue;
}

/** The number, what it counts and over whom. */
export function tallyText(task: Task, { kind, id, cells, selection, value }: Tally): AnswerBlock[] {
  const { say, query, library } = task;
  const share = query.measure.kind === 'share' ? labelOf(query.measure.of) : '';
  const what = share
    ? say(`${spoken(id)}占${share}的比例`, `${spoken(id, 'en')} in ${share}`)
    : spoken(id, query.language);
  const scope = scopeText(task);
  const years = yearsText(selection.years, task);
  const number = value.value === null ? '' : amount(value.value, value.unit, query.language);
  if (value.value === null)
    return [
      {
        kind: 'headline',
        text:
          cells.length && kind === 'sum'
            ? say('无法计算', 'It cannot be computed')
            : say('没有可以计算的数字', 'There is no figure to compute from'),
      },
      {
        kind: 'text',
        text: say(
          `${years}，${scope}${selection.rows.length}份年报，${what}。`,
          `${years}, ${selection.rows.length} reports, ${what}.`,
        ),
      },
    ];
  const names: Record<TallyKind, [string, string]> = {
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
        `${years}，${scope}${agencies}家单位（${cells.length}份年报）${what}${zh} ${number}。`,
        `${years}, ${scope}${agencies} agencies (${cells.length} reports): ${what}, ${en}: ${number}.`,
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
  const values: Gauge = (i) => telling[i] ?? { value: null, status: 'absent' };
  const first = top([...telling.keys()], values, 'most', 5).first.flatMap(({ row }) => telling[row] ?? []);
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

export function partialNote({ say }: Task, cells: readonly Cell[]): AnswerBlock[] {
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
export function extremeQuote(task: Task, { kind, id, cells, value }: Tally): AnswerBlock[] {
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
