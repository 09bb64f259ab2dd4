import type { Answer } from '../model/answer.ts';
import type { Query } from '../model/query.ts';
import { asAside } from './decide/aside.ts';
import { chooseFrom } from './decide/choose.ts';
import { type FollowUp, followUp } from './decide/follow-up.ts';
import { moreOf } from './decide/further.ts';
import { describeSense } from './describe.ts';
import { courtesyOf } from './read/courtesy.ts';
import { type Frame, namesSomebody, readFrame } from './read/frame.ts';
import { anyIntent, readSentence, type Sentence } from './read/sentence.ts';
import { buildQuery } from './resolve/build.ts';
import { emptyQuery } from './resolve/empty.ts';
import { withSlips } from './resolve/slips.ts';
import { itemAt, itemsOf, shownIn, thoseMeant, unheldName } from './talk.ts';
import type { Mention, Setting, TalkContext, Understanding } from './understanding.ts';

/**
 * Understands a question: words are recognised with their places, overlaps settled, rows and columns put together,
 * the kind decided, names and years resolved against what is held. Never throws for what is typed.
 * @throws {DataFileError} when a lexicon cannot be used.
 */
export function understand(text: string, setting: Setting): Understanding {
  const sentence = readSentence(text, setting);
  const courtesy = courtesyOf(sentence);
  if (courtesy !== undefined)
    return {
      query: courtesyQuery(courtesy, sentence),
      mentions: mentionsOf(sentence, text),
      notes: ['客气话，没有问什么。'],
    };
  const chosen = chooseFrom(sentence, setting) ?? moreOf(sentence, setting);
  if (chosen) return { query: chosen.query, mentions: mentionsOf(sentence, text), notes: [chosen.note] };
  const frame = corrected(withUnheld(withItem(readFrame(sentence, setting), setting), setting));
  const filled = pointsNowhere(frame, setting) ? nowhere(frame) : followUp(frame, setting.context);
  const built = buildQuery(filled.frame, filled.plan, filled.carried, setting);
  const marked = asAside(withContextMarks(built, filled), frame, setting.context);
  const query = withSlips(marked, sentence, setting);
  return {
    query,
    mentions: mentionsOf(sentence, text),
    notes: [filled.plan.why, ...filled.notes, ...frame.named.notes, ...notesOn(query)],
  };
}

function courtesyQuery(key: string, { language }: Sentence): Query {
  return { ...emptyQuery('help', language), topic: `courtesy.${key}` };
}

/** What is to be remembered after an answer. What was not understood changes nothing. */
export function remember(understanding: Understanding, answer: Answer, before?: TalkContext): TalkContext {
  const { query } = understanding;
  if ((query.kind === 'not-understood' || query.kind === 'help') && before) return before;
  if (query.aside && before) return { ...before, aside: query, options: [] };
  // One of the choices taken: the others stay open for 澄阳县的呢.
  const chosen = before?.options.some((option) => option.query === query || same(option.query, query));
  const options = query.options ?? (chosen ? (before?.options ?? []) : []);
  const [first] = options;
  const asked = first && query.kind === 'clarify' ? openQuestion(query, first.query, before) : query;
  const items = query.options ? options.map((option) => option.label) : itemsOf(query, answer);
  const recent = (before?.recent ?? []).filter((id) => !query.agencies.includes(id));
  const shown = shownIn(query, answer);
  const talk = { query: asked, options, items, recent: [...recent, ...query.agencies].slice(-5) };
  return shown > 0 ? { ...talk, shown } : talk;
}

/** What is known while a choice is open: of one figure the agency is in doubt; of several not even the figure. */
function openQuestion({ options }: Query, first: Query, before: TalkContext | undefined): Query {
  const oneFigure = options?.every((option) => option.query.readings.join() === first.readings.join());
  if (!oneFigure && before) return before.query;
  return { ...first, agencies: [], agenciesFrom: 'all', ...(oneFigure ? {} : { readings: [] }) };
}

const same = (one: Query, other: Query) => JSON.stringify(one) === JSON.stringify(other);

/** 第一个单位的公开率: a place in the list shown before names its agency; 它 the one talked of. */
function withItem(frame: Frame, { context, library }: Setting): Frame {
  const choice = frame.sentence.of('choice')[0];
  const that = frame.sentence.spans.find((span) => anyIntent(span, 'that'));
  const span = choice?.span ?? that;
  if (!context || !span || (!choice && namesSomebody(frame))) return frame;
  const { named } = frame;
  const item = choice ? itemAt(context, choice.sense.ordinal, library) : undefined;
  const meant = choice ? (item === undefined ? [] : [item]) : thoseMeant(context, library);
  if (meant.length === 0) return frame;
  return { ...frame, group: false, named: { ...named, agencies: [...named.agencies, { span, ids: meant }] } };
}

/** 第九个有什么问题, where eight were listed. */
function pointsNowhere(frame: Frame, { context, library }: Setting): boolean {
  const choice = frame.sentence.of('choice')[0];
  // 第一个错误在哪 is of what the checks listed, not of agencies.
  if (!context || !choice || namesSomebody(frame) || frame.has('audit')) return false;
  return itemAt(context, choice.sense.ordinal, library) === undefined;
}

function nowhere(frame: Frame): FollowUp {
  const plan = { kind: 'not-understood' as const, asGroup: false, why: '前面没有列出这么多家。' };
  return { frame, plan, carried: { agencies: [], filter: {}, years: [], before: [] }, notes: [] };
}

/** 2023年呢 after a name that nobody holds asks about that name, not about all agencies. */
function withUnheld(frame: Frame, { context }: Setting): Frame {
  const unknown = context && unheldName(context);
  const ofAll =
    frame.group || frame.has('most', 'least', 'rank', 'sum', 'list', 'help', 'each', 'correcting');
  if (unknown === undefined || ofAll || namesSomebody(frame)) return frame;
  return { ...frame, named: { ...frame.named, strangers: [unknown] } };
}

/** 不是望溪县，是澄阳县: what is said last is meant. */
function corrected(frame: Frame): Frame {
  if (!frame.has('correcting')) return frame;
  const { agencies, regions } = frame.named;
  const last = [...agencies, ...regions].sort((a, b) => a.span.start - b.span.start).at(-1);
  const lastYear = frame.years.at(-1);
  return {
    ...frame,
    named: {
      ...frame.named,
      agencies: agencies.filter((slot) => slot === last),
      regions: regions.filter((slot) => slot === last),
    },
    years: lastYear && frame.years.length > 1 ? [lastYear] : frame.years,
  };
}

function withContextMarks(query: Query, { carried, sameMatter }: FollowUp): Query {
  const same = carried.agencies.length > 0 && query.agencies.some((id) => carried.agencies.includes(id));
  const told = sameMatter && (query.readings.length > 0 || query.text !== undefined);
  return {
    ...query,
    ...(same ? { agenciesFrom: 'context' } : {}),
    ...(told ? { matterFrom: 'context' } : {}),
  };
}

function mentionsOf(sentence: Sentence, typed: string): Mention[] {
  return sentence.spans.flatMap((span) => {
    const start = sentence.offsets[span.start] ?? 0;
    const end = sentence.offsets[span.end] ?? typed.length;
    return span.senses.map((sense) => ({
      ...describeSense(sense),
      start,
      end,
      text: typed.slice(start, end),
    }));
  });
}

function notesOn(query: Query): string[] {
  const notes: string[] = [];
  if (query.yearsFrom === 'default' && query.years.length > 0)
    notes.push(`没有说年份，取最新收录的 ${query.years.join('、')} 年。`);
  if (query.correction) notes.push(query.correction);
  return notes;
}
