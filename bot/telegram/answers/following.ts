import type { TalkContext } from '../../../src/question/understanding.ts';
import type { Desk } from '../desk.ts';
import type { Message } from '../port/types.ts';
import { chatKey, type Speaker, talkOf } from '../speaker.ts';
import { parseData } from './buttons.ts';
import { queryFor } from './report-acts.ts';

/**
 * A reply to an answer or an alert goes on from there, whoever had asked. What the answer was about is remembered for
 * a while; after that its buttons still tell.
 */
export async function followReply(
  desk: Desk,
  speaker: Speaker,
  { reply_to_message: replied }: Message,
): Promise<void> {
  if (!replied) return;
  const remembered = desk.answered.get(chatKey(speaker.place, replied.message_id));
  const context = remembered ?? (await toldByButtons(desk, replied));
  if (context) desk.conversation.keep(talkOf(speaker), context);
}

async function toldByButtons(
  desk: Desk,
  { from, reply_markup: markup }: Message,
): Promise<TalkContext | undefined> {
  if (from?.id !== desk.me.id) return undefined;
  for (const { callback_data: written } of markup?.inline_keyboard?.flat() ?? []) {
    const { verb, args } = parseData(written ?? '');
    const [id = ''] = args;
    const holding = verb === 'r' || verb === 'R' ? desk.app.library.holding(id) : undefined;
    if (holding)
      return (await desk.app.answer(queryFor(desk, holding, 'summary', 'zh'), holding.agency)).talk;
    const view = verb === 'p' || verb === 'g' || verb === 'x' ? await desk.views.get(id) : undefined;
    if (view) return (await desk.app.answer(view.query, view.question)).talk;
  }
  return undefined;
}
