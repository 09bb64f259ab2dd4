import type { AnswerBlock, AnswerPassage } from '../../model/answer.ts';
import type { PassageHit } from '../../model/library.ts';
import type { SectionNumber } from '../../model/report.ts';
import { nameSome, shown, tookYear } from '../common.ts';
import { clip, officialHeading, oneLine, placeOf, placeText, sectionHeading } from '../places.ts';
import { holdingAt } from '../rows.ts';
import { type Selection, select } from '../selection.ts';
import { highlight, sentenceCoverage } from '../sentences.ts';
import type { Draft, Task } from '../task.ts';
import { noReports, notHeldDraft } from './not-held.ts';

/** Hits fetched before those that say the same are laid together. */
const fetched = 80;

/** Where reports speak of something: the sentence, the part it stands in, and who else says the same. */
export function passages(task: Task): Draft {
  const { query, question } = task;
  const selection = select(task);
  if (selection.rows.length === 0) return noReports(task, selection);
  const text = query.text ?? question;
  const fresh = found(task, text, selection);
  const everyYear = { ...task, query: { ...query, years: [] } };
  const older = fresh.length === 0 && selection.byDefault ? select(everyYear, true) : undefined;
  const hits = older ? found(task, text, older) : fresh;
  if (hits.length === 0) return nothingFound(task, text, selection);
  const collapsed = collapse(task, hits, query.agencies.length === 1);
  const told = collapsed.slice(0, query.agencies.length === 1 ? 5 : shown);
  const names = [...new Set(collapsed.flatMap((passage) => [passage.agency, ...(passage.same ?? [])]))];
  return {
    kind: 'passages',
    agencies: names.slice(0, 100),
    years: [...new Set(told.map((passage) => passage.year))].sort((a, b) => a - b),
    passages: told,
    reports: [...new Set(collapsed.map((passage) => passage.reportId))],
    blocks: blocksOf(task, text, told, names, collapsed.length - told.length),
    ...(older ? {} : tookYear(task, selection)),
  };
}

function found({ library, query }: Task, text: string, selection: Selection): PassageHit[] {
  const { region, kinds, conditions } = query.filter;
  const narrowed = region || kinds?.length || conditions?.length;
  const hits = library.searchPassages(text, {
    limit: fetched,
    years: selection.years,
    ...(query.agencies.length ? { agencyIds: query.agencies } : {}),
    ...(query.sections?.length ? { sections: query.sections.filter(isSection) } : {}),
    ...(narrowed && !query.agencies.length
      ? { reportIds: new Set(selection.rows.map((row) => holdingAt(library, row).reportId)) }
      : {}),
  });
  return relevant(hits);
}

function isSection(number: number): number is SectionNumber {
  return number >= 0 && number <= 6;
}

/** A hit counts when one sentence of it holds nearly as much of what was looked for as the best sentence does. */
export function relevant(hits: readonly PassageHit[]): PassageHit[] {
  const best = hits.reduce((most, hit) => Math.max(most, hit.score), 0);
  const coverage = hits.map((hit) => sentenceCoverage(hit.text, hit.terms));
  const fullest = coverage.reduce((a, b) => Math.max(a, b), 0);
  return hits.filter((hit, i) => hit.score >= best * 0.3 && (coverage[i] ?? 0) * 5 >= fullest * 3);
}

/** Same words of several agencies become one passage; of one agency's paragraph only one is told in a list of many. */
function collapse({ library }: Task, hits: readonly PassageHit[], oneAgency: boolean): AnswerPassage[] {
  const byWords = new Map<string, AnswerPassage>();
  const seen = new Set<string>();
  for (const hit of hits) {
    const text = highlight(oneLine(hit.text), hit.terms);
    const key = text.replace(/[\s\p{P}\d]/gu, '');
    const known = byWords.get(key);
    if (known) {
      const other = hit.agency;
      if (other !== known.agency && !known.same?.includes(other)) known.same = [...(known.same ?? []), other];
      continue;
    }
    if (!oneAgency && seen.has(hit.reportId)) continue;
    seen.add(hit.reportId);
    const report = library.report(hit.reportId);
    byWords.set(key, {
      reportId: hit.reportId,
      agency: hit.agency,
      year: hit.year,
      section: report ? sectionHeading(report, hit.section, hit) : officialHeading(hit.section),
      text,
      score: hit.score,
      ...placeOf(hit),
    });
  }
  return [...byWords.values()];
}

function blocksOf(
  task: Task,
  text: string,
  told: readonly AnswerPassage[],
  names: readonly string[],
  rest: number,
): AnswerBlock[] {
  const { say, query } = task;
  const what = clip(oneLine(text), 20);
  const lead =
    query.agencies.length === 1
      ? say(`${names[0]}年报里的有关原文：`, `What the report of ${names[0]} says:`)
      : leadOver(task, what, told, names);
  const blocks: AnswerBlock[] = [{ kind: 'headline', text: lead }];
  for (const passage of told) {
    blocks.push({ kind: 'quote', text: passage.text, source: `${sourceText(task, passage)}` });
    if (passage.same?.length) {
      const others = nameSome(passage.same, say, 3);
      blocks.push({
        kind: 'note',
        text: say(
          `另有${passage.same.length}家单位同样表述：${others}`,
          `${passage.same.length} more in the same words: ${others}`,
        ),
      });
    }
  }
  if (rest > 0)
    blocks.push({
      kind: 'note',
      text: say(
        `还有${rest}处没有列出；可以指明单位再问。`,
        `${rest} more are not listed; name an agency to see its own.`,
      ),
    });
  return blocks;
}

/** Nobody is said to write what they do not: the very words, or only something about them. */
function leadOver(
  { say }: Task,
  what: string,
  told: readonly AnswerPassage[],
  names: readonly string[],
): string {
  const flat = (text: string) => text.replace(/[\s\p{P}]/gu, '');
  const some = nameSome(names, say);
  return told.every((passage) => flat(passage.text).includes(flat(what)))
    ? say(
        `${names.length}家单位的年报提到“${what}”：${some}`,
        `${names.length} agencies mention “${what}”: ${some}`,
      )
    : say(
        `${names.length}家单位的年报有与“${what}”有关的表述：${some}`,
        `${names.length} agencies say something related to “${what}”: ${some}`,
      );
}

/** 甲县乙局2023年，五、存在的主要问题及改进情况，第80行 */
function sourceText({ say }: Task, passage: AnswerPassage): string {
  const where = placeText(passage, say);
  const whose = say(`${passage.agency}${passage.year}年`, `${passage.agency} ${passage.year}`);
  return [whose, passage.section, where].filter(Boolean).join(say('，', ', '));
}

/** Understood, searched for, not there. */
function nothingFound(task: Task, text: string, selection: Selection): Draft {
  const { say } = task;
  const draft = notHeldDraft(task, { what: clip(oneLine(text), 30) });
  const lead = say(
    `收录的年报里没有找到“${clip(oneLine(text), 30)}”`,
    `Nothing about “${clip(oneLine(text), 30)}” was found in the reports held`,
  );
  return {
    ...draft,
    years: selection.years,
    blocks: [{ kind: 'headline', text: lead }, ...draft.blocks.filter((block) => block.kind === 'note')],
  };
}
