import type { RecordFiles } from './chat-store.ts';
import type { Alert } from './model.ts';

/** What one announcement queues, for all chats in one record: few syncs however many chats there are. */
export interface Announcement {
  number: number;
  /** Chat → its alerts. */
  alerts: Record<string, readonly Alert[]>;
}

/** A backup that copies chats and announcements one after the other must find what either holds. */
const KEPT_MS = 10 * 60_000;

interface Entry {
  number: number;
  /** When every chat's own record held what it says, in milliseconds since 1970. */
  settledAt?: number;
}

/**
 * The announcements that some chat's own record does not hold yet. A chat's record says up to which number it holds
 * them, so that reading an announcement again adds nothing that was sent since.
 */
export class Announcements {
  readonly #files: RecordFiles;
  readonly #now: () => number;
  #entries: Entry[] = [];

  constructor(files: RecordFiles, now: () => number) {
    this.#files = files;
    this.#now = now;
  }

  /** Those of an earlier process, in their order. */
  read(): Announcement[] {
    const found = this.#files
      .list('announced')
      .map((name) => this.#files.open<Announcement>(name).read())
      .filter((one) => one !== null)
      .sort((a, b) => a.number - b.number);
    this.#entries = found.map(({ number }) => ({ number }));
    return found;
  }

  /** How many the chats do not all hold. */
  get unsettled(): number {
    return this.#entries.filter(({ settledAt }) => settledAt === undefined).length;
  }

  /** On the disk when it returns. */
  write(announcement: Announcement): void {
    this.#files.open<Announcement>(nameOf(announcement.number)).write(announcement);
    this.#entries.push({ number: announcement.number });
  }

  /** Every chat's own record holds them all. Those that have been so for a while go. */
  settle(): void {
    const now = this.#now();
    for (const entry of this.#entries) entry.settledAt ??= now;
    const old = this.#entries.filter(({ settledAt = now }) => now - settledAt > KEPT_MS);
    for (const { number } of old) this.#files.remove(nameOf(number));
    this.#entries = this.#entries.filter((entry) => !old.includes(entry));
  }
}

function nameOf(number: number): string {
  return `announced/${number}`;
}
