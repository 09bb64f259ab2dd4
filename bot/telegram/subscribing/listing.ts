import { exportRecord } from '../../../src/subscriptions/transfer.ts';
import { reply, replying } from '../answers/replying.ts';
import type { Desk } from '../desk.ts';
import { type Keyboard, plainWords, type Words } from '../port/port.ts';
import type { Speaker } from '../speaker.ts';
import { sayFor } from '../texts/say.ts';
import { subscriptionName } from './scope-words.ts';

/** Buttons for more would not fit on a screen. */
const MOST = 30;

export async function listSubscriptions(desk: Desk, speaker: Speaker): Promise<void> {
  const { words, keyboard } = subscriptionList(desk, speaker.place.chat);
  await reply(desk, speaker, words, keyboard);
}

/** All subscriptions of a chat, a button for each. */
export function subscriptionList(desk: Desk, chat: number): { words: Words; keyboard: Keyboard } {
  const say = sayFor(desk, chat);
  const { subscriptions: all, muted, alerts } = desk.subscriptions.store.get(chat);
  if (all.length === 0 && muted.length === 0)
    return { words: plainWords(say('subscriptions.none')), keyboard: [] };
  const lines = all.map((one, i) => {
    const where = one.topic === undefined ? '' : say('subscriptions.inTopic');
    return `${i + 1}. ${subscriptionName(one, say)}${where}`;
  });
  const names = muted
    .map((id) => desk.app.library.agency(id)?.name ?? id.split('|').at(-1) ?? id)
    .join(say('subscriptions.listJoin'));
  const text = [
    say('subscriptions.list'),
    ...lines,
    ...(muted.length > 0 ? ['', say('subscriptions.mutedAgencies', { names })] : []),
    ...(alerts.length > 0 ? ['', say('subscriptions.alertsWaiting', { count: alerts.length })] : []),
  ].join('\n');
  const buttons = all
    .slice(0, MOST)
    .map((one, i) => ({ text: String(i + 1), callback_data: `s:${one.id}:show` }));
  const rows: Keyboard = [];
  for (let at = 0; at < buttons.length; at += 6) rows.push(buttons.slice(at, at + 6));
  const more = [{ text: say('subscriptions.export'), callback_data: 's:export' }];
  if (muted.length > 0) more.push({ text: say('subscriptions.unmute'), callback_data: 's:unmute' });
  return { words: plainWords(text.slice(0, 4000)), keyboard: [...rows, more] };
}

export async function exportSubscriptions(desk: Desk, speaker: Speaker): Promise<void> {
  const { chat } = speaker.place;
  const bytes = Buffer.from(`${JSON.stringify(exportRecord(desk.subscriptions.store.get(chat)), null, 2)}\n`);
  const caption = plainWords(sayFor(desk, chat)('subscriptions.exported'));
  const file = { name: 'nianbao-subscriptions.json', bytes };
  await desk.port.document(speaker.place, file, caption, replying(speaker));
}
