import type { AnswerBlock } from '../../model/answer.ts';
import { agencyName, shown } from '../common.ts';
import type { Draft, Task } from '../task.ts';

/** The question could mean several things: numbered choices, to be answered by the number. */
export function clarify({ query, say, library }: Task): Draft {
  const options = (query.options ?? []).map((option) => option.label);
  const rest = options.length - shown;
  const blocks: AnswerBlock[] = [
    { kind: 'headline', text: say('您问的是哪一个？', 'Which one do you mean?') },
    { kind: 'list', items: options.slice(0, shown), ordered: true },
    ...(rest > 0
      ? [
          {
            kind: 'note' as const,
            text: say(`还有${rest}个没有列出，请说得更具体些。`, `${rest} more; please be more specific.`),
          },
        ]
      : []),
    {
      kind: 'note',
      text: say(
        '回复序号即可，也可以补上地区或年份再问一次。',
        'Reply with the number, or ask again with the region or the year.',
      ),
    },
  ];
  return {
    agencies: query.agencies.map((id) => agencyName(library, id)),
    years: query.years,
    readings: query.readings,
    options: options.slice(0, shown),
    blocks,
  };
}
