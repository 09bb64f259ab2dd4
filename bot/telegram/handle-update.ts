import { ArchiveError } from '../../src/archive/errors.ts';
import { answerQuestion, replying } from './answers/answering.ts';
import { parseData, type Verb } from './answers/buttons.ts';
import { followReply } from './answers/following.ts';
import { type Press, sendChart, sendTable, takeOption, turnPage } from './answers/presses.ts';
import { pressReport } from './answers/report-presses.ts';
import { findCommand } from './commands/table.ts';
import type { Desk } from './desk.ts';
import { takeDocument } from './feeding/documents.ts';
import { hear } from './hear.ts';
import { answerInline } from './inline.ts';
import { memberChanged, moveChat, resumeWhereHeard, topicReopened } from './membership.ts';
import { plainWords } from './port/port.ts';
import type { CallbackQuery, Message, Update } from './port/types.ts';
import { presserOf, type Speaker, speakerOf } from './speaker.ts';
import { pressSetting } from './subscribing/preferences.ts';
import { pressScope, pressSubscription } from './subscribing/presses.ts';

const presses: Record<Verb, (desk: Desk, press: Press) => Promise<void>> = {
  p: turnPage,
  o: takeOption,
  g: sendChart,
  x: sendTable,
  r: pressReport(false),
  R: pressReport(true),
  s: pressSubscription,
  w: pressScope,
  f: pressSetting,
};

/** Everything that may come from Telegram. */
export async function handleUpdate(desk: Desk, update: Update): Promise<void> {
  const message = update.message ?? update.channel_post;
  if (message) return handleMessage(desk, message);
  if (update.callback_query) return handlePress(desk, update.callback_query);
  if (update.inline_query) return answerInline(desk, update.inline_query);
  if (update.my_chat_member) return memberChanged(desk, update.my_chat_member);
}

async function handleMessage(desk: Desk, message: Message): Promise<void> {
  if (message.migrate_to_chat_id !== undefined)
    return moveChat(desk, message.chat.id, message.migrate_to_chat_id);
  if (message.migrate_from_chat_id !== undefined)
    return moveChat(desk, message.migrate_from_chat_id, message.chat.id);
  if (message.forum_topic_reopened) return topicReopened(desk, message);
  resumeWhereHeard(desk, message.chat.id);
  const speaker = speakerOf(message);
  if (!speaker) return;
  const heard = hear(message, desk.me);
  if (heard.kind === 'nothing') return;
  if (!(await isWelcome(desk, speaker))) return;
  try {
    if (heard.kind === 'document') return await takeDocument(desk, speaker, message);
    if (heard.kind === 'command') return await runCommand(desk, speaker, heard.name, heard.words);
    await followReply(desk, speaker, message);
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
  await desk.port.send(speaker.place, plainWords('没有这个命令。全部命令：/help'));
}

/** Closed to strangers where a setting says so; too many questions are refused, politely and once. */
async function isWelcome(desk: Desk, speaker: Speaker): Promise<boolean> {
  const { access, perPerson, perChat, port } = desk;
  const refuse = (text: string) => port.send(speaker.place, plainWords(text), replying(speaker));
  if (!access.mayAsk(speaker.place.chat, speaker.user)) {
    if (speaker.chat.type === 'private' && perPerson.admit(speaker.user) === 'ok')
      await refuse(`本机器人只对登记的用户和群开放。您的编号是 ${speaker.user}，请告诉管理员。`);
    return false;
  }
  const person = perPerson.admit(speaker.user);
  const chat = speaker.chat.type === 'private' ? 'ok' : perChat.admit(speaker.place.chat);
  if (person === 'notice') await refuse('您问得太快了，请过一分钟再问。');
  else if (person === 'ok' && chat === 'notice') await refuse('这个群问得太多了，请过一分钟再问。');
  if (person !== 'ok' || chat !== 'ok')
    desk.metrics.count('refused_total', 'Messages refused for their number.');
  return person === 'ok' && chat === 'ok';
}

async function apologise(desk: Desk, speaker: Speaker, error: unknown): Promise<void> {
  if (error instanceof Error && error.name.endsWith('Trouble')) return;
  const detail =
    desk.access.isAdmin(speaker.user) && speaker.chat.type === 'private' && error instanceof Error;
  const text = detail
    ? `出错了：${error.message}`
    : error instanceof ArchiveError
      ? '这份年报的文件暂时读不出来，请告诉管理员。'
      : '出错了，没能回答。请换个说法再试，或稍后再来。';
  await desk.port
    .send(speaker.place, plainWords(text), replying(speaker))
    .catch((cause: unknown) => desk.log.warn({ err: cause }, 'could not say that something went wrong'));
}

async function handlePress(desk: Desk, query: CallbackQuery): Promise<void> {
  const speaker = presserOf(query);
  const { verb, args } = parseData(query.data ?? '');
  const handler = verb in presses ? presses[verb as Verb] : undefined;
  desk.metrics.count('presses_total', 'Buttons pressed.');
  if (!speaker || !handler || !desk.access.mayAsk(speaker.place.chat, speaker.user))
    return desk.port.answerCallback(query.id, '这个按钮已经不能用了', true);
  if (desk.perPress.admit(speaker.user) !== 'ok')
    return desk.port.answerCallback(query.id, '按得太快了，请过一分钟再按', true);
  try {
    await handler(desk, { query, speaker, args });
  } catch (error) {
    // Else the button would seem to be at work for ever.
    await desk.port.answerCallback(query.id, '出错了，请稍后再按', true).catch((cause: unknown) => {
      desk.log.debug({ err: cause }, 'a button could not be answered');
    });
    throw error;
  }
}
