import { findRegions } from '../../../src/naming/regions.ts';
import type { Preferences } from '../../../src/subscriptions/model.ts';
import { isTimeZone } from '../../../src/subscriptions/timing.ts';
import { replying } from '../answers/answering.ts';
import type { Press } from '../answers/presses.ts';
import type { Desk } from '../desk.ts';
import { type Keyboard, plainWords, type Words } from '../port/port.ts';
import type { Chat } from '../port/types.ts';
import type { Speaker } from '../speaker.ts';
import { mayChange, onlyAdmins } from './changing.ts';

const weekdays = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];
const time = '([01]?\\d|2[0-3])[:：]([0-5]\\d)';
const off = /^(?:无|关|关闭|取消|off|none)$/;

interface Preference {
  pattern: RegExp;
  /** Undefined when the words cannot be used. */
  read(found: RegExpExecArray): Partial<Preferences> | undefined;
}

const readable: Preference[] = [
  {
    pattern: new RegExp(`^静默(?:时段)?\\s*${time}\\s*[-–—~至到]\\s*${time}$`),
    read: ([, h1, m1, h2, m2]) => ({ quiet: { from: clock(h1, m1), to: clock(h2, m2) } }),
  },
  {
    pattern: /^静默(?:时段)?\s*(\S+)$/,
    read: ([, word = '']) => (off.test(word) ? { quiet: null } : undefined),
  },
  { pattern: /^时区\s*(\S+)$/, read: ([, zone = '']) => (isTimeZone(zone) ? { timeZone: zone } : undefined) },
  { pattern: new RegExp(`^汇总(?:时间)?\\s*${time}$`), read: ([, h, m]) => ({ digestAt: clock(h, m) }) },
  {
    pattern: /^汇总日\s*(?:周|星期|礼拜)([一二三四五六日天])$/,
    read: ([, day = '']) => ({ digestOn: Math.min(7, '一二三四五六日天'.indexOf(day) + 1) }),
  },
  {
    pattern: /^地区\s*(\S+)$/,
    read: ([, place = '']) => {
      if (off.test(place)) return { home: null };
      return findRegions(place).length > 0 ? { home: place } : undefined;
    },
  },
  {
    pattern: /^订阅权限\s*(所有人|管理员)$/,
    read: ([, who]) => ({ openSubscribing: who === '所有人' }),
  },
];

/** `/settings` shows, `/settings 静默 22:00-07:00` changes. */
export async function changeSettings(desk: Desk, speaker: Speaker, words: string): Promise<void> {
  const { port, subscriptions } = desk;
  const { chat } = speaker.place;
  const answer = (text: Words, keyboard?: Keyboard) =>
    port.send(speaker.place, text, { ...replying(speaker), ...(keyboard ? { keyboard } : {}) });
  if (words === '') {
    await answer(settingsWords(desk, speaker.chat), settingsKeyboard(desk, speaker.chat));
    return;
  }
  if (!(await desk.members.isAdmin(speaker)) && !(await mayChange(desk, speaker))) {
    await answer(plainWords(onlyAdmins));
    return;
  }
  const changes = read(words);
  const opening = changes && 'openSubscribing' in changes;
  if (opening && !(await desk.members.isAdmin(speaker))) await answer(plainWords(onlyAdmins));
  else if (!changes) await answer(plainWords(`没有看懂这项设置：${words}\n\n${how}`));
  else {
    subscriptions.setPreferences(chat, changes);
    await answer(settingsWords(desk, speaker.chat), settingsKeyboard(desk, speaker.chat));
  }
}

function read(words: string): Partial<Preferences> | undefined {
  for (const { pattern, read: reading } of readable) {
    const found = pattern.exec(words.trim());
    const changes = found && reading(found);
    if (changes) return changes;
  }
  return undefined;
}

const how = [
  '写法：',
  '/settings 静默 22:00-07:00（或：静默 关）',
  '/settings 时区 Asia/Shanghai',
  '/settings 汇总 08:30',
  '/settings 汇总日 周一',
  '/settings 地区 青禾县（提问时不说地区就指这里；或：地区 无）',
  '/settings 订阅权限 所有人（或：管理员）',
].join('\n');

function settingsWords({ subscriptions }: Desk, chat: Chat): Words {
  const { timeZone, quiet, digestAt, digestOn, home, openSubscribing } = subscriptions.store.get(
    chat.id,
  ).preferences;
  const lines = [
    '这里的设置：',
    `静默时段：${quiet ? `${quiet.from}–${quiet.to}` : '无'}`,
    `时区：${timeZone}`,
    `汇总：每日 ${digestAt}，每周在${weekdays[digestOn - 1] ?? ''}`,
    `默认地区：${home ?? '无'}`,
    ...(chat.type === 'private' ? [] : [`谁可以改动订阅：${openSubscribing ? '所有人' : '管理员'}`]),
  ];
  return plainWords(`${lines.join('\n')}\n\n${how}`);
}

function settingsKeyboard({ subscriptions }: Desk, chat: Chat): Keyboard {
  const { quiet, openSubscribing } = subscriptions.store.get(chat.id).preferences;
  const rows: Keyboard = [
    [
      quiet
        ? { text: '关闭静默时段', callback_data: 'f:loud' }
        : { text: '夜间静默 22:00–07:00', callback_data: 'f:night' },
    ],
  ];
  if (chat.type !== 'private')
    rows.push([
      {
        text: openSubscribing ? '只许管理员改动订阅' : '允许所有人改动订阅',
        callback_data: openSubscribing ? 'f:close' : 'f:open',
      },
    ]);
  return rows;
}

const presets: Record<string, Partial<Preferences>> = {
  night: { quiet: { from: '22:00', to: '07:00' } },
  loud: { quiet: null },
  open: { openSubscribing: true },
  close: { openSubscribing: false },
};

/** `f:<preset>` */
export async function pressSetting(desk: Desk, { query, speaker, args }: Press): Promise<void> {
  const preset = presets[args[0] ?? ''];
  if (!(await desk.members.isAdmin(speaker)))
    return desk.port.answerCallback(query.id, '只有群管理员可以改动设置', true);
  if (preset) desk.subscriptions.setPreferences(speaker.place.chat, preset);
  await desk.port.edit(
    speaker.place.chat,
    speaker.message,
    settingsWords(desk, speaker.chat),
    settingsKeyboard(desk, speaker.chat),
  );
  await desk.port.answerCallback(query.id);
}

function clock(hours = '', minutes = ''): string {
  return `${hours.padStart(2, '0')}:${minutes}`;
}
