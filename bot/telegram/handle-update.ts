import type { Desk } from './desk.ts';
import { handleEdit, handleMessage } from './handle-message.ts';
import { handlePress } from './handle-press.ts';
import { answerInline } from './inline.ts';
import { memberChanged } from './membership.ts';
import type { Update } from './port/types.ts';

/** Everything that may come from Telegram. */
export async function handleUpdate(desk: Desk, update: Update): Promise<void> {
  const message = update.message ?? update.channel_post;
  const edited = update.edited_message ?? update.edited_channel_post;
  if (message) return handleMessage(desk, message);
  if (edited) return handleEdit(desk, edited);
  if (update.callback_query) return handlePress(desk, update.callback_query);
  if (update.inline_query) return answerInline(desk, update.inline_query);
  if (update.my_chat_member) return memberChanged(desk, update.my_chat_member);
}
