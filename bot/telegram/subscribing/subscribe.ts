import type { Scope } from '../../../src/subscriptions/model.ts';
import { reply } from '../answers/replying.ts';
import type { Desk } from '../desk.ts';
import { type Keyboard, plainWords } from '../port/port.ts';
import type { Speaker } from '../speaker.ts';
import { type Say, sayFor, sayIn } from '../texts/say.ts';
import { mayChange, subscribedWords, subscriptionKeyboard } from './changing.ts';
import { listSubscriptions } from './listing.ts';
import { kindChoices, readWish } from './read-wish.ts';
import { scopeName } from './scope-words.ts';

export async function subscribe(desk: Desk, speaker: Speaker, words: string): Promise<void> {
  const { chat } = speaker.place;
  const say = sayFor(desk, chat);
  const answer = (text: string, keyboard?: Keyboard) => reply(desk, speaker, plainWords(text), keyboard);
  const offer = (scopes: readonly Scope[]) => choices(desk, scopes, say);
  if (!(await mayChange(desk, speaker))) await answer(say('subscriptions.onlyAdmins'));
  else if (words === '') await answer(say('subscriptions.usage'), offer([{ kind: 'all' }, ...kindChoices()]));
  else {
    const read = readWish(desk.app, words);
    if ('wish' in read) {
      const subscription = desk.subscriptions.subscribe(speaker.place, read.wish, speaker.user);
      const keyboard = subscriptionKeyboard(subscription, say, false);
      await reply(desk, speaker, subscribedWords(desk, chat, subscription), keyboard);
    } else if ('choices' in read)
      await answer(say('subscriptions.which'), offer(read.choices.map(({ scope }) => scope)));
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

/** `w:…` carries the scope itself: an agency by its newest report, a region by its name. */
function choices(desk: Desk, scopes: readonly Scope[], say: Say): Keyboard {
  const buttons = scopes.flatMap((scope) => {
    const data = scopeData(desk, scope);
    return Buffer.byteLength(data) <= 64 ? [{ text: scopeName(scope, say), callback_data: data }] : [];
  });
  const rows: Keyboard = [];
  const wide = scopes.some((scope) => scope.kind === 'agency');
  for (let at = 0; at < buttons.length; at += wide ? 1 : 3) rows.push(buttons.slice(at, at + (wide ? 1 : 3)));
  return rows;
}

function scopeData({ app }: Desk, scope: Scope): string {
  switch (scope.kind) {
    case 'all':
      return 'w:all';
    case 'agency-kind':
      return `w:kind:${scope.agencyKind}`;
    case 'region':
      return `w:region:${scope.level}:${scope.name}`;
    case 'agency':
      return `w:agency:${[...(app.library.agency(scope.agencyId)?.reports.values() ?? [])].at(-1) ?? ''}`;
    case 'keywords':
      return `w:words:${scope.words.join(' ')}`;
  }
}
