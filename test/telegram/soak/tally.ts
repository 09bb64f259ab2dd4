import type { StandIn } from '../../telegram-stand-in/stand-in.ts';
import { isWanted, type Listener, reports } from './crowd.ts';

interface Count {
  all: number;
  /** Those that say that they may be repeated. */
  marked: number;
}

/** What arrived where, as people would see it, against what they asked for. */
export class Tally {
  readonly #expected = new Map<string, Count>();
  readonly #unexpected: string[] = [];

  constructor(server: StandIn, listeners: readonly Listener[]) {
    for (const listener of listeners)
      for (const report of reports)
        if (isWanted(listener, report))
          this.#expected.set(keyOf(listener.room.chat.id, report.agency, report.year), { all: 0, marked: 0 });
    server.watchers.add((room, { text = '' }, edited) => {
      if (edited) return;
      for (const { agency, year } of toldIn(text))
        this.#count(keyOf(room.chat.id, agency, year), text.includes('可能重复'));
    });
  }

  get expected(): number {
    return this.#expected.size;
  }

  get arrived(): number {
    return [...this.#expected.values()].filter(({ all }) => all > 0).length;
  }

  #count(key: string, marked: boolean): void {
    const count = this.#expected.get(key);
    if (!count) {
      this.#unexpected.push(key);
      return;
    }
    count.all += 1;
    if (marked) count.marked += 1;
  }

  /** `unmarked`: repetitions that do not say so, and alerts that nobody asked for. */
  result(): { missing: string[]; doubled: number; unmarked: number } {
    let doubled = 0;
    let unmarked = this.#unexpected.length;
    const missing: string[] = [];
    for (const [key, { all, marked }] of this.#expected) {
      if (all === 0) missing.push(key);
      doubled += Math.max(0, all - 1);
      unmarked += Math.max(0, all - marked - 1);
    }
    return { missing, doubled, unmarked };
  }
}

/** The reports that an alert or a digest tells of. */
function toldIn(text: string): { agency: string; year: number }[] {
  const pattern = text.startsWith('🗞') ? /^\d+\. (\S+) (\d{4})年/gmu : /^🔔 新年报：(\S+) (\d{4})年/gu;
  return [...text.matchAll(pattern)].map(([, agency = '', year]) => ({ agency, year: Number(year) }));
}

function keyOf(chat: number, agency: string, year: number): string {
  return `${chat} ${agency} ${year}`;
}
