import type { AgencyKind } from '../../model/report.ts';
import type { Intent } from '../lexicon-schema.ts';
import type { YearWord } from '../span.ts';
import type { Setting } from '../understanding.ts';
import { anySuffices, isFigure, mixesConditions } from './condition-figures.ts';
import { addCondition, type ConditionSlot, readConditions, readStates } from './conditions.ts';
import { type Exceptions, readExceptions, withoutExcepted } from './exceptions.ts';
import { readShare, type ShareRead } from './measure.ts';
import { type Metrics, readMetrics } from './metrics.ts';
import { type Named, readNames } from './places.ts';
import { type PremiseRead, readPremise } from './premises.ts';
import { readRelative, withoutBound } from './relative.ts';
import type { Sentence } from './sentence.ts';
import { wordsSought } from './sought.ts';

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
  /** 全县, 所有单位: as it was said. */
  whole?: string;
  /** The words to look for in passages. */
  text: string;
  /** A matter of the running text is named. */
  topic: 'none' | 'topic' | 'figure';
  theme: boolean;
  has(...intents: Intent[]): boolean;
}

const received = 'applications.newReceived.total';
const handled = 'applications.handledTotal.total';

/** 全县一共, 所有的: everybody, whoever was talked of before. */
const wholePlace =
  /全[省市县区镇乡州盟](?![场面长])|所有的?(?:单位|机关|部门|年报|报告|地方)|全部(?:单位|机关|部门)|(?:一共|总共|合计)各/;

const levelOf: Record<string, string> = {
  省: 'province',
  市: 'city',
  州: 'city',
  县: 'county',
  区: 'county',
};

/** 青禾全县, 北屏市 … 全市: all that lies in the region, not its government alone. */
function isWholeOf(whole: string, { agencies, regions, strangers }: Named): boolean {
  const others = agencies.length + strangers.length + regions.length - 1;
  return others === 0 && regions[0]?.place.level === levelOf[whole.slice(1)];
}

/** 占全部单位的; 占全部申请的 is a part of another figure. */
function isOfAllAgencies({ text, spans }: Sentence): boolean {
  const match = ofAllAgencies.exec(text);
  const end = match ? match.index + match[0].length : 0;
  const behind = spans.find((span) => span.start >= end && span.text !== '的');
  return match !== null && !(behind && /(?:全部|所有)$/.test(match[0]) && isFigure(behind));
}

const ofAllAgencies = /占(?:了|到)?(?:全部|所有|全[省市县区国]|各单位|各家|总体)/;

export function readFrame(sentence: Sentence, setting: Setting): Frame {
  const has = (...intents: Intent[]) => intents.some((intent) => sentence.has(intent));
  const kindsSaid = sentence.of('kind');
  const counts = has('countAgencies') || kindsSaid.some(({ span }) => /^(?:几|多少)/.test(span.text));
  const order = sentence.of('order')[0]?.sense;
  const all = readNames(sentence, setting);
  const except = readExceptions(sentence, all);
  let named = withoutExcepted(all, except);
  const kindSpans = kindsSaid.filter(({ span }) => !except.spans.has(span));
  const whole = wholePlace.exec(sentence.text)?.[0];
  const somebody = named.agencies.length + named.regions.length + named.strangers.length > 0;
  const read = readConditions(sentence);
  const headless = read.conditions.length > 0 && !somebody && /的[\s?？。]*$/.test(sentence.text);
  const group =
    counts ||
    headless ||
    (whole !== undefined && (!somebody || isWholeOf(whole, named))) ||
    kindSpans.length > 0 ||
    order !== undefined ||
    ((except.agencies.length > 0 || except.kinds.length > 0) && !somebody) ||
    has('everyone', 'mean', 'median', 'rank', 'missing');
  const who = group && (counts || headless || asksWho(sentence));
  if (who) readStates(sentence, read);
  const relative = who || sentence.has('most') ? readRelative(sentence, named) : undefined;
  if (relative) {
    named = withoutBound(named, relative);
    const { operator, agency: than } = relative;
    addCondition(read, sentence, relative.span, { operator, value: 0, than });
  }
  const premise = readPremise(sentence);
  const skip = new Set([...read.used, ...except.figures, ...(premise?.spans ?? [])]);
  let metrics = readMetrics(sentence, skip);
  if (metrics.wanted.length === 0 && read.conditions.length > 0)
    metrics = { ...metrics, wanted: read.conditions.map((c) => c.wanted), doubtful: [], weak: false };
  if (sentence.has('breakdown') && metrics.wanted.length === 0)
    metrics = { ...metrics, wanted: [[/人/.test(sentence.text) ? received : handled]] };
  if (premise?.nearest) metrics = withNearest(metrics, premise, sentence);
  const ofAll = isOfAllAgencies(sentence);
  const share = ofAll ? undefined : readShare(sentence, metrics.wanted);
  return {
    sentence,
    named,
    ...(whole === undefined ? {} : { whole }),
    metrics: share ? { ...metrics, wanted: share.wanted } : metrics,
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
    text: wordsSought(sentence),
    topic: topicOf(sentence),
    theme: sentence.of('theme').length > 0,
    has,
  };
}

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

/** 驳回 → the row or the result that comes nearest. */
function withNearest(metrics: Metrics, premise: PremiseRead, sentence: Sentence): Metrics {
  const nearest = premise.nearest ?? '';
  if (nearest.startsWith('result.')) {
    const key = nearest.slice('result.'.length);
    const blocks = sentence.of('row').flatMap(({ sense: s }) => (s.id.startsWith('reviews.') ? [s.id] : []));
    return { ...metrics, wanted: [...new Set(blocks)].map((block) => [`${block}.${key}`]), weak: false };
  }
  const applicants = sentence.of('applicant').flatMap(({ sense: s }) => [...s.keys]);
  const columns = applicants.length > 0 ? applicants : ['total'];
  const others = metrics.weak ? [] : metrics.wanted;
  return {
    ...metrics,
    wanted: [...others, ...columns.map((column) => [`${nearest}.${column}`])],
    weak: false,
  };
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
