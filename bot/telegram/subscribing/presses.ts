import type { Subscription } from '../../../src/subscriptions/model.ts';
import type { Press } from '../answers/presses.ts';
import type { Desk } from '../desk.ts';
import { plainWords } from '../port/port.ts';
import { sayFor } from '../texts/say.ts';
import { mayChange, subscribedWords, subscriptionKeyboard } from './changing.ts';
import { exportSubscriptions, subscriptionList } from './listing.ts';
import { subscriptionName } from './scope-words.ts';
import { pressedWish } from './wish-button.ts';

/** Buttons of subscriptions: `s:list`, `s:export`, `s:unmute`, `s:<id>:<what>`. */
export async function pressSubscription(desk: Desk, press: Press): Promise<void> {
  const { query, speaker, args } = press;
  const [id = '', what = ''] = args;
  const say = sayFor(desk, speaker.place.chat);
  if (!(await mayChange(desk, speaker)))
    return desk.port.answerCallback(query.id, say('subscriptions.onlyAdminsPress'), true);
  if (id === 'export') {
    await desk.port.answerCallback(query.id);
    return exportSubscriptions(desk, speaker);
  }
  const { chat } = speaker.place;
  if (id === 'unmute')
    for (const agency of desk.subscriptions.store.get(chat).muted)
      desk.subscriptions.setMuted(chat, agency, false);
  const known = desk.subscriptions.store.get(chat).subscriptions.find((one) => one.id === id);
  if (known) change(desk, chat, known, what);
  const now = desk.subscriptions.store.get(chat).subscriptions.find((one) => one.id === id);
  if (now)
    await desk.port.edit(
      chat,
      speaker.message,
      plainWords(subscriptionName(now, say)),
      subscriptionKeyboard(now, say, true),
    );
  else {
    const { words, keyboard } = subscriptionList(desk, chat);
    await desk.port.edit(chat, speaker.message, words, keyboard);
  }
  await desk.port.answerCallback(
    query.id,
    what === 'drop' ? say('subscriptions.unsubscribedShort') : undefined,
  );
}

function change({ subscriptions }: Desk, chat: number, one: Subscription, what: string): void {
  if (what === 'drop') subscriptions.unsubscribe(chat, one.id);
  else if (what === 'pause') subscriptions.setPaused(chat, one.id, one.paused === undefined);
  else {
    const changes = changesBy(one, what);
    if (changes) subscriptions.change(chat, one.id, changes);
  }
}

function changesBy(
  one: Subscription,
  what: string,
): Partial<Pick<Subscription, 'delivery' | 'silent' | 'onlyFindings'>> | undefined {
  if (what === 'now' || what === 'daily' || what === 'weekly') return { delivery: what };
  if (what === 'silent') return { silent: !one.silent };
  if (what === 'findings') return { onlyFindings: !one.onlyFindings };
  return undefined;
}

/** `w:…`: one of the scopes that were offered. */
export async function pressScope(desk: Desk, { query, speaker, args }: Press): Promise<void> {
  const say = sayFor(desk, speaker.place.chat);
  if (!(await mayChange(desk, speaker)))
    return desk.port.answerCallback(query.id, say('subscriptions.onlyAdminsPress'), true);
  const wish = pressedWish(desk, args);
  if (!wish) return desk.port.answerCallback(query.id, say('talking.deadButton'), true);
  const subscription = desk.subscriptions.subscribe(speaker.place, wish, speaker.user);
  const { chat } = speaker.place;
  await desk.port.edit(
    chat,
    speaker.message,
    subscribedWords(desk, chat, subscription),
    subscriptionKeyboard(subscription, say, false),
  );
  await desk.port.answerCallback(query.id, say('subscriptions.subscribedShort'));
}
