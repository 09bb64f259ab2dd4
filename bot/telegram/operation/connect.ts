import { setTimeout as sleep } from 'node:timers/promises';
import { FloodTrouble, LostTrouble } from '../port/trouble.ts';
import type { Log } from './log.ts';

const LONGEST_MS = 30_000;

/** Tries until Telegram answers, or the signal comes first. Refusals are thrown: they stay refusals. */
export async function connect<T>(
  log: Log,
  signal: AbortSignal,
  attempt: () => Promise<T>,
): Promise<T | undefined> {
  for (let pause = 1000; !signal.aborted; pause = Math.min(pause * 2, LONGEST_MS)) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof LostTrouble) && !(error instanceof FloodTrouble)) throw error;
      const waitMs = error instanceof FloodTrouble ? error.retryAfter * 1000 : pause;
      log.warn(
        { code: error.code, reason: error.message, waitMs },
        'Telegram cannot be reached; trying again',
      );
      await sleep(waitMs, undefined, { signal }).catch(() => undefined);
    }
  }
  return undefined;
}
