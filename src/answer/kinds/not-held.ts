import type { AnswerBlock } from '../../model/answer.ts';
import type { Query } from '../../model/query.ts';
import { agencyName, distinctNames, yearsText } from '../common.ts';
import { toldWords } from '../own-words.ts';
import { heldYears, type Selection } from '../selection.ts';
import type { Draft, Task } from '../task.ts';

/** Understood, but nothing that is held answers it: says what is held instead, and no figure. */
export function notHeld(task: Task): Draft {
  return notHeldDraft(task, task.query.wanted ?? {});
}

/** For a handler that finds no report for its question. */
export function noReports(task: Task, selection: Pick<Selection, 'missing' | 'years' | 'byDefault'>): Draft {
  const { library } = task;
  const first = selection.missing[0];
  const year = selection.byDefault ? undefined : (first?.year ?? selection.years[0]);
  return notHeldDraft(task, {
    ...(first ? { agency: agencyName(library, first.agencyId) } : {}),
    ...(year === undefined ? {} : { year }),
  });
}

export function notHeldDraft(task: Task, wanted: NonNullable<Query['wanted']>): Draft {
  const { query, library } = task;
  const alike = query.agencies.length || !wanted.agency ? [] : alikeAgencies(task, wanted.agency);
  const blocks: AnswerBlock[] = [{ kind: 'headline', text: headline(task, wanted) }];
  for (const id of query.agencies.slice(0, 5)) {
    const years = [...(library.agency(id)?.reports.keys() ?? [])];
    const name = agencyName(library, id);
    const text = years.length
      ? task.say(
          `${name}收录了${yearsText(years, task)}的年报。`,
          `${name}: held for ${yearsText(years, task)}.`,
        )
      : task.say(`没有${name}的年报。`, `No report of ${name} is held.`);
    blocks.push({ kind: 'text', text });
  }
  if (alike.length) {
    blocks.push({
      kind: 'text',
      text: task.say('名称相近、已收录的单位：', 'Held agencies with like names:'),
    });
    blocks.push({ kind: 'list', items: alike, ordered: false });
  }
  blocks.push({ kind: 'note', text: holdingsText(task) });
  const years = wanted.year === undefined ? [] : [wanted.year];
  return {
    kind: 'not-held',
    agencies: query.agencies.map((id) => agencyName(library, id)),
    years,
    readings: query.readings,
    options: alike,
    blocks,
  };
}

function headline(task: Task, { agency, year, what }: NonNullable<Query['wanted']>): string {
  const { say } = task;
  if (what && !agency && year === undefined)
    return say(
      `收录的年报里没有“${toldWords(task, what)}”`,
      `The reports held do not contain “${toldWords(task, what)}”`,
    );
  const when = year === undefined ? '' : say(`${year}年`, ` for ${year}`);
  const whose = agency ? say(`${agency}`, ` of ${agency}`) : '';
  if (!agency && year === undefined) return say('没有收录符合条件的年报', 'No report held fits');
  const about = what ? say(`，答不了“${what}”`, `, so “${what}” cannot be answered`) : '';
  return say(`没有收录${whose}${when}的年报${about}`, `No report${whose}${when} is held${about}`);
}

/** Names close to what was asked for; only held ones, and none twice. */
function alikeAgencies({ library }: Task, text: string): string[] {
  const ids = library
    .findAgencies(text)
    .flatMap((mention) => mention.candidates)
    .sort((a, b) => b.score - a.score)
    .map((candidate) => candidate.agencyId);
  const unique = [...new Set(ids)].slice(0, 5);
  return unique.map(distinctNames(library, unique));
}

/** 现收录6家单位的6份年报（2023年）。 */
export function holdingsText(task: Task): string {
  const { library, say } = task;
  if (library.holdings.length === 0) return say('目前还没有收录任何年报。', 'No report is held yet.');
  const years = yearsText(heldYears(library, { agencies: [], filter: {} }), task);
  const { length } = library.agencies;
  return say(
    `现收录${length}家单位的${library.holdings.length}份年报（${years}）。`,
    `Held: ${library.holdings.length} reports of ${length} agencies (${years}).`,
  );
}
