import { z } from 'zod';
import { loadDataFile } from '../../catalogue/data-file.ts';
import { lexicon } from '../lexicon.ts';
import { type Span, sense } from '../span.ts';
import { anyIntent, type Sentence } from './sentence.ts';

const silent = new Set([
  'agency',
  'region',
  'year',
  'padding',
  'joiner',
  'intent',
  'kind',
  'stranger',
  'number',
  'choice',
  'order',
]);

/**
 * The words that a question about the text looks for: what was typed without agency, year, question words and
 * padding, cut only where words end. Empty where nothing but those was said.
 */
export function wordsSought(sentence: Sentence): string {
  const { text, spans } = sentence;
  const kept = spans.map((span) => isContent(span));
  if (!kept.includes(true) && sentence.rest.length === 0) return '';
  const touches = (at: number, step: 1 | -1): boolean => {
    const beside = spans[at + step];
    const [edge, other] =
      step === 1
        ? [spans[at]?.end ?? 0, beside?.start ?? text.length]
        : [spans[at]?.start ?? 0, beside?.end ?? 0];
    if (edge !== other) return /\p{Script=Han}/u.test(text[step === 1 ? edge : edge - 1] ?? '');
    return kept[at + step] === true;
  };
  spans.forEach((span, at) => {
    if (!kept[at]) kept[at] = belongs(span, (step) => touches(at, step));
  });
  return joined(sentence, kept);
}

/** Whether a word that tells nothing by itself is part of what is looked for, as its neighbours have it. */
function belongs(span: Span, touches: (step: 1 | -1) => boolean): boolean {
  // 没有专人负责: what is denied is looked for with its denial.
  if (anyIntent(span, 'absent')) return span.text.length < 3 && touches(1);
  if (carried().has(span.text)) return true;
  if (span.text.length !== 1 || grammar.test(span.text) || !sense(span, 'padding')) return false;
  // 人员, 聘请: a single character that the lexicon knows is part of the unknown word that it touches.
  return touches(1) || touches(-1);
}

function isContent(span: Span): boolean {
  if (span.senses.some((s) => s.role === 'topic' || s.role === 'theme')) return true;
  return !span.senses.some((s) => silent.has(s.role));
}

const grammar =
  /[的地得了着过吗呢吧啊呀嘛哦么嗯在有是为被把对由从到向于以之其这就都又还才只会要想我你您他她它和与及个家件条次份哪怎]/;

function joined({ text, spans, language }: Sentence, kept: readonly boolean[]): string {
  // The reports are in Chinese: of an English question the words that are known in Chinese are looked for.
  const translated =
    language === 'en' && spans.some((span, i) => kept[i] && lexicon().translation(span.text));
  const own = (gap: string) => (translated ? ' ' : loose(gap));
  const chinese = (span: Span) => (translated ? ` ${lexicon().translation(span.text) ?? ''} ` : span.text);
  const pieces: string[] = [];
  let at = 0;
  spans.forEach((span, i) => {
    pieces.push(own(text.slice(at, span.start)), kept[i] ? chinese(span) : ' ');
    at = span.end;
  });
  pieces.push(own(text.slice(at)));
  return pieces.join('').replace(/\s+/g, ' ').trim();
}

const loose = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, ' ');

/** `data/lexicon/sought.json` */
const schema = z.strictObject({ note: z.string().optional(), carried: z.array(z.string().min(1)).min(1) });
let words: ReadonlySet<string> | undefined;

function carried(): ReadonlySet<string> {
  words ??= new Set(loadDataFile(schema, 'lexicon', 'sought.json').carried);
  return words;
}
