import { greeting } from './commands/about.ts';
import type { Desk } from './desk.ts';
import { plainWords } from './port/port.ts';
import { TelegramTrouble } from './port/trouble.ts';
import type { MemberUpdate, Message } from './port/types.ts';
import { sayFor, type TextKey } from './texts/say.ts';

/** The bot was added, let in again, promoted, blocked or thrown out. */
export async function memberChanged(desk: Desk, update: MemberUpdate): Promise<void> {
  const { chat, old_chat_member: before, new_chat_member: now } = update;
  const { ledger } = desk.subscriptions;
  if (now.status === 'left' || now.status === 'kicked') {
    ledger.pause({ chat: chat.id }, 'blocked');
    desk.log.info({ chat: chat.id }, 'not welcome any more; subscriptions are paused');
    return;
  }
  ledger.resume({ chat: chat.id }, ['blocked', 'chat-gone', 'topic-closed'], new Date());
  desk.letIn.set(chat.id, Date.now());
  const isNew = before.status === 'left' || before.status === 'kicked';
  if (!isNew || chat.type === 'private' || chat.type === 'channel') return;
  if (!desk.access.mayAsk(chat.id, update.from.id)) return;
  await desk.port.send({ chat: chat.id }, plainWords(greeting(desk, { chat })));
}

/** Whoever speaks to the bot has let it in, whether or not Telegram said so. */
export function resumeWhereHeard({ subscriptions: { store, ledger }, letIn }: Desk, chat: number): void {
  const silenced = store
    .get(chat)
    .subscriptions.some(({ paused }) => paused === 'blocked' || paused === 'chat-gone');
  if (!silenced) return;
  ledger.resume({ chat }, ['blocked', 'chat-gone'], new Date());
  letIn.set(chat, Date.now());
}

/** A group became a supergroup: what belongs to it moves in one step. */
export async function moveChat(desk: Desk, from: number, to: number): Promise<void> {
  desk.subscriptions.store.move(from, to);
  desk.log.info({ from, to }, 'the chat has another id now');
}

export async function topicReopened(desk: Desk, { chat, message_thread_id: topic }: Message): Promise<void> {
  if (topic === undefined) return;
  desk.subscriptions.ledger.resume({ chat: chat.id, topic }, ['topic-closed'], new Date());
}

/** The humans who look after a chat, told something each; whoever cannot be reached is not. */
export async function tellAdministrators(desk: Desk, chat: number, key: TextKey): Promise<void> {
  const title = await titleOf(desk, chat);
  const members = await desk.port.administrators(chat).catch((error: unknown) => {
    if (error instanceof TelegramTrouble) return [];
    throw error;
  });
  const people = members.filter(({ user }) => !user.is_bot).map(({ user }) => user.id);
  for (const person of new Set([...people, ...desk.access.admins])) {
    const text = sayFor(desk, person)(key, { title });
    await desk.port.send({ chat: person }, plainWords(text)).catch((error: unknown) => {
      if (!(error instanceof TelegramTrouble)) throw error;
      desk.log.debug({ person, code: error.code }, 'an administrator cannot be reached');
    });
  }
}

/** The chat's name, or its id where Telegram does not tell. */
async function titleOf({ port }: Desk, chat: number): Promise<string> {
  try {
    return (await port.chat(chat)).title ?? String(chat);
  } catch (error) {
    if (error instanceof TelegramTrouble) return String(chat);
    throw error;
  }
}
