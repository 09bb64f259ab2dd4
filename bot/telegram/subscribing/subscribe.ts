import type { Scope } from '../../../src/subscriptions/model.ts';
import { replying } from '../answers/answering.ts';
import type { Desk } from '../desk.ts';
import { type Keyboard, plainWords } from '../port/port.ts';
import type { Speaker } from '../speaker.ts';
import { mayChange, onlyAdmins, subscribedWords, subscriptionKeyboard } from './changing.ts';
import { listSubscriptions } from './listing.ts';
import { kindChoices, readWish } from './read-wish.ts';
import { scopeName } from './scope-words.ts';

const usage = [
  '订阅什么？可以按下面的按钮，也可以把它写在命令后面：',
  '/subscribe 青禾县教育局',
  '/subscribe 青禾县（一个地区）',
  '/subscribe 乡镇',
  '/subscribe 关键词 微信 公众号',
  '后面可以加：每日、每周、静音、仅有疑点',
].join('\n');

export async function subscribe(desk: Desk, speaker: Speaker, words: string): Promise<void> {
  const { port, subscriptions } = desk;
  if (!(await mayChange(desk, speaker))) {
    await port.send(speaker.place, plainWords(onlyAdmins), replying(speaker));
    return;
  }
  if (words === '') {
    const keyboard = choices(desk, [{ kind: 'all' }, ...kindChoices()]);
    await port.send(speaker.place, plainWords(usage), { ...replying(speaker), keyboard });
    return;
  }
  const read = readWish(desk.app, words);
  if ('wish' in read) {
    const subscription = subscriptions.subscribe(speaker.place, read.wish, speaker.user);
    await port.send(speaker.place, subscribedWords(desk, speaker.place.chat, subscription), {
      ...replying(speaker),
      keyboard: subscriptionKeyboard(subscription, false),
    });
    return;
  }
  if ('choices' in read) {
    const keyboard = choices(
      desk,
      read.choices.map(({ scope }) => scope),
    );
    await port.send(speaker.place, plainWords('您要订阅的是？'), { ...replying(speaker), keyboard });
    return;
  }
  const text = `没有看懂要订阅什么：${read.unclear}\n没有收录过的单位可以按地区或关键词订阅：/subscribe 关键词 ${read.unclear}`;
  await port.send(speaker.place, plainWords(text), replying(speaker));
}

export async function unsubscribe(desk: Desk, speaker: Speaker, words: string): Promise<void> {
  const { port, subscriptions } = desk;
  if (words === '') return listSubscriptions(desk, speaker);
  if (!(await mayChange(desk, speaker))) {
    await port.send(speaker.place, plainWords(onlyAdmins), replying(speaker));
    return;
  }
  const here = subscriptions.store.get(speaker.place.chat).subscriptions;
  const dropped = /^(?:全部|所有|all)$/.test(words)
    ? here
    : here.filter(({ scope }) => scopeName(scope).includes(words));
  for (const { id } of dropped) subscriptions.unsubscribe(speaker.place.chat, id);
  const text =
    dropped.length > 0
      ? `已退订：${dropped.map(({ scope }) => scopeName(scope)).join('、')}`
      : `这里没有这样的订阅：${words}`;
  await port.send(speaker.place, plainWords(text), replying(speaker));
}

/** `w:…` carries the scope itself: an agency by its newest report, a region by its name. */
function choices(desk: Desk, scopes: readonly Scope[]): Keyboard {
  const buttons = scopes.flatMap((scope) => {
    const data = scopeData(desk, scope);
    return Buffer.byteLength(data) <= 64 ? [{ text: scopeName(scope), callback_data: data }] : [];
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
