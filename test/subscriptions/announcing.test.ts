import { describe, expect, it } from 'vitest';
import { Subscriptions } from '../../src/subscriptions/subscriptions.ts';
import { balancedReport } from '../audit/balanced-report.ts';
import { MemoryLibrary } from '../support/memory-library.ts';
import { MemoryFiles } from './memory-files.ts';

const CHATS = 20;
const reports = ['a', 'b', 'c'].map((letter, i) =>
  balancedReport(
    { 'applications.newReceived.total': i + 1 },
    {
      id: `report-${letter}`,
      source: {
        file: 'a.txt',
        format: 'txt',
        sha256: letter.repeat(16),
        ingestedAt: '2024-02-01T00:00:00.000Z',
      },
    },
  ),
);

class Killed extends Error {}

/** The process ends before one of its writes or removals. */
class MortalFiles extends MemoryFiles {
  steps = 0;
  writes: string[] = [];

  constructor(public diesAt = Number.POSITIVE_INFINITY) {
    super();
  }

  override open<T>(name: string) {
    const adapter = super.open<T>(name);
    return {
      read: () => adapter.read(),
      write: (data: T) => {
        this.step();
        this.writes.push(name);
        adapter.write(data);
      },
    };
  }

  override remove(name: string): void {
    this.step();
    super.remove(name);
  }

  step(): void {
    this.steps += 1;
    if (this.steps === this.diesAt) throw new Killed();
  }
}

interface Arrival {
  chat: number;
  key: string;
  marked: boolean;
}

let clock = Date.parse('2026-01-15T02:00:00Z');
const open = (files: MemoryFiles) => new Subscriptions(files, () => new Date(clock));

/** A process: first it catches up with what the archive held when the one before ended, as the bot does. */
function live(files: MortalFiles, arrived: Arrival[], held: Set<string>): void {
  const subscriptions = open(files);
  const library = new MemoryLibrary(reports.filter(({ id }) => held.has(id)));
  subscriptions.catchUp(library, () => undefined);
  const deliver = (most: number) => {
    for (const batch of subscriptions.ledger.due(new Date(clock)).reverse().slice(0, most)) {
      subscriptions.ledger.sending(batch);
      files.step();
      for (const { reportId } of batch.alerts)
        arrived.push({
          chat: batch.chat === 1 ? 1001 : batch.chat,
          key: `${batch.chat === 1 ? 1001 : batch.chat}:${reportId}`,
          marked: batch.maybeSent,
        });
      files.step();
      subscriptions.ledger.sent(batch);
    }
  };
  for (const report of reports) {
    if (!held.has(report.id)) {
      held.add(report.id);
      subscriptions.announce([{ report }]);
    }
    deliver(7);
    if (report === reports[1]) subscriptions.store.move(1, 1001);
    clock += 11 * 60_000;
  }
  subscriptions.store.settle();
  for (let i = 0; i < 10; i += 1) deliver(CHATS);
}

function subscribed(files: MemoryFiles): void {
  const subscriptions = open(files);
  for (let chat = 1; chat <= CHATS; chat += 1)
    subscriptions.subscribe({ chat }, { scope: { kind: 'all' } }, 7);
}

describe('an announcement', () => {
  it('costs few writes however many chats are told', () => {
    const files = new MortalFiles();
    subscribed(files);
    const subscriptions = open(files);
    files.writes = [];
    const [report] = reports;
    if (!report) expect.fail('no report');
    subscriptions.announce([{ report }]);
    expect(files.writes).toHaveLength(2);
    expect(open(files).ledger.due(new Date(clock))).toHaveLength(CHATS);
  });

  it('is neither lost nor repeated unmarked, at whatever step the process ends', () => {
    const whole = new MortalFiles();
    subscribed(whole);
    live(whole, [], new Set());
    expect(whole.steps).toBeGreaterThan(200);
    for (let diesAt = CHATS + 1; diesAt <= whole.steps; diesAt += 1) {
      const files = new MortalFiles();
      subscribed(files);
      files.diesAt = diesAt;
      const arrived: Arrival[] = [];
      const held = new Set<string>();
      try {
        live(files, arrived, held);
      } catch (error) {
        if (!(error instanceof Killed)) throw error;
      }
      live(files, arrived, held);
      const times = new Map<string, Arrival[]>();
      for (const one of arrived) times.set(one.key, [...(times.get(one.key) ?? []), one]);
      expect(times.size, `killed at step ${diesAt}: lost`).toBe(CHATS * reports.length);
      for (const [key, all] of times)
        expect(
          all.slice(1).every(({ marked }) => marked),
          `killed at step ${diesAt}: ${key} repeated`,
        ).toBe(true);
    }
  });

  it('is not kept for ever', () => {
    const files = new MemoryFiles();
    subscribed(files);
    const subscriptions = open(files);
    for (const report of reports) subscriptions.announce([{ report }]);
    expect(files.list('announced')).toHaveLength(3);
    subscriptions.store.settle();
    clock += 11 * 60_000;
    subscriptions.store.settle();
    expect(files.list('announced')).toHaveLength(0);
    expect(open(files).ledger.waiting).toBe(CHATS * reports.length);
  });

  it('changes nothing where the disk is full', () => {
    const files = new MemoryFiles();
    subscribed(files);
    const subscriptions = open(files);
    files.full = true;
    expect(() => subscriptions.announce(reports.map((report) => ({ report })))).toThrow('no space');
    expect(subscriptions.ledger.waiting).toBe(0);
    files.full = false;
    subscriptions.announce(reports.map((report) => ({ report })));
    expect(subscriptions.ledger.waiting).toBe(CHATS * reports.length);
  });
});
