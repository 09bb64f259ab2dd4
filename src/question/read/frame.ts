import type { AgencyKind } from '../../model/report.ts';
import type { Intent } from '../lexicon-schema.ts';
import type { YearWord } from '../span.ts';
import type { Setting } from '../understanding.ts';
import { addsUp, sumNamed } from './added.ts';
import { readAsked } from './asked.ts';
import { anySuffices, mixesConditions } from './condition-figures.ts';
import { type ConditionSlot, readConditions, readStates } from './conditions.ts';
import { type Exceptions, readExceptions, withoutExcepted } from './exceptions.ts';
import { rateNamed, readShare, type ShareRead } from './measure.ts';
import type { Metrics } from './metrics.ts';
import { type Named, readNames } from './places.ts';
import { type PremiseRead, readPremise } from './premises.ts';
import { withRelative } from './relative.ts';
import type { Sentence } from './sentence.ts';
import { wordsSought } from './sought.ts';
import { isOfAllAgencies, isWholeOf, wholePlace } from './whole.ts';

/** What a question says, part by part, before it is decided what kind of question it is. */
export interface Frame {
  sentence: Sentence;
  named: Named;
  metrics: Metrics;
  share?: ShareRead;
  years: YearWord[];
  kinds: AgencyKind[];
  conditions: ConditionSlot[];
  bounds: Omit<ConditionSlot, 'wanted'>[];
  /** One of the conditions is enough; 'mixed': 或 and 且 in one question. */
  anyOf: boolean | 'mixed';
  except: Exceptions;
  order?: { direction: 'most' | 'least'; limit: number };
  premise?: PremiseRead;
  /** A group of agencies is asked about: 哪些单位, 各乡镇, 几家. */
  group: boolean;
  counts: boolean;
  /** 占全部单位的比例: a share that no table gives. */
  ofAll: boolean;
  /** The figures are to be added up: 上年结转和新收一共. */
  adds?: boolean;
  /** 全县, 所有单位: as it was said. */
  whole?: string;
  /** The words to look for in passages. */
  text: string;
  /** A matter of the running text is named. */
  topic: 'none' | 'topic' | 'figure';
  theme: boolean;
  has(...intents: Intent[]): boolean;
}

export function readFrame(sentence: Sentence, setting: Setting): Frame {
  const has = (...intents: Intent[]) => intents.some((intent) => sentence.has(intent));
  const kindsSaid = sentence.of('kind');
  const counts = has('countAgencies') || kindsSaid.some(({ span }) => /^(?:几|多少)/.test(span.text));
  const order = sentence.of('order')[0]?.sense;
  const all = readNames(sentence, setting);
  const except = readExceptions(sentence, all);
  let named = withoutExcepted(all, except);
  const kindSpans = kindsSaid.filter(({ span }) => !except.spans.has(span));
  const inside =
    counts || order !== undefined || kindSpans.length > 0 || has('everyone', 'mean', 'rank', 'sum');
  const within = inside ? named.agencies.find((slot) => placeOnly.test(slot.span.text)) : undefined;
  // 县里哪个局最忙: the place that the agencies lie in, not its government.
  if (within) named = { ...named, agencies: named.agencies.filter((slot) => slot !== within) };
  const whole = wholePlace.exec(sentence.text)?.[0] ?? (within && `全${within.span.text.charAt(0)}`);
  const somebody = named.agencies.length + named.regions.length + named.strangers.length > 0;
  const read = readConditions(sentence);
  const headless = read.conditions.length > 0 && !somebody && /的[\s?？。]*$/.test(sentence.text);
  const group =
    counts ||
    headless ||
    order !== undefined ||
    kindSpans.length > 0 ||
    isWholeOf(whole, named, sentence) ||
    (!somebody && (whole !== undefined || except.agencies.length + except.kinds.length > 0)) ||
    has('everyone', 'mean', 'median', 'rank', 'missing');
  const who = group && (counts || headless || asksWho(sentence));
  if (who) readStates(sentence, read);
  if (who || sentence.has('most')) named = withRelative(sentence, named, read);
  const premise = readPremise(sentence);
  const skip = new Set([...read.used, ...except.figures, ...(premise?.spans ?? [])]);
  const metrics = readAsked(sentence, read, skip, premise);
  const ofAll = isOfAllAgencies(sentence);
  const adds = !ofAll && addsUp(sentence, metrics);
  const rate = rateNamed(sentence, metrics.wanted) ?? (adds ? sumNamed(metrics.wanted) : undefined);
  const share = ofAll || rate ? undefined : readShare(sentence, metrics.wanted);
  return {
    sentence,
    named,
    ...(whole === undefined ? {} : { whole }),
    metrics: rate ? { ...metrics, wanted: [[rate]] } : share ? { ...metrics, wanted: share.wanted } : metrics,
    ...(share ? { share } : {}),
    years: yearsSaid(sentence, setting),
    kinds: kindsOf(
      kindSpans.flatMap(({ sense: s }) => [...s.kinds]),
      except.kinds,
    ),
    conditions: read.conditions,
    bounds: read.bounds,
    anyOf: mixesConditions(sentence) ? 'mixed' : anySuffices(sentence),
    except,
    ...(order ? { order: { direction: order.direction, limit: order.limit } } : {}),
    ...(premise ? { premise } : {}),
    group: group && !ofAll,
    counts,
    ofAll,
    ...(adds && !rate ? { adds } : {}),
    text: wordsSought(sentence),
    topic: topicOf(sentence),
    theme: sentence.of('theme').length > 0,
    has,
  };
}

/** 县里, 镇上: as people say whom they mean without naming it. */
const placeOnly = /^[省市县区镇乡][里上]$/;

/** Next year's plans stand in this year's report. */
function yearsSaid(sentence: Sentence, { today }: Setting): YearWord[] {
  const now = Number(today.slice(0, 4));
  const said = sentence.of('year').map(({ sense: s }) => s.year);
  if (!sentence.has('improvements')) return said;
  return said.filter((word) => word.kind !== 'years' || word.years.some((year) => year <= now));
}

const allKinds: readonly AgencyKind[] = ['government', 'town', 'subdistrict', 'bureau', 'centre', 'other'];

/** 除了乡镇: every other kind. */
function kindsOf(said: readonly AgencyKind[], except: readonly AgencyKind[]): AgencyKind[] {
  const from = except.length > 0 && said.length === 0 ? allKinds : said;
  return [...new Set(from)].filter((kind) => !except.includes(kind));
}

/** 哪些单位 …, … 的单位有哪些, 谁: agencies are looked for, not a figure. */
function asksWho(sentence: Sentence): boolean {
  if (sentence.has('most') || sentence.has('least') || sentence.has('howMany')) return false;
  return sentence.has('everyone') || sentence.has('list') || sentence.of('kind').length > 0;
}

function topicOf(sentence: Sentence): Frame['topic'] {
  const topics = sentence
    .of('topic')
    .filter(({ span }) => span.senses.every((s) => s.role !== 'row' || s.weak));
  if (topics.some(({ sense: s }) => s.figure)) return 'figure';
  return topics.length > 0 ? 'topic' : 'none';
}

/** Whether a row of the tables is named by itself, not only hinted at by 申请 or 收到. */
export function namesFigure(frame: Frame): boolean {
  return (frame.metrics.wanted.length > 0 && !frame.metrics.weak) || frame.metrics.doubtful.length > 0;
}

/** Whether anything in the sentence speaks of an agency or place. */
export function namesSomebody(frame: Frame): boolean {
  const { agencies, regions, strangers } = frame.named;
  return agencies.length + regions.length + strangers.length > 0;
}
