import type { AnswerBlock, AnswerPassage } from '../../model/answer.ts';
import type { PassageHit } from '../../model/library.ts';
import { shown, tookYear } from '../common.ts';
import { isNarrowed, lookFor, notAll } from '../found.ts';
import { toldWords } from '../own-words.ts';
import { officialHeading, oneLine, placeOf, sectionHeading } from '../places.ts';
import { type Quoted, quoteBlocks, quotesOnly } from '../quotes.ts';
import { holdingAt } from '../rows.ts';
import { type Selection, select } from '../selection.ts';
import { highlight } from '../sentences.ts';
import type { Draft, Task } from '../task.ts';
import { noReports } from './not-held.ts';
import { nothingFound } from './nothing-found.ts';
import { value } from './value.ts';

/** Of one agency so many passages are told. */
const ofOneAgency = 5;

/**
 * Where reports speak of something: the sentence, the part it stands in, and who else says the same.
 * @param preferred where some are, only those are told
 */
export function passages(task: Task, preferred: (hit: PassageHit) => boolean = () => true): Draft {
  const { query, question } = task;
  const everyYear = ofAnyYear(task);
  const selection = everyYear ? select(withoutYears(task), true) : select(task);
  if (selection.rows.length === 0) return noReports(task, selection);
  const text = toldWords(task, query.text ?? question);
  const fresh = found(task, selection, everyYear);
  const older = fresh.length === 0 && selection.byDefault && !everyYear;
  const all = older ? found(task, select(withoutYears(task), true), true) : fresh;
  if (all.length === 0)
    return query.readings.length > 0 ? figuresInstead(task) : nothingFound(task, text, selection);
  const best = all.filter(preferred);
  const hits = best.length > 0 ? best : all;
  const draft = passagesDraft(task, text, hits);
  return { ...draft, ...(older || everyYear ? { everyYear: true } : tookYear(task, selection)) };
}

/**
 * The answer that rests on these hits.
 * @param lead stands above the quotations instead of who speaks of it
 */
export function passagesDraft(
  task: Task,
  text: string,
  hits: readonly PassageHit[],
  lead?: readonly AnswerBlock[],
): Draft {
  const one = task.query.agencies.length === 1;
  const many = one ? ofOneAgency : shown;
  const skip = task.query.kind === 'passages' ? (task.query.skip ?? 0) : 0;
  const all = collapse(hits, one);
  if (skip > 0 && skip >= all.length) return nothingMore(task);
  const collapsed = all.slice(skip).map((quoted, i) => (i < many ? headed(task, quoted) : quoted));
  const told = collapsed.slice(0, many);
  const complete = hits.length < notAll;
  const names = [...new Set(collapsed.flatMap(({ passage }) => [passage.agency, ...(passage.same ?? [])]))];
  return {
    kind: 'passages',
    agencies: names.slice(0, 100),
    years: [...new Set(told.map(({ passage }) => passage.year))].sort((a, b) => a - b),
    passages: told.map(({ passage }) => passage),
    reports: [...new Set(collapsed.map(({ passage }) => passage.reportId))],
    blocks:
      lead || skip > 0
        ? [...(lead ?? goingOn(task, skip)), ...quotesOnly(task, collapsed, complete)]
        : quoteBlocks(task, text, collapsed, complete),
  };
}

function goingOn({ say }: Task, skip: number): AnswerBlock[] {
  return [
    { kind: 'headline', text: say(`接着列，第${skip + 1}处起：`, `Going on from number ${skip + 1}:`) },
  ];
}

/** Everything that was found has been shown. */
function nothingMore({ say }: Task): Draft {
  const text = say('没有更多了，前面已经列全。', 'There is no more: everything was shown.');
  return { kind: 'passages', blocks: [{ kind: 'headline', text }] };
}

/** Over many agencies a year counts only when the question names it: who does something is asked of all reports. */
function ofAnyYear({ query }: Task): boolean {
  return query.agencies.length === 0 && (query.years.length === 0 || query.yearsFrom !== 'question');
}

function withoutYears(task: Task): Task {
  return { ...task, query: { ...task.query, years: [] } };
}

function found({ library, query, question }: Task, selection: Selection, everyYear: boolean): PassageHit[] {
  const narrowed = isNarrowed(query) && query.agencies.length === 0;
  if (narrowed) {
    // The reports of a selection are of its years already.
    const reportIds = new Set(selection.rows.map((row) => holdingAt(library, row).reportId));
    return lookFor(library, query, question, { years: [], reportIds });
  }
  return lookFor(library, query, question, { years: everyYear ? [] : selection.years });
}

/** Same words of several agencies become one passage; of one agency only one is told in a list of many. */
function collapse(hits: readonly PassageHit[], oneAgency: boolean): Quoted[] {
  const byWords = new Map<string, Quoted>();
  const seen = new Set<string>();
  for (const hit of hits) {
    const text = highlight(oneLine(hit.text), hit.terms);
    const key = text.replace(/[\s\p{P}\d]/gu, '');
    const others = [hit, ...(hit.copies ?? [])].map(({ agency }) => agency);
    const known = byWords.get(key);
    if (known) {
      known.passage.same = sameAs(known.passage, others);
      continue;
    }
    if (!oneAgency && seen.has(hit.agencyId)) continue;
    seen.add(hit.agencyId);
    const passage: AnswerPassage = {
      reportId: hit.reportId,
      agency: hit.agency,
      year: hit.year,
      section: officialHeading(hit.section),
      text,
      score: hit.score,
      ...placeOf(hit),
    };
    const how = { related: hit.related ?? false, denied: hit.opposite === 'denied' };
    byWords.set(key, { passage: { ...passage, same: sameAs(passage, others) }, hit, ...how });
  }
  return [...byWords.values()].map(({ passage: { same, ...passage }, ...how }) => ({
    passage: { ...passage, ...(same?.length ? { same } : {}) },
    ...how,
  }));
}

/** With the heading as the report prints it: only reports that are quoted are opened. */
function headed({ library }: Task, { passage, hit, ...how }: Quoted): Quoted {
  const report = library.report(hit.reportId);
  const section = report ? sectionHeading(report, hit.section, hit) : passage.section;
  return { passage: { ...passage, section }, hit, ...how };
}

function sameAs({ agency, same = [] }: AnswerPassage, others: readonly string[]): string[] {
  return [...new Set([...same, ...others])].filter((other) => other !== agency);
}

/** Asked why, and no text says it: the rows of the table that the figure is made of. */
function figuresInstead(task: Task): Draft {
  const { say, query } = task;
  const draft = value({ ...task, query: { ...query, kind: 'value' } });
  const text = say(
    '报告的文字没有说明原因，表格里的各种情形如下。',
    'The text gives no reason; the rows of the table:',
  );
  return { kind: 'value', ...draft, blocks: [{ kind: 'note', text }, ...draft.blocks] };
}
