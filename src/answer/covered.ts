import type { PassageHit } from '../model/library.ts';
import { lookFor } from './found.ts';
import { filterTest } from './selection.ts';
import type { Task } from './task.ts';

/** How much of what was asked must stand in one sentence of a report, and how rare the rarest of it must be. */
export interface Floor {
  cover: number;
  rarest: number;
}

/** So much that the report speaks of just that; all of it in other words (`cover` 0.75) is enough. */
export const surelyAbout: Floor = { cover: 0.74, rarest: 0.45 };
/** So much that it speaks of something like it, and is told as no more than that. */
export const likelyAbout: Floor = { cover: 0.66, rarest: 0.45 };
/** What else is told beside the best. */
const alsoAbout = 0.6;

/** The parts that a report writes in its own words. */
const ownWords = [1, 5, 6];

/**
 * What the reports' own words say of the very thing asked; empty unless the best of it reaches the floor. Agencies and
 * filter of the question hold, and its years where it names them.
 */
export function coveredBy(task: Task, floor: Floor): PassageHit[] {
  const { library, query, question } = task;
  if (query.language === 'en') return [];
  const years = query.yearsFrom === 'question' ? query.years : [];
  const { region, kinds, except } = query.filter;
  const looked = region ? question.replaceAll(region.name, ' ') : question;
  const hits = lookFor(library, { ...query, sections: ownWords }, looked, {
    years,
    ...(region || kinds?.length || except?.length ? { reportIds: reportsThatFit(task) } : {}),
  });
  const reaches = ({ cover = 0, rarest = 0 }: PassageHit) => cover >= floor.cover && rarest >= floor.rarest;
  return hits.some(reaches) ? hits.filter(({ cover = 0 }) => cover >= alsoAbout) : [];
}

/** Whether the best of them holds all that was asked, or something like it. */
export function isSure(hits: readonly PassageHit[]): boolean {
  return hits.some(({ cover = 0, rarest = 0 }) => cover >= surelyAbout.cover && rarest >= surelyAbout.rarest);
}

function reportsThatFit({ library, query }: Task): Set<string> {
  const fits = filterTest(query.filter);
  return new Set(library.holdings.filter(fits).map(({ reportId }) => reportId));
}
