import type { Subscription } from '../../../src/subscriptions/model.ts';
import type { Desk } from '../desk.ts';
import { type Keyboard, plainWords, type Words } from '../port/port.ts';
import type { Speaker } from '../speaker.ts';
import { subscriptionName } from './scope-words.ts';

/** In groups administrators change subscriptions, or everybody where a setting opens it. */
export async function mayChange(desk: Desk, speaker: Speaker): Promise<boolean> {
  if (desk.subscriptions.store.get(speaker.place.chat).preferences.openSubscribing) return true;
  return desk.members.isAdmin(speaker);
}

export const onlyAdmins =
  '在群里只有管理员可以改动订阅和设置（管理员可用 /settings 放开）。您可以私聊我，为自己订阅。';

export function subscribedWords({ subscriptions }: Desk, chat: number, subscription: Subscription): Words {
  const { quiet, timeZone } = subscriptions.store.get(chat).preferences;
  const hours = quiet ? `\n静默时段 ${quiet.from}–${quiet.to}（${timeZone}）之内的提醒会推迟。` : '';
  return plainWords(
    `🔔 已订阅：${subscriptionName(subscription)}。\n收录新年报或年报有改动时告诉这里。${hours}`,
  );
}

/** What can be changed about one subscription. `s:<id>:<what>` */
export function subscriptionKeyboard(
  { id, delivery, silent, onlyFindings, paused }: Subscription,
  inList: boolean,
): Keyboard {
  const button = (text: string, what: string) => ({ text, callback_data: `s:${id}:${what}` });
  const choice = (text: string, what: Subscription['delivery']) =>
    button(delivery === what ? `✓ ${text}` : text, what);
  return [
    [choice('即时', 'now'), choice('每日汇总', 'daily'), choice('每周汇总', 'weekly')],
    [
      button(silent ? '✓ 静音' : '静音', 'silent'),
      button(onlyFindings ? '✓ 仅有疑点的' : '仅有疑点的', 'findings'),
      button(paused ? '恢复' : '暂停', 'pause'),
    ],
    [button('退订', 'drop'), ...(inList ? [{ text: '« 全部订阅', callback_data: 's:list' }] : [])],
  ];
}
