import type { PassageHit } from '../model/library.ts';
import { lookFor, withoutAgencies } from './found.ts';
import { wording } from './names.ts';
import { filterTest } from './rows.ts';
import type { Task } from './task.ts';

/** So much of what was asked must stand in one sentence of a report, and something rare, for it to speak of just that. */
export const surelyAbout = 0.74;
/** So much that it speaks of something like it, and is told as no more than that. */
export const likelyAbout = 0.66;
/**
 * More than half of what was asked is something like it where the rarest of it stands nearly nowhere else, and nothing as
 * rare is missing that other passages have (小区停水: of 小区 alone). What no report has may be the asker's own word.
 */
const half = { cover: 0.51, rarest: 0.65, missed: 0.6 };
/** What else is told beside the best. */
const alsoAbout = 0.6;

/** A question that stands in the report of its agency as it is, however common its words: 你点我检. */
const shortestPhrase = 4;

/** The parts that a report writes in its own words. */
const ownWords = [1, 5, 6];

/** What stands in more passages than this part of them is in every report: 申请, 公开. */
const commonFrom = 0.04;
/** In a small library nothing is told apart so finely. */
const rareEnough = 0.45;
/** Passages of one report, about. */
const passagesOfOne = 20;

/**
 * What the reports' own words say of the very thing asked; empty unless the best of it reaches the floor. Agencies and
 * filter of the question hold, and its years where it names them.
 * @param floor `surelyAbout` or `likelyAbout`; all of it in other words makes 0.75
 */
export function coveredBy(task: Task, floor: number): PassageHit[] {
  const { library, query, question } = task;
  if (query.language === 'en') return [];
  const years = query.yearsFrom === 'question' ? query.years : [];
  const { region, kinds, except } = query.filter;
  const said = [...(region ? [region.name] : []), ...wording().everywhere];
  const looked = said.reduce((left, word) => left.replaceAll(word, ' '), question);
  const hits = lookFor(library, { ...query, sections: ownWords }, looked, {
    years,
    ...(region || kinds?.length || except?.length ? { reportIds: reportsThatFit(task) } : {}),
  });
  const rare = rarityOf(commonFrom, library.holdings.length * passagesOfOne);
  const ofOne = query.agencies.length === 1;
  const phrase = bare(withoutAgencies(library, query, looked));
  const says = (text: string) => ofOne && phrase.length >= shortestPhrase && bare(text).includes(phrase);
  const reaches = ({ cover = 0, rarest = 0, missed = 0, text }: PassageHit) =>
    (cover >= floor && rarest >= rare) ||
    says(text) ||
    (floor < surelyAbout && cover >= half.cover && rarest >= half.rarest && missed <= half.missed);
  // Only where nothing but what comes near is told may the rest come less near.
  const fullest = hits.reduce((most, { cover = 0 }) => Math.max(most, cover), 0);
  const least = floor === surelyAbout ? floor : Math.min(alsoAbout, fullest);
  return hits.some(reaches) ? hits.filter(({ cover = 0 }) => cover >= least) : [];
}

/** Words alone, without the marks that questions end with and quotations stand in. */
function bare(text: string): string {
  return text.replace(/[\s\p{P}]/gu, '');
}

/** The rarity, as passages tell it, of a word in that part of so many passages. */
function rarityOf(part: number, passages: number): number {
  return Math.min(rareEnough, Math.log(1 + 1 / part) / Math.log(2 + 2 * passages));
}

/** Whether the best of them holds all that was asked, or something like it. */
export function isSure(hits: readonly PassageHit[]): boolean {
  return hits.some(({ cover = 0 }) => cover >= surelyAbout);
}

function reportsThatFit({ library, query }: Task): Set<string> {
  const fits = filterTest(query.filter);
  return new Set(library.holdings.filter(fits).map(({ reportId }) => reportId));
}
