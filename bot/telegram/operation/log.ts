import { destination, type Logger, pino } from 'pino';

export type Log = Logger;

/** Structured lines on standard error. What people write stands in none of them at level info or above. */
export function openLog(level: string): Log {
  return pino({ name: 'nianbao', level }, destination({ dest: 2, sync: true }));
}
