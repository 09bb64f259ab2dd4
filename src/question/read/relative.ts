import type { Condition } from '../../model/query.ts';
import type { Span } from '../span.ts';
import { addCondition, type ConditionsRead, operatorOf } from './conditions.ts';
import { readMetrics } from './metrics.ts';
import type { Named } from './places.ts';
import { anyIntent, type Sentence } from './sentence.ts';

/** A bound that is another agency's figure: 比秀岭区多, 超过秀岭区的. */
interface Relative {
  operator: Condition['operator'];
  agency: string;
  span: Span;
}

const more = /[多高大]/g;
const less = /[少低小]/g;

/** Only where a group is asked about; two that are named are compared with each other. */
function readRelative(sentence: Sentence, named: Named): Relative | undefined {
  for (const slot of [...named.agencies, ...named.regions]) {
    const i = sentence.spans.indexOf(slot.span);
    const before = sentence.spans[i - 1];
    const agency = 'ids' in slot ? (slot.ids.length === 1 ? slot.ids[0] : undefined) : slot.government;
    if (!before || agency === undefined || before.end !== slot.span.start) continue;
    const operator =
      operatorOf(before) ?? (isThan(before) ? directionBehind(sentence, slot.span) : undefined);
    if (operator) return { operator, agency, span: slot.span };
  }
  return undefined;
}

const isThan = (span: Span) => /^(?:比|than)$/.test(span.text.trim()) && anyIntent(span, 'compare');

/** The last word of direction tells: 比秀岭区申请多的有多少家. */
function directionBehind(sentence: Sentence, span: Span): Condition['operator'] | undefined {
  const text = sentence.text.slice(span.end).replace(/多少|大约|大概|多大/g, '　　');
  const up = [...text.matchAll(more)].at(-1)?.index ?? -1;
  const down = [...text.matchAll(less)].at(-1)?.index ?? -1;
  if (up < 0 && down < 0) return undefined;
  return up > down ? '>' : '<';
}

/** Makes the bound a condition; the agency is then none that is asked about. */
export function withRelative(sentence: Sentence, named: Named, read: ConditionsRead): Named {
  const relative = readRelative(sentence, named);
  if (!relative) return named;
  const { operator, agency: than, span } = relative;
  const known = read.conditions.length;
  addCondition(read, sentence, span, { operator, value: 0, than });
  if (read.conditions.length === known) {
    // 比北屏市低的有哪些，公开率: the figure stands elsewhere.
    const [wanted] = readMetrics(sentence, read.used).wanted;
    if (!wanted) return named;
    read.bounds = read.bounds.filter((bound) => bound.than === undefined);
    read.conditions.push({ wanted, operator, value: 0, than });
  }
  return {
    ...named,
    agencies: named.agencies.filter((slot) => slot.span !== span),
    regions: named.regions.filter((slot) => slot.span !== span),
  };
}
