import { beforeEach, describe, expect, it } from 'vitest';
import { Subscriptions } from '../../src/subscriptions/subscriptions.ts';
import { exportRecord, parseTransfer } from '../../src/subscriptions/transfer.ts';
import { balancedReport, section } from '../audit/balanced-report.ts';
import { MemoryLibrary } from '../support/memory-library.ts';
import { MemoryFiles } from './memory-files.ts';

const source = (sha256: string) => ({
  file: 'a.txt',
  format: 'txt' as const,
  sha256,
  ingestedAt: '2024-02-01T00:00:00.000Z',
});
const report = balancedReport(
  { 'applications.newReceived.total': 12 },
  { source: source('aaaaaaaaaaaaaaaa') },
);
const changed = balancedReport(
  { 'applications.newReceived.total': 15 },
  { source: source('bbbbbbbbbbbbbbbb') },
);

let files: MemoryFiles;
let now: Date;
let subscriptions: Subscriptions;
const open = () => new Subscriptions(files, () => now);
const due = () => subscriptions.ledger.due(now);

beforeEach(() => {
  files = new MemoryFiles();
  now = new Date('2026-01-15T02:00:00Z');
  subscriptions = open();
});

describe('matching', () => {
  const wish = (scope: Parameters<Subscriptions['subscribe']>[1]['scope'], chat: number) =>
    subscriptions.subscribe({ chat }, { scope }, 7);

  it('tells those whose scope covers the report, and nobody else', () => {
    wish({ kind: 'all' }, 1);
    wish({ kind: 'agency', agencyId: report.agency.id, name: report.agency.name }, 2);
    wish({ kind: 'agency', agencyId: 'other', name: '别处' }, 3);
    wish({ kind: 'region', level: 'county', name: '青禾县' }, 4);
    wish({ kind: 'region', level: 'county', name: '别县' }, 5);
    wish({ kind: 'agency-kind', agencyKind: 'bureau' }, 6);
    wish({ kind: 'keywords', words: ['开展', '工作'] }, 7);
    wish({ kind: 'keywords', words: ['开展', '微信'] }, 8);
    subscriptions.announce([{ report }]);
    expect(due().map((batch) => batch.chat)).toEqual([1, 2, 4, 6, 7]);
  });

  it('keeps quiet about reports without findings where only those are wanted, and about muted agencies', () => {
    subscriptions.subscribe({ chat: 1 }, { scope: { kind: 'all' }, onlyFindings: true }, 7);
    subscriptions.subscribe({ chat: 2 }, { scope: { kind: 'all' } }, 7);
    subscriptions.setMuted(2, report.agency.id, true);
    subscriptions.announce([{ report }]);
    expect(due()).toEqual([]);
  });

  it('sends one alert to a topic however many subscriptions there ask, and one to each topic', () => {
    subscriptions.subscribe({ chat: 1, topic: 5 }, { scope: { kind: 'all' } }, 7);
    subscriptions.subscribe(
      { chat: 1, topic: 5 },
      { scope: { kind: 'agency-kind', agencyKind: 'bureau' } },
      7,
    );
    subscriptions.subscribe({ chat: 1, topic: 9 }, { scope: { kind: 'all' } }, 7);
    subscriptions.announce([{ report }]);
    const [first] = due();
    expect(first?.alerts[0]?.subscriptions).toHaveLength(2);
    subscriptions.ledger.sending(first ?? expect.fail('nothing is due'));
    subscriptions.ledger.sent(first ?? expect.fail('nothing is due'));
    expect(due().map((batch) => batch.topic)).toEqual([9]);
  });

  it('changes a subscription that is asked for again instead of doubling it', () => {
    const first = subscriptions.subscribe({ chat: 1 }, { scope: { kind: 'all' } }, 7);
    const second = subscriptions.subscribe({ chat: 1 }, { scope: { kind: 'all' }, delivery: 'daily' }, 7);
    expect(second.id).toBe(first.id);
    expect(subscriptions.store.get(1).subscriptions).toEqual([second]);
  });
});

describe('the ledger', () => {
  beforeEach(() => {
    subscriptions.subscribe({ chat: 1 }, { scope: { kind: 'all' } }, 7);
  });

  it('announces a version once, also when it is announced again', () => {
    subscriptions.announce([{ report }]);
    subscriptions.announce([{ report }]);
    expect(subscriptions.ledger.waiting).toBe(1);
  });

  it('survives the end of the process: what waits is sent, what was being sent is sent again and marked', () => {
    subscriptions.announce([{ report }]);
    subscriptions = open();
    const [batch] = due();
    expect(batch?.maybeSent).toBe(false);
    subscriptions.ledger.sending(batch ?? expect.fail('nothing is due'));
    expect(due()).toEqual([]);
    subscriptions = open();
    expect(due().map((b) => b.maybeSent)).toEqual([true]);
  });

  it('forgets an alert only when it was acknowledged, and waits after a failure', () => {
    subscriptions.announce([{ report }]);
    const [batch] = due();
    if (!batch) return expect.fail('nothing is due');
    subscriptions.ledger.sending(batch);
    subscriptions.ledger.failed(batch, new Date(now.getTime() + 5000), true);
    expect(due()).toEqual([]);
    now = new Date(now.getTime() + 5000);
    const [again] = due();
    expect(again?.maybeSent).toBe(true);
    subscriptions.ledger.sent(again ?? expect.fail('nothing is due'));
    expect(subscriptions.ledger.waiting).toBe(0);
  });

  it('says what another version changed', () => {
    subscriptions.announce([{ report: changed, before: report }]);
    const [alert] = due()[0]?.alerts ?? [];
    expect(alert).toMatchObject({
      change: 'updated',
      changeCount: 1,
      changes: [{ reading: 'applications.newReceived.total', before: 12, after: 15 }],
    });
  });

  it('pauses where it may not speak and goes on when it may, with what waited', () => {
    subscriptions.announce([{ report }]);
    subscriptions.ledger.pause({ chat: 1 }, 'blocked');
    subscriptions.announce([{ report: changed, before: report }]);
    expect(due()).toEqual([]);
    subscriptions.ledger.resume({ chat: 1 }, ['blocked', 'chat-gone'], now);
    expect(due()[0]?.alerts).toHaveLength(1);
    expect(subscriptions.ledger.waiting).toBe(2);
    expect(subscriptions.store.get(1).subscriptions[0]?.paused).toBeUndefined();
  });

  it('gathers what waited out a long pause into digests', () => {
    subscriptions.ledger.pause({ chat: 1 }, 'blocked');
    const many = Array.from({ length: 52 }, (_, i) => ({ report: { ...report, id: `2023-${i}` } }));
    subscriptions.announce(many);
    expect(due()).toEqual([]);
    subscriptions.ledger.resume({ chat: 1 }, ['blocked'], now);
    expect(due()).toMatchObject([{ digest: true }]);
    const [first] = due();
    expect(first?.alerts).toHaveLength(40);
    subscriptions.ledger.sending(first ?? expect.fail('nothing is due'));
    subscriptions.ledger.sent(first ?? expect.fail('nothing is due'));
    expect(due()[0]?.alerts).toHaveLength(12);
  });

  it('keeps quiet about what comes while somebody has paused it', () => {
    subscriptions.setPaused(1, subscriptions.store.get(1).subscriptions[0]?.id ?? '', true);
    subscriptions.announce([{ report }]);
    expect(subscriptions.ledger.waiting).toBe(0);
  });

  it('moves everything that belongs to a chat', () => {
    subscriptions.announce([{ report }]);
    subscriptions.store.move(1, -100);
    expect(due().map((batch) => batch.chat)).toEqual([-100]);
    expect(files.list('chats')).toEqual(['chats/-100']);
  });

  it('keeps the old record when the disk refuses the new one', () => {
    files.full = true;
    expect(() => subscriptions.unsubscribe(1, subscriptions.store.get(1).subscriptions[0]?.id ?? '')).toThrow(
      'no space',
    );
    expect(subscriptions.store.get(1).subscriptions).toHaveLength(1);
  });

  it('withdraws alerts of a report that is taken out', () => {
    subscriptions.announce([{ report }]);
    subscriptions.withdraw(report.id);
    expect(due()).toEqual([]);
  });
});

describe('catching up', () => {
  it('takes what is held at the very first start for old, and what comes while away for news', () => {
    subscriptions.subscribe({ chat: 1 }, { scope: { kind: 'all' } }, 7);
    subscriptions.catchUp(new MemoryLibrary([report]), () => undefined);
    expect(due()).toEqual([]);
    subscriptions = open();
    subscriptions.catchUp(new MemoryLibrary([changed]), () => report);
    expect(due()[0]?.alerts[0]).toMatchObject({ change: 'updated', changeCount: 1 });
    subscriptions = open();
    subscriptions.catchUp(new MemoryLibrary([changed]), () => report);
    expect(subscriptions.ledger.waiting).toBe(1);
  });
});

describe('when alerts go out', () => {
  it('waits for the end of the quiet hours, also over midnight', () => {
    subscriptions.subscribe({ chat: 1 }, { scope: { kind: 'all' } }, 7);
    subscriptions.setPreferences(1, { quiet: { from: '22:00', to: '11:00' } });
    subscriptions.announce([{ report }]); // 10:00 in Shanghai
    expect(due()).toEqual([]);
    expect(subscriptions.ledger.next()?.toISOString()).toBe('2026-01-15T03:00:00.000Z');
  });

  it('gathers a digest for its hour and day', () => {
    subscriptions.subscribe({ chat: 1 }, { scope: { kind: 'all' }, delivery: 'weekly' }, 7);
    subscriptions.announce([{ report }, { report: { ...changed, id: '2024-1111111111' } }]);
    expect(subscriptions.ledger.next()?.toISOString()).toBe('2026-01-19T00:30:00.000Z'); // Monday 08:30 in Shanghai
    now = new Date('2026-01-19T00:30:00Z');
    expect(due()).toMatchObject([{ digest: true, alerts: [{}, {}] }]);
  });
});

describe('taking subscriptions along', () => {
  it('gives a file that another chat can read', () => {
    subscriptions.subscribe(
      { chat: 1 },
      { scope: { kind: 'keywords', words: ['微信'] }, delivery: 'daily' },
      7,
    );
    const taken = parseTransfer(JSON.stringify(exportRecord(subscriptions.store.get(1))));
    expect(taken.subscriptions).toEqual([
      { scope: { kind: 'keywords', words: ['微信'] }, onlyFindings: false, delivery: 'daily', silent: false },
    ]);
  });

  it('refuses other files and says where', () => {
    expect(() => parseTransfer('not json')).toThrow('不是可导入的订阅文件');
    const wrong = {
      format: 'nianbao-subscriptions',
      version: 1,
      subscriptions: [{ scope: { kind: 'all' }, onlyFindings: 'yes' }],
      muted: [],
    };
    expect(() => parseTransfer(JSON.stringify(wrong))).toThrow('subscriptions.0.onlyFindings');
  });
});

describe('matching text', () => {
  it('looks for keywords in the running text without regard to spaces', () => {
    const spaced = { ...report, sections: [section(1, ['通过微 信 公众号发布。'])] };
    subscriptions.subscribe({ chat: 1 }, { scope: { kind: 'keywords', words: ['微信公众号'] } }, 7);
    subscriptions.announce([{ report: spaced }]);
    expect(due()).toHaveLength(1);
  });
});
