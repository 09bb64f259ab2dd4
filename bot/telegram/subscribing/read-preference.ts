import { findRegions } from '../../../src/naming/regions.ts';
import type { Preferences } from '../../../src/subscriptions/model.ts';
import { isTimeZone } from '../../../src/subscriptions/timing.ts';

interface Preference {
  pattern: RegExp;
  /** Undefined when the words cannot be used. */
  read(found: RegExpExecArray): Partial<Preferences> | undefined;
}

const time = '([01]?\\d|2[0-3])[:：]([0-5]\\d)';
const off = /^(?:无|关|关闭|取消|off|none)$/i;
const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** In both languages, whatever the chat's is. */
const readable: Preference[] = [
  {
    pattern: new RegExp(
      `^(?:静默(?:时段)?|quiet(?: hours)?)\\s*${time}\\s*(?:[-–—~至到]|to)\\s*${time}$`,
      'i',
    ),
    read: ([, h1, m1, h2, m2]) => ({ quiet: { from: clock(h1, m1), to: clock(h2, m2) } }),
  },
  {
    pattern: /^(?:静默(?:时段)?|quiet(?: hours)?)\s*(\S+)$/i,
    read: ([, word = '']) => (off.test(word) ? { quiet: null } : undefined),
  },
  {
    pattern: /^(?:时区|time ?zone)\s*(\S+)$/i,
    read: ([, zone = '']) => (isTimeZone(zone) ? { timeZone: zone } : undefined),
  },
  {
    pattern: new RegExp(`^(?:汇总(?:时间)?|digests?)\\s*${time}$`, 'i'),
    read: ([, h, m]) => ({ digestAt: clock(h, m) }),
  },
  {
    pattern: /^汇总日\s*(?:周|星期|礼拜)([一二三四五六日天])$/,
    read: ([, day = '']) => ({ digestOn: Math.min(7, '一二三四五六日天'.indexOf(day) + 1) }),
  },
  {
    pattern: /^digest day\s*(mon|tue|wed|thu|fri|sat|sun)[a-z]*$/i,
    read: ([, day = '']) => ({ digestOn: days.indexOf(day.toLowerCase()) + 1 }),
  },
  {
    pattern: /^(?:地区|region)\s*(\S+)$/i,
    read: ([, place = '']) => {
      if (off.test(place)) return { home: null };
      return findRegions(place).length > 0 ? { home: place } : undefined;
    },
  },
  {
    pattern: /^(?:订阅权限|subscribing)\s*(所有人|everyone|everybody|管理员|admin[a-z]*)$/i,
    read: ([, who = '']) => ({ openSubscribing: /^(?:所有人|every)/i.test(who) }),
  },
  { pattern: /^(?:(?:语言|language)\s*)?(?:中文|汉语|zh|chinese)$/i, read: () => ({ language: 'zh' }) },
  { pattern: /^(?:(?:语言|language)\s*)?(?:英文|英语|en|english)$/i, read: () => ({ language: 'en' }) },
];

/** `静默 22:00-07:00`, `quiet off`, `language English` …; undefined when it cannot be made out. */
export function readPreference(words: string): Partial<Preferences> | undefined {
  for (const { pattern, read } of readable) {
    const found = pattern.exec(words.trim());
    const changes = found && read(found);
    if (changes) return changes;
  }
  return undefined;
}

function clock(hours = '', minutes = ''): string {
  return `${hours.padStart(2, '0')}:${minutes}`;
}
