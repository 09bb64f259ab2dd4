import type { Subscription } from '../../../src/subscriptions/model.ts';
import type { Desk } from '../desk.ts';
import { type Keyboard, plainWords, type Words } from '../port/port.ts';
import type { Speaker } from '../speaker.ts';
import { type Say, sayFor } from '../texts/say.ts';
import { subscriptionName } from './scope-words.ts';

/** In groups administrators change subscriptions, or everybody where a setting opens it. */
export async function mayChange(desk: Desk, speaker: Speaker): Promise<boolean> {
  if (desk.subscriptions.store.get(speaker.place.chat).preferences.openSubscribing) return true;
  return desk.members.isAdmin(speaker);
}

export function subscribedWords(desk: Desk, chat: number, subscription: Subscription): Words {
  const say = sayFor(desk, chat);
  const { quiet, timeZone } = desk.subscriptions.store.get(chat).preferences;
  const name = subscriptionName(subscription, say);
  const hours = quiet ? `\n${say('subscriptions.quietHours', { ...quiet, zone: timeZone })}` : '';
  return plainWords(say('subscriptions.subscribed', { name }) + hours);
}

/** What can be changed about one subscription. `s:<id>:<what>` */
export function subscriptionKeyboard(
  { id, delivery, silent, onlyFindings, paused }: Subscription,
  say: Say,
  inList: boolean,
): Keyboard {
  const button = (text: string, what: string, chosen = false) => ({
    text: chosen ? say('subscriptions.chosen', { name: text }) : text,
    callback_data: `s:${id}:${what}`,
  });
  const choice = (what: Subscription['delivery']) =>
    button(say(`subscriptions.delivery.${what}`), what, delivery === what);
  return [
    [choice('now'), choice('daily'), choice('weekly')],
    [
      button(say('subscriptions.silent'), 'silent', silent),
      button(say('subscriptions.findingsOnly'), 'findings', onlyFindings),
      button(say(paused ? 'subscriptions.resume' : 'subscriptions.pause'), 'pause'),
    ],
    [
      button(say('subscriptions.drop'), 'drop'),
      ...(inList ? [{ text: say('subscriptions.all'), callback_data: 's:list' }] : []),
    ],
  ];
}
