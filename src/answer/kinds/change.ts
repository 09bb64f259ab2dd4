import type { AnswerBlock } from '../../model/answer.ts';
import type { Report } from '../../model/report.ts';
import { figureOf } from '../figures.ts';
import type { Draft, Task } from '../task.ts';
import { sentence } from '../telling.ts';
import { notHeldDraft } from './not-held.ts';

/** A change was asked for and the year before is not held: what there is, and that it cannot be compared. */
export function nothingBefore(task: Task, reports: readonly Report[]): Draft {
  const first = reports[0];
  const wanted = first ? { agency: first.agency.name, year: first.year - 1 } : {};
  const draft = notHeldDraft(task, wanted);
  const plain: Task = { ...task, query: { ...task.query, measure: { kind: 'plain' } } };
  const known = reports
    .slice(0, 5)
    .flatMap((report) =>
      task.query.readings.map(
        (id): AnswerBlock => ({ kind: 'text', text: sentence(figureOf(report, id), plain) }),
      ),
    );
  const [headline, ...rest] = draft.blocks;
  return { ...draft, blocks: [...(headline ? [headline] : []), ...known, ...rest] };
}
