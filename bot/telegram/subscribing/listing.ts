import { exportRecord } from '../../../src/subscriptions/transfer.ts';
import { replying } from '../answers/answering.ts';
import type { Desk } from '../desk.ts';
import { type Keyboard, plainWords, type Words } from '../port/port.ts';
import type { Speaker } from '../speaker.ts';
import { subscriptionName } from './scope-words.ts';

/** Buttons for more would not fit on a screen. */
const MOST = 30;

export async function listSubscriptions(desk: Desk, speaker: Speaker): Promise<void> {
  const { words, keyboard } = subscriptionList(desk, speaker.place.chat);
  await desk.port.send(speaker.place, words, { ...replying(speaker), keyboard });
}

/** All subscriptions of a chat, a button for each. */
export function subscriptionList(
  { subscriptions, app }: Desk,
  chat: number,
): { words: Words; keyboard: Keyboard } {
  const { subscriptions: all, muted, alerts } = subscriptions.store.get(chat);
  if (all.length === 0 && muted.length === 0)
    return { words: plainWords('这里还没有订阅。用 /subscribe 订阅新年报的提醒。'), keyboard: [] };
  const lines = all.map(
    (one, i) => `${i + 1}. ${subscriptionName(one)}${one.topic === undefined ? '' : '（在话题中）'}`,
  );
  const silenced = muted.map((id) => app.library.agency(id)?.name ?? id.split('|').at(-1) ?? id);
  const text = [
    '这里的订阅（按编号修改）：',
    ...lines,
    ...(silenced.length > 0 ? ['', `不提醒的单位：${silenced.join('、')}`] : []),
    ...(alerts.length > 0 ? ['', `待发的提醒：${alerts.length} 条`] : []),
  ].join('\n');
  const buttons = all
    .slice(0, MOST)
    .map((one, i) => ({ text: String(i + 1), callback_data: `s:${one.id}:show` }));
  const rows: Keyboard = [];
  for (let at = 0; at < buttons.length; at += 6) rows.push(buttons.slice(at, at + 6));
  const more = [{ text: '导出', callback_data: 's:export' }];
  if (muted.length > 0) more.push({ text: '恢复全部提醒', callback_data: 's:unmute' });
  return { words: plainWords(text.slice(0, 4000)), keyboard: [...rows, more] };
}

export async function exportSubscriptions(desk: Desk, speaker: Speaker): Promise<void> {
  const record = desk.subscriptions.store.get(speaker.place.chat);
  const bytes = Buffer.from(`${JSON.stringify(exportRecord(record), null, 2)}\n`);
  await desk.port.document(
    speaker.place,
    { name: 'nianbao-subscriptions.json', bytes },
    plainWords(
      '这里的全部订阅。把此文件发给我（群里请在说明中写 /subscriptions），或发给另一个同类机器人，就能导入。',
    ),
    replying(speaker),
  );
}
