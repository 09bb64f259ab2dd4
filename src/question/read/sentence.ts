import { normalize } from '../../../index/normalize.ts';
import { lexicon } from '../lexicon.ts';
import type { Intent } from '../lexicon-schema.ts';
import { recogniseAgencies, recogniseGenericGovernments } from '../recognise/agencies.ts';
import { arbitrate } from '../recognise/arbitrate.ts';
import { recogniseAsides } from '../recognise/asides.ts';
import { recogniseEnglishOrgans } from '../recognise/english-organs.ts';
import {
  recogniseChoices,
  recogniseCountedKinds,
  recogniseKinds,
  recogniseNumbers,
  recogniseOrders,
} from '../recognise/orders.ts';
import { recogniseQuoted } from '../recognise/quoted.ts';
import { refine } from '../recognise/refine.ts';
import { heldPlaces, recogniseRegions, recogniseStrangePlaces } from '../recognise/regions.ts';
import { recogniseSlips } from '../recognise/slips.ts';
import { recogniseStrangers } from '../recognise/strangers.ts';
import { recogniseWords } from '../recognise/words.ts';
import { recogniseYears } from '../recognise/years.ts';
import { hasIntent, type Role, type Sense, type Span, sense } from '../span.ts';
import type { Setting } from '../understanding.ts';
import { restOf } from './rest.ts';

/** A question cut into what was recognised. All offsets are those of the normalized text. */
export interface Sentence {
  text: string;
  /** Normalized offset → offset as typed. */
  offsets: Uint32Array;
  spans: readonly Span[];
  language: 'zh' | 'en';
  has(intent: Intent): boolean;
  /** The spans with a sense in a role, in order. */
  of<R extends Role>(role: R): { span: Span; sense: Extract<Sense, { role: R }> }[];
  /** Stretches that nothing explains, padding left out. */
  rest: string[];
  /** The same of clauses in which only the asker speaks of himself: 恕我直言. */
  beside: string[];
}

/** Normalizes, recognises and settles overlaps. */
export function readSentence(typed: string, setting: Setting): Sentence {
  const { text, offsets } = normalize(typed);
  const today = Number(setting.today.slice(0, 4));
  const words = lexicon();
  const places = heldPlaces(setting.library);
  const orders = recogniseOrders(text);
  const known = recogniseWords(text, words);
  const found = [
    ...known,
    ...recogniseAsides(text),
    ...recogniseYears(text, today),
    ...orders,
    ...recogniseCountedKinds(text, orders),
    ...recogniseKinds(text),
    ...recogniseNumbers(text),
    ...recogniseChoices(text),
    ...recogniseAgencies(text, setting.library, places),
    ...recogniseGenericGovernments(text, known, places),
    ...recogniseRegions(text, places),
  ];
  found.push(...recogniseEnglishOrgans(text, found, setting.library, places));
  found.push(...recogniseQuoted(text, found));
  const first = arbitrate(found, text.length);
  // Places that nobody holds can only stand where something is left unexplained.
  const strange = uncovered(first, text.length).some((free, at) => free && han.test(text[at] ?? ''))
    ? recogniseStrangePlaces(text, found, places)
    : [];
  const held = found.filter((span) => !cutsPlace(span, strange));
  const more = [
    ...strange,
    ...recogniseStrangers(
      text,
      strange.length > 0 ? arbitrate([...held, ...strange], text.length) : first,
      places,
    ),
    ...recogniseSlips(text, words, uncovered(first, text.length)),
  ];
  return sentenceOf(
    text,
    offsets,
    refine(more.length > 0 ? arbitrate([...held, ...more], text.length) : first),
    setting.context?.query.language,
  );
}

const han = /\p{Script=Han}/u;

/** 修武县乡村振兴局 is not 武(陟)县乡村振兴局: an abbreviation that begins in the midst of another place's name. */
function cutsPlace(span: Span, strange: readonly Span[]): boolean {
  if (!sense(span, 'agency')) return false;
  return strange.some((place) => place.start < span.start && place.end > span.start);
}

export function sentenceOf(
  text: string,
  offsets: Uint32Array,
  spans: readonly Span[],
  talked: 'zh' | 'en' = 'zh',
): Sentence {
  const intents = new Set<Intent>();
  for (const span of spans) for (const s of span.senses) if (s.role === 'intent') intents.add(s.intent);
  return {
    text,
    offsets,
    spans,
    language: languageOf(text, spans) ?? talked,
    has: (intent) => intents.has(intent),
    of: (role) =>
      spans.flatMap((span) => {
        const found = sense(span, role);
        return found ? [{ span, sense: found }] : [];
      }),
    ...restOf(text, spans),
  };
}

/**
 * English when Latin words outnumber Chinese characters; names of agencies may be Chinese. Undefined where nothing but
 * names and numbers tells: 2022?
 */
function languageOf(text: string, spans: readonly Span[]): 'zh' | 'en' | undefined {
  const names = spans.filter(
    (span) => sense(span, 'agency') || sense(span, 'region') || sense(span, 'stranger'),
  );
  const own = names.reduceRight((left, span) => left.slice(0, span.start) + left.slice(span.end), text);
  const latin = own.match(/[a-z]{2,}/g)?.length ?? 0;
  const han = own.match(/\p{Script=Han}/gu)?.length ?? 0;
  if (han === 0 && latin < 2) return undefined;
  return latin >= 2 && latin * 3 > han ? 'en' : 'zh';
}

function uncovered(spans: readonly Span[], length: number): boolean[] {
  const free = new Array<boolean>(length).fill(true);
  for (const span of spans) {
    if (span.end - span.start < 2 && !sense(span, 'joiner')) continue;
    free.fill(false, span.start, span.end);
  }
  return free;
}

/** Whether one of the intents is meant by a span. */
export function anyIntent(span: Span, ...intents: Intent[]): boolean {
  return intents.some((intent) => hasIntent(span, intent));
}
