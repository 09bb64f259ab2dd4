import type { AnswerBlock, AnswerValue } from '../model/answer.ts';
import { agencyName, nameSome, openReport, yearsText } from './common.ts';
import type { Gauge } from './gauge.ts';
import { measuredFigure } from './measured.ts';
import { amount, labelOf, spoken } from './names.ts';
import { countAgencies, holdingAt } from './rows.ts';
import { scopeText } from './scope.ts';
import type { Selection } from './selection.ts';
import type { Task } from './task.ts';
import { quotation } from './telling.ts';
import { top } from './top.ts';

export type TallyKind = 'sum' | 'mean' | 'median' | 'max' | 'min';

/** One number over many reports and what it was made from. */
export interface Tally {
  kind: TallyKind;
  id: string;
  /** Reports that give the figure, and the figure of each. */
  rows: readonly number[];
  values: readonly number[];
  /** How many of them have blank cells among those summed. */
  partial: number;
  selection: Selection;
  value: AnswerValue;
}

/** The number, what it counts and over whom. */
export function tallyText(task: Task, tally: Tally): AnswerBlock[] {
  const { kind, id, rows, selection, value } = tally;
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
          rows.length && kind === 'sum'
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
    sum: value.unit === '%' ? ['合起来为', 'taken together'] : ['合计', 'in all'],
    mean: ['平均每家', 'on average'],
    median: ['中位数', 'median'],
    max: ['最多', 'at most'],
    min: ['最少', 'at least'],
  };
  const [zh, en] = names[kind];
  const agencies = countAgencies(library, rows);
  const blocks: AnswerBlock[] = [
    { kind: 'headline', text: number },
    {
      kind: 'text',
      text: say(
        `${years}，${scope}${agencies}家单位（${rows.length}份年报）${what}${zh} ${number}。`,
        `${years}, ${scope}${agencies} agencies (${rows.length} reports): ${what}, ${en}: ${number}.`,
      ),
    },
  ];
  return [...blocks, ...makeUp(task, tally)];
}

/** Who makes up the number: those that are not zero, largest first. */
function makeUp(task: Task, { kind, rows, values, value }: Tally): AnswerBlock[] {
  const { say, library, query } = task;
  if (rows.length < 2) return [];
  const telling: number[] = [];
  for (let i = 0; i < rows.length; i++) if (values[i] !== 0) telling.push(i);
  const figure: Gauge = (i) => ({ value: values[i] ?? null, status: 'reported' });
  const list = top(telling, figure, 'most', 5).first.map((entry) => {
    const { agencyId, year } = holdingAt(library, rows[entry.row] ?? 0);
    const when = query.years.length > 1 ? say(`${year}年`, ` ${year}`) : '';
    return `${agencyName(library, agencyId)}${when} ${amount(entry.value, value.unit, query.language)}`;
  });
  const zero = rows.length - telling.length;
  const adds = kind === 'sum' && value.unit !== '%';
  const parts = [
    list.length ? `${leadOf(task, list.length < telling.length, adds)}${list.join(say('，', ', '))}` : '',
    zero ? say(`${zero}份为 0`, `${zero} are 0`) : '',
  ].filter(Boolean);
  return parts.length ? [{ kind: 'text', text: `${parts.join(say('；', '; '))}${say('。', '.')}` }] : [];
}

/** 较大的： · 其中： where they add up to the number · 各家： where they do not. */
function leadOf({ say }: Task, more: boolean, adds: boolean): string {
  if (more) return say('较大的：', 'largest: ');
  return adds ? say('其中：', 'made up of: ') : say('各家：', 'each: ');
}

export function partialNote({ say }: Task, { partial }: Tally): AnswerBlock[] {
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
export function extremeQuote(task: Task, { kind, id, rows, values, value }: Tally): AnswerBlock[] {
  if (kind !== 'max' && kind !== 'min') return [];
  const equal = rows.filter((_, i) => values[i] === value.value);
  const first = equal[0];
  if (first === undefined) return [];
  const { say, library } = task;
  const names = nameSome(
    equal.slice(0, 6).map((row) => agencyName(library, holdingAt(library, row).agencyId)),
    say,
    5,
  );
  const figure = measuredFigure(task, openReport(library, first), id);
  const who = say(
    equal.length > 1 ? `${countAgencies(library, equal)}家相同：${names}` : `是${names}。`,
    `by ${names}`,
  );
  return [{ kind: 'text', text: who }, ...quotation(figure, task)];
}
