import type { AnswerBlock } from '../../model/answer.ts';
import { agencyName, nameSome } from '../common.ts';
import { lookFor, withoutAgencies } from '../found.ts';
import { clip, oneLine } from '../places.ts';
import type { Selection } from '../selection.ts';
import type { Draft, Task } from '../task.ts';
import { notHeldDraft } from './not-held.ts';

/** Understood, searched for, not there. */
export function nothingFound(task: Task, text: string, selection: Selection): Draft {
  const { say } = task;
  const draft = notHeldDraft(task, { what: clip(oneLine(text), 30) });
  const what = clip(oneLine(text), 30);
  const names = nameSome(
    task.query.agencies.map((id) => agencyName(task.library, id)),
    say,
    3,
  );
  const lead = names
    ? say(`${names}的年报里没有找到“${what}”`, `Nothing about “${what}” was found in the reports of ${names}`)
    : say(`收录的年报里没有找到“${what}”`, `Nothing about “${what}” was found in the reports held`);
  return {
    ...draft,
    years: selection.years,
    blocks: [
      { kind: 'headline', text: lead },
      ...elsewhere(task),
      ...draft.blocks.filter((block) => block.kind === 'note'),
    ],
  };
}

/** Who else speaks of it, where only some were asked about. */
function elsewhere(task: Task): AnswerBlock[] {
  const { query, library, question, say } = task;
  if (query.agencies.length === 0) return [];
  // The matter alone: how the one was asked about says nothing of the others.
  const asked = query.text ?? withoutAgencies(library, query, question);
  const hits = lookFor(library, { ...query, agencies: [] }, asked, { years: [] });
  const names = [...new Set(hits.filter(({ related }) => !related).map(({ agency }) => agency))];
  if (names.length === 0) return [];
  const told = nameSome(names, say, 3);
  return [
    {
      kind: 'text',
      text: say(`别的单位有提到的：${told}；要看请问“还有谁”。`, `Others mention it: ${told}.`),
    },
  ];
}
