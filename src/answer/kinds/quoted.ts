import type { AnswerBlock } from '../../model/answer.ts';
import type { PassageHit } from '../../model/library.ts';
import { coveredBy, isSure, likelyAbout, surelyAbout } from '../covered.ts';
import { wording } from '../names.ts';
import { asked } from '../own-words.ts';
import { oneLine } from '../places.ts';
import { highlight } from '../sentences.ts';
import type { Draft, Handler, Task } from '../task.ts';
import { notHeld } from './not-held.ts';
import { passagesDraft } from './passages.ts';

/** Above quotations that hold much of what was asked, but not all. */
export function likeLead(task: Task): AnswerBlock[] {
  const { say } = task;
  const text = say(
    `没有直接写“${asked(task)}”的原文；意思相近的有：`,
    `No report says “${asked(task)}” outright; what comes near:`,
  );
  return [{ kind: 'headline', text }];
}

/**
 * What stands in no table may stand in the reports' own words. Where a figure was asked for, or the question assumed what
 * is not so, the answer stays `not-held`: the words are shown for what they are.
 */
function quotedForNotHeld(task: Task): Draft | undefined {
  const { query, say } = task;
  const { agency, year, what } = query.wanted ?? {};
  if (agency !== undefined && year === undefined) return namedLikeAnAgency(task, agency);
  if (year !== undefined || what === undefined) return undefined;
  const strict = query.correction !== undefined || asksFigure(task);
  const hits = coveredBy(task, strict ? surelyAbout : likelyAbout);
  if (hits.length === 0) return undefined;
  if (!strict) return passagesDraft(task, asked(task), hits, isSure(hits) ? undefined : likeLead(task));
  const lead = say(
    '年报的表格里没有这一项数据；原文里提到的是：',
    'The tables hold no such figure; the text of the reports says:',
  );
  const told = asksFigure(task) ? numbersFirst(hits) : hits;
  const draft = passagesDraft(task, asked(task), told, [{ kind: 'headline', text: lead }]);
  return { ...draft, kind: 'not-held' };
}

const organEnds = /(?:[局厅委办署院所镇乡队]|政府|中心|街道|学校|小学|中学|大学|公司|法庭)$/u;

/**
 * 青禾县政务公开专区 ends as the name of a place does, and is none: the report of 青禾县 itself has the word. The name of an
 * organ is never looked for in the report of another.
 */
function namedLikeAnAgency(task: Task, name: string): Draft | undefined {
  const { library, say, query } = task;
  const [mention] = library.findAgencies(name).filter(({ start }) => start === 0);
  const [first, second] = mention?.candidates ?? [];
  const id = first && (!second || first.score > second.score) ? first.agencyId : undefined;
  const matter = id === undefined ? '' : name.slice(mention?.end);
  if (id === undefined || matter.length < 3 || organEnds.test(matter)) return undefined;
  const hits = coveredBy({ ...task, query: { ...query, agencies: [id] } }, surelyAbout);
  const own = hits.filter(({ text }) => text.includes(matter));
  if (own.length === 0) return undefined;
  const lead = say(
    `没有收录名为“${name}”的单位；原文里提到的是：`,
    `No agency named “${name}” is held; the text of the reports says:`,
  );
  const told = asksFigure(task) ? numbersFirst(own) : own;
  const draft = passagesDraft(task, asked(task), told, [{ kind: 'headline', text: lead }]);
  return { ...draft, kind: 'not-held' };
}

/** 15个, 四十七家; not the number of a paragraph. */
const counted =
  /(?<![第（(\d])(?:\d[\d,.]*|[一二两三四五六七八九十百千万]+)余?(?:个|处|家|名|条|篇|期|场|次|项|份|件|人|块|台|套|户|元|万|%|％)/u;

/** Asked how many, who gives a number answers before who does not. */
function numbersFirst(hits: readonly PassageHit[]): PassageHit[] {
  const tells = ({ text, terms }: PassageHit) => counted.test(highlight(oneLine(text), terms));
  return [...hits.filter(tells), ...hits.filter((hit) => !tells(hit))];
}

/** 多少, 几个, 谁是: a number or a name is asked for, which a passage on the matter need not give. */
function asksFigure({ question }: Task): boolean {
  return wording().asksFigure.some((word) => question.includes(word));
}

/** What is not held, unless the reports' own words tell it. */
export const notHeldUnlessQuoted: Handler = (task) => quotedForNotHeld(task) ?? notHeld(task);

/** Below an answer for which no table gives a figure: what the reports say of it in their own words. */
export function besideNoFigure(handler: Handler): Handler {
  return (task) => {
    const draft = handler(task);
    if (!hasNothing(draft)) return draft;
    const hits = coveredBy(task, surelyAbout);
    if (hits.length === 0) return draft;
    const lead = task.say('原文里提到的是：', 'The text says:');
    const quoted = passagesDraft(task, asked(task), hits, [{ kind: 'text', text: lead }]);
    return { ...draft, passages: quoted.passages ?? [], blocks: [...draft.blocks, ...quoted.blocks] };
  };
}

/** No report gives the figure, or none is known to fit. A blank cell is an answer. */
function hasNothing({ kind, values = [], agencies = [], passages = [] }: Draft): boolean {
  if (kind !== undefined || passages.length > 0) return false;
  if (values.length === 0) return agencies.length === 0;
  return values.every(({ value, status, unit }) =>
    unit === '家' ? value === 0 : value === null && status !== 'blank',
  );
}
