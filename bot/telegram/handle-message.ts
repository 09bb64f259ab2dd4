import { ArchiveError } from '../../src/archive/errors.ts';
import { answerQuestion } from './answers/answering.ts';
import { followReply } from './answers/following.ts';
import { digestOf, reply, replying } from './answers/replying.ts';
import { findCommand } from './commands/table.ts';
import type { Desk } from './desk.ts';
import { takeDocument } from './feeding/documents.ts';
import { type Heard, hear } from './hear.ts';
import { moveChat, resumeWhereHeard, topicReopened } from './membership.ts';
import { plainWords } from './port/port.ts';
import type { Message } from './port/types.ts';
import { chatKey, type Speaker, speakerOf, talkOf } from './speaker.ts';
import { sayFor } from './texts/say.ts';

/** A message edited later than this that was not answered then is let be. */
const STILL_NEW_S = 300;

export async function handleMessage(desk: Desk, message: Message): Promise<void> {
  if (message.migrate_to_chat_id !== undefined)
    return moveChat(desk, message.chat.id, message.migrate_to_chat_id);
  if (message.migrate_from_chat_id !== undefined)
    return moveChat(desk, message.migrate_from_chat_id, message.chat.id);
  if (message.forum_topic_reopened) return topicReopened(desk, message);
  resumeWhereHeard(desk, message.chat.id);
  const speaker = speakerOf(message);
  const heard = hear(message, desk.me);
  if (speaker && heard.kind !== 'nothing') await answerHeard(desk, speaker, message, heard);
}

/**
 * An edited question: the answer there is becomes the answer to what it says now. The talk is taken up where it stood
 * before the question. Telegram also tells of edits that change no word, as when a link's preview is found.
 */
export async function handleEdit(desk: Desk, message: Message): Promise<void> {
  const speaker = speakerOf(message);
  const heard = hear(message, desk.me);
  if (!speaker || !isQuestion(heard)) return;
  const known = desk.replies.get(chatKey(speaker.place, speaker.message));
  if (!known) {
    const { date = 0, edit_date: edited = date } = message;
    return edited - date <= STILL_NEW_S ? answerHeard(desk, speaker, message, heard) : undefined;
  }
  if (known.digest === digestOf(speaker.written ?? '')) return;
  if (known.before) desk.conversation.keep(talkOf(speaker), known.before);
  else desk.conversation.forget(talkOf(speaker));
  return answerHeard(desk, { ...speaker, answered: known.message }, message, heard);
}

function isQuestion(heard: Heard): boolean {
  return heard.kind === 'question' || (heard.kind === 'command' && findCommand(heard.name)?.asks === true);
}

async function answerHeard(desk: Desk, said: Speaker, message: Message, heard: Heard): Promise<void> {
  if (!(await isWelcome(desk, said))) return;
  let speaker = said;
  try {
    if (heard.kind === 'document') return await takeDocument(desk, speaker, message);
    if (heard.kind === 'question') await followReply(desk, speaker, message);
    const before = desk.conversation.context(talkOf(speaker));
    if (before) speaker = { ...speaker, before };
    if (heard.kind === 'command') return await runCommand(desk, speaker, heard.name, heard.words);
    if (heard.kind !== 'question') return;
    if (heard.text === '') return await findCommand('help')?.run(desk, speaker, '');
    return await answerQuestion(desk, speaker, heard.text);
  } catch (error) {
    await apologise(desk, speaker, error);
    throw error;
  }
}

async function runCommand(desk: Desk, speaker: Speaker, name: string, words: string): Promise<void> {
  const command = findCommand(name);
  desk.metrics.count('commands_total', 'Commands, by name.', `name="${command?.name ?? 'unknown'}"`);
  if (command) return command.run(desk, speaker, words);
  // In groups it may be meant for another bot.
  if (speaker.chat.type !== 'private') return;
  await reply(desk, speaker, plainWords(sayFor(desk, speaker.place.chat)('talking.noSuchCommand')));
}

/** Closed to strangers where a setting says so; too many questions are refused, politely and once. */
async function isWelcome(desk: Desk, speaker: Speaker): Promise<boolean> {
  const { access, perPerson, perChat, port } = desk;
  const say = sayFor(desk, speaker.place.chat);
  const refuse = (text: string) => port.send(speaker.place, plainWords(text), replying(speaker));
  if (!access.mayAsk(speaker.place.chat, speaker.user)) {
    if (speaker.chat.type === 'private' && perPerson.admit(speaker.user) === 'ok')
      await refuse(say('talking.closed', { user: speaker.user }));
    return false;
  }
  const person = perPerson.admit(speaker.user);
  const chat = speaker.chat.type === 'private' ? 'ok' : perChat.admit(speaker.place.chat);
  if (person === 'notice') await refuse(say('talking.tooFast'));
  else if (person === 'ok' && chat === 'notice') await refuse(say('talking.tooMuchHere'));
  if (person !== 'ok' || chat !== 'ok')
    desk.metrics.count('refused_total', 'Messages refused for their number.');
  return person === 'ok' && chat === 'ok';
}

/** Causes are told to administrators of the bot alone, and only where nobody reads along. */
async function apologise(desk: Desk, speaker: Speaker, error: unknown): Promise<void> {
  if (error instanceof Error && error.name.endsWith('Trouble')) return;
  const say = sayFor(desk, speaker.place.chat);
  const detail =
    desk.access.isAdmin(speaker.user) && speaker.chat.type === 'private' && error instanceof Error;
  const text = detail
    ? say('talking.failedBecause', { reason: error.message })
    : say(error instanceof ArchiveError ? 'talking.damaged' : 'talking.failed');
  await desk.port
    .send(speaker.place, plainWords(text), replying(speaker))
    .catch((cause: unknown) => desk.log.warn({ err: cause }, 'could not say that something went wrong'));
}
