import { catalogue } from '../catalogue/catalogue.ts';
import type { AnswerBlock } from '../model/answer.ts';
import type { Figure } from './figures.ts';
import { amount } from './names.ts';
import { tidy } from './numbers.ts';
import type { Task } from './task.ts';

/** The sum of figures that no table prints, marked as computed; where they cannot be added up, why. */
export function addedUp(figures: readonly Figure[], { say, query }: Task): AnswerBlock[] {
  // 行政诉讼 stands beside its two blocks: they are in it already.
  const ids = new Set(figures.map(({ value }) => value.reading));
  const own = figures.filter(({ value }) => !isPartOfLitigation(value.reading) || !hasLitigation(ids));
  const values = own.map(({ value }) => value);
  const [first] = values;
  if (!first || values.length < 2) return [];
  if (values.some(({ unit }) => unit !== first.unit || unit === '%')) return [];
  if (values.some((one) => values.some((other) => one !== other && holds(one.reading, other.reading))))
    return text(
      say('其中一项包含另一项，不能相加。', 'One of them is part of another: they cannot be added up.'),
    );
  if (values.some(({ value }) => value === null))
    return text(say('其中有没填的，没有相加。', 'Some are not filled in, so they are not added up.'));
  const told = values.map(({ value }) => value ?? 0);
  const sum = amount(tidy(told.reduce((a, b) => a + b, 0)), first.unit, query.language);
  return text(
    say(
      `相加得 ${sum}（${told.join(' + ')}；按上面各数算出，年报没有印这个合计）。`,
      `Together ${sum} (${told.join(' + ')}; computed, the report prints no such sum).`,
    ),
  );
}

const text = (words: string): AnswerBlock[] => [{ kind: 'text', text: words }];

const hasLitigation = (ids: ReadonlySet<string>) =>
  [...ids].some((id) => id.startsWith('reviews.litigation.'));
const isPartOfLitigation = (id: string) => /^reviews\.(?:direct|litigationAfter)/.test(id);

/** Whether one figure counts what the other counts, too: a sum and its row, a total and its column. */
function holds(whole: string, part: string): boolean {
  const row = (id: string) => id.slice(0, id.lastIndexOf('.'));
  if (whole.endsWith('.total') && row(part) === row(whole)) return true;
  if (/^applications\.(?:handledTotal|received)\./.test(whole) && part.startsWith('applications.'))
    return true;
  const parts = catalogue().sums.get(whole)?.sumOf ?? [];
  return parts.includes(part) || parts.some((id) => holds(id, part));
}
