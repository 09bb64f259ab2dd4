import type { AnswerBlock, AnswerValue } from '../model/answer.ts';
import type { Library } from '../model/library.ts';
import type { AnswerKind } from '../model/query.ts';
import { agencyName, nameSome, yearsText } from './common.ts';
import type { Figure } from './figures.ts';
import { short } from './names.ts';
import { holdingAt } from './rows.ts';
import type { Task } from './task.ts';

/** The figure, then what it was computed from where that was asked for by its measure. */
export function valuesOf(figure: Figure): AnswerValue[] {
  const { reading } = figure.value;
  const withParts = reading === 'rates.share' || reading === 'rates.yearOnYear';
  return withParts ? [figure.value, ...figure.parts] : [figure.value];
}

export function readingsOf({ query }: Task, figures: readonly Figure[]): string[] {
  const whole = query.measure.kind === 'share' ? [query.measure.of] : [];
  return [...new Set([...query.readings, ...whole, ...figures.map((figure) => figure.value.reading)])];
}

export function nameOf(figure: Figure, { query }: Task): string {
  const { reading, label } = figure.value;
  return reading === 'rates.share' || reading === 'rates.yearOnYear' ? label : short(reading, query.language);
}

export function missingNote(
  task: Task,
  missing: readonly { agencyId: string; year: number }[],
): AnswerBlock[] {
  if (missing.length === 0) return [];
  const { say, library } = task;
  const some = missing
    .slice(0, 5)
    .map(({ agencyId, year }) =>
      say(`${agencyName(library, agencyId)}${year}年`, `${agencyName(library, agencyId)} ${year}`),
    );
  const etc = missing.length > 5 ? say(`等${missing.length}份`, ` and ${missing.length - 5} more`) : '';
  return [
    {
      kind: 'note',
      text: say(`没有收录：${some.join('、')}${etc}。`, `Not held: ${some.join(', ')}${etc}.`),
    },
  ];
}

/** 2021到2025年 where nobody asked about has 2021: said, lest the answer be taken for all of them. A trend tells its own gaps. */
export function lackingNote({ query, say, library }: Task, kind: AnswerKind): AnswerBlock[] {
  const years = query.lackingYears ?? [];
  if (years.length === 0 || kind === 'not-held' || (kind === 'trend' && query.agencies.length > 0)) return [];
  const whose = nameSome(
    query.agencies.map((id) => agencyName(library, id)),
    say,
    3,
  );
  const told = yearsText(years, { say });
  return [
    {
      kind: 'note',
      text: say(`没有收录${whose}${told}的年报。`, `Not held${whose && ` of ${whose}`}: ${told}.`),
    },
  ];
}

/** The form has no such row, or a report that was read with doubt may have it. */
export function lacking(library: Library, rows: readonly number[]): string {
  const doubtful = rows.some((row) => holdingAt(library, row).warnings > 0);
  return doubtful ? '没有这一栏或没有读准' : '没有这一栏';
}

/** Reports left out of a count, with the first few names. */
export function leftOut(
  { say, library }: Task,
  rows: readonly number[],
  zh: string,
  en: string,
): AnswerBlock[] {
  if (rows.length === 0) return [];
  const names = [
    ...new Set(rows.slice(0, 8).map((row) => agencyName(library, holdingAt(library, row).agencyId))),
  ];
  const some = nameSome(names, say, 5);
  return [
    {
      kind: 'note',
      text: say(`${zh}（${rows.length}份）：${some}。`, `${en} (${rows.length}): ${some}.`),
    },
  ];
}
