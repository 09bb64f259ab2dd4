import type { Query } from '../../model/query.ts';
import { readNames } from '../read/places.ts';
import type { Sentence } from '../read/sentence.ts';
import { type Sense, sense } from '../span.ts';
import { itemAt } from '../talk.ts';
import type { Setting } from '../understanding.ts';

/** An answer to what was asked back (2, 第二个, 望溪县的那个), or a line of the list shown before. */
export function chooseFrom(sentence: Sentence, setting: Setting): { query: Query; note: string } | undefined {
  const { context, library } = setting;
  if (!context) return undefined;
  const ordinal = sentence.of('choice')[0]?.sense.ordinal;
  const alone = sentence.spans.every((span) => sense(span, 'choice') || isFiller(span.senses));
  if (ordinal !== undefined && alone) {
    const option = context.options[ordinal - 1];
    if (option) return { query: option.query, note: `选的是“${option.label}”。` };
    const id = itemAt(context, ordinal, library);
    const name = id && library.agency(id)?.name;
    if (id) return { query: about(id, context.query), note: `前面列出的第 ${ordinal} 家：${name}。` };
    return undefined;
  }
  const option = context.options.length > 0 ? optionNamed(sentence, setting) : undefined;
  return option && { query: option.query, note: `选的是“${option.label}”。` };
}

const isFiller = (senses: readonly Sense[]) =>
  senses.some((s) => s.role === 'padding' || s.role === 'joiner') ||
  senses.every((s) => s.role === 'number' || (s.role === 'intent' && s.intent === 'following'));

/** Of one agency of a list: the same figure, or what its report says. */
function about(id: string, query: Query): Query {
  const { order: _o, aggregate: _a, grouped: _g, ...rest } = query;
  const kind = query.readings.length > 0 ? 'value' : 'summary';
  const filter = {};
  return { ...rest, kind, agencies: [id], agenciesFrom: 'context', yearsFrom: 'context', filter };
}

/** The option whose name the words fit, and no other. */
function optionNamed(sentence: Sentence, setting: Setting): { label: string; query: Query } | undefined {
  const options = setting.context?.options ?? [];
  const { agencies, regions } = readNames(sentence, { library: setting.library, today: setting.today });
  if (sentence.of('row').some(({ sense: s }) => !s.weak) && agencies.length + regions.length > 0)
    return undefined;
  const ids = new Set([...agencies.flatMap((slot) => slot.ids), ...regions.flatMap((slot) => slot.members)]);
  const fitting = options.filter((option) => option.query.agencies.some((id) => ids.has(id)));
  if (fitting.length === 1 && sentence.of('year').length === 0) return fitting[0];
  const words = sentence.spans.filter((span) =>
    span.senses.some((s) => s.role === 'row' || s.role === 'applicant'),
  );
  if (ids.size > 0 || words.length !== 1) return undefined;
  const labelled = options.filter((option) => option.label.includes(words[0]?.text ?? ' '));
  return labelled.length === 1 ? labelled[0] : undefined;
}
