import type { Delivery, Preferences } from './model.ts';

const minute = 60_000;
const day = 24 * 60;

/** Later than any clock shows: waits until the chat may be spoken to again. */
export const never = '9999-12-31T00:00:00.000Z';

interface LocalTime {
  /** Minutes since midnight. */
  minutes: number;
  /** 1 Monday … 7 Sunday. */
  weekday: number;
}

/** When an alert of this delivery may go out at the earliest: at once, after the quiet hours, or with the next digest. */
export function earliest(delivery: Delivery, preferences: Preferences, now: Date): Date {
  if (delivery === 'now') return afterQuiet(preferences, now);
  return nextDigest(delivery, preferences, now);
}

/** The next moment outside the quiet hours; `now` itself when it is outside. */
export function afterQuiet(preferences: Preferences, now: Date): Date {
  if (!preferences.quiet) return now;
  const from = minutesOf(preferences.quiet.from);
  const to = minutesOf(preferences.quiet.to);
  const { minutes } = localTime(now, preferences.timeZone);
  const quiet = from <= to ? minutes >= from && minutes < to : minutes >= from || minutes < to;
  if (!quiet) return now;
  return atMinute(now, ((to - minutes + day) % day) * minute);
}

function nextDigest(delivery: 'daily' | 'weekly', preferences: Preferences, now: Date): Date {
  const local = localTime(now, preferences.timeZone);
  let wait = minutesOf(preferences.digestAt) - local.minutes;
  let weekday = local.weekday;
  if (wait <= 0) {
    wait += day;
    weekday = (weekday % 7) + 1;
  }
  if (delivery === 'weekly') wait += ((preferences.digestOn - weekday + 7) % 7) * day;
  return atMinute(now, wait * minute);
}

/** Later by so much, on the full minute. */
function atMinute(now: Date, milliseconds: number): Date {
  return new Date(Math.floor((now.getTime() + milliseconds) / minute) * minute);
}

export function minutesOf(time: string): number {
  const [hours = '0', minutes = '0'] = time.split(':');
  return Number(hours) * 60 + Number(minutes);
}

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

function localTime(date: Date, timeZone: string): LocalTime {
  const options = {
    timeZone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  } as const;
  const parts = new Intl.DateTimeFormat('en-GB', options).formatToParts(date);
  const part = (type: string) => parts.find((p) => p.type === type)?.value ?? '';
  return {
    minutes: Number(part('hour')) * 60 + Number(part('minute')),
    weekday: weekdays.indexOf(part('weekday')) + 1,
  };
}

/** Whether the platform knows this time zone. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en-GB', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
