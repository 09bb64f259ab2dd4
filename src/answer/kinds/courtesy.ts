import { z } from 'zod';
import { loadDataFile } from '../../catalogue/data-file.ts';
import type { AnswerBlock } from '../../model/answer.ts';
import type { Draft, Task } from '../task.ts';
import { examples } from './not-understood.ts';

const schema = z.looseObject({
  groups: z.array(
    z.looseObject({ key: z.string(), zh: z.string(), en: z.string(), examples: z.boolean().optional() }),
  ),
});
let loaded: z.infer<typeof schema> | undefined;

/** A short kind word for one: 谢谢 asks for nothing. Undefined where the topic is no courtesy. */
export function courtesy(task: Task): Draft | undefined {
  loaded ??= loadDataFile(schema, 'lexicon', 'courtesies.json');
  const key = /^courtesy\.(.+)$/.exec(task.query.topic ?? '')?.[1];
  const group = loaded.groups.find((one) => one.key === key);
  if (!group) return undefined;
  const options = group.examples ? examples(task) : [];
  const list: AnswerBlock[] = options.length ? [{ kind: 'list', items: options, ordered: false }] : [];
  return { options, blocks: [{ kind: 'headline', text: task.say(group.zh, group.en) }, ...list] };
}
