import type { Scope } from '../../../src/subscriptions/model.ts';
import type { Wish } from '../../../src/subscriptions/subscriptions.ts';
import { reply } from '../answers/replying.ts';
import type { Desk } from '../desk.ts';
import { type Keyboard, plainWords } from '../port/port.ts';
import type { Speaker } from '../speaker.ts';
import { type Say, sayFor, sayIn } from '../texts/say.ts';
import { mayChange, subscribedWords, subscriptionKeyboard } from './changing.ts';
import { listSubscriptions } from './listing.ts';
import { kindChoices, readWish } from './read-wish.ts';
import { scopeName } from './scope-words.ts';
import { wishButton } from './wish-button.ts';

const usualWishes: Wish[] = [{ kind: 'all' as const }, ...kindChoices()].map((scope) => ({ scope }));

export async function subscribe(desk: Desk, speaker: Speaker, words: string): Promise<void> {
  const { chat } = speaker.place;
  const say = sayFor(desk, chat);
  const answer = (text: string, keyboard?: Keyboard) => reply(desk, speaker, plainWords(text), keyboard);
  const offer = (wishes: readonly Wish[]) => choices(desk, wishes, say);
  if (!(await mayChange(desk, speaker))) await answer(say('subscriptions.onlyAdmins'));
  else if (words === '') await answer(say('subscriptions.usage'), offer(usualWishes));
  else {
    const read = readWish(desk.app, words);
    if ('wish' in read) {
      const subscription = desk.subscriptions.subscribe(speaker.place, read.wish, speaker.user);
      const keyboard = subscriptionKeyboard(subscription, say, false);
      await reply(desk, speaker, subscribedWords(desk, chat, subscription), keyboard);
    } else if ('choices' in read) await answer(say('subscriptions.which'), offer(read.choices));
    else await answer(say('subscriptions.unclear', { words: read.unclear }));
  }
}

export async function unsubscribe(desk: Desk, speaker: Speaker, words: string): Promise<void> {
  const { chat } = speaker.place;
  const say = sayFor(desk, chat);
  if (words === '') return listSubscriptions(desk, speaker);
  if (!(await mayChange(desk, speaker))) {
    await reply(desk, speaker, plainWords(say('subscriptions.onlyAdmins')));
    return;
  }
  const here = desk.subscriptions.store.get(chat).subscriptions;
  const isMeant = (scope: Scope) =>
    [sayIn('zh'), sayIn('en')].some((one) => scopeName(scope, one).includes(words));
  const dropped = /^(?:全部|所有|all)$/i.test(words) ? here : here.filter(({ scope }) => isMeant(scope));
  for (const { id } of dropped) desk.subscriptions.unsubscribe(chat, id);
  const names = dropped.map(({ scope }) => scopeName(scope, say)).join(say('subscriptions.listJoin'));
  const text =
    dropped.length > 0
      ? say('subscriptions.unsubscribed', { names })
      : say('subscriptions.noSuch', { words });
  await reply(desk, speaker, plainWords(text));
}

function choices(desk: Desk, wishes: readonly Wish[], say: Say): Keyboard {
  const buttons = wishes.flatMap((wish) => {
    const data = wishButton(desk, wish);
    return data === undefined ? [] : [{ text: scopeName(wish.scope, say), callback_data: data }];
  });
  const rows: Keyboard = [];
  const wide = wishes.some(({ scope }) => scope.kind === 'agency');
  for (let at = 0; at < buttons.length; at += wide ? 1 : 3) rows.push(buttons.slice(at, at + (wide ? 1 : 3)));
  return rows;
}
