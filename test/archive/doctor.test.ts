import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DiskRecords } from '../../src/app/record-files.ts';
import { openArchive } from '../../src/archive/archive.ts';
import { examine } from '../../src/archive/doctor.ts';
import { ArchiveError } from '../../src/archive/errors.ts';
import { Layout, shardOf } from '../../src/archive/layout.ts';
import { seal } from '../../src/archive/sealed-json.ts';
import { inventedReport } from '../support/invented-report.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const received = 'applications.newReceived.total';

/** Forty reports, one of them in its second version, snapshots written. */
function filled() {
  const folder = temporaryFolder();
  const writer = openArchive(folder, 'write');
  const reports = Array.from({ length: 40 }, (_, i) =>
    inventedReport({ agency: `云溪县第${i}中心`, figures: { [received]: i } }),
  );
  writer.putAll(reports);
  const changed = inventedReport({ agency: '云溪县第7中心', figures: { [received]: 700 } });
  writer.put(changed);
  writer.close();
  return { folder, layout: new Layout(folder), changed, other: reports[8] ?? changed };
}

function flip(file: string): void {
  const bytes = readFileSync(file);
  const middle = bytes.length >> 1;
  bytes[middle] = (bytes[middle] ?? 0) ^ 4;
  writeFileSync(file, bytes);
}

function heldFile(folder: string, id: string): string {
  return new Layout(folder).reportFile(id, openArchive(folder, 'read').holding(id)?.version ?? '');
}

function codes(folder: string, mend = true): string[] {
  return examine(folder, { mend }).ailments.map((ailment) => ailment.code);
}

describe('the doctor', () => {
  it('finds nothing wrong with a sound archive', () => {
    const { folder } = filled();
    expect(examine(folder, { mend: true })).toEqual({ reports: 40, versions: 41, sources: 0, ailments: [] });
  });

  it('makes a damaged or a cut shard again from the report files', () => {
    for (const damage of [flip, (file: string) => truncateSync(file, 100)]) {
      const { folder, layout, changed } = filled();
      const before = openArchive(folder, 'read').holding(changed.id);
      damage(layout.shardFile(shardOf(changed.id)));
      expect(() => openArchive(folder, 'read')).toThrow(layout.shardFile(shardOf(changed.id)));
      expect(codes(folder)).toEqual(['shard-damaged']);
      expect(openArchive(folder, 'read').holding(changed.id)).toEqual(before);
      expect(openArchive(folder, 'read').report(changed.id)).toEqual(changed);
      expect(codes(folder)).toEqual([]);
    }
  });

  it('makes a shard that has gone again, and deletes none of its reports', () => {
    const { folder, layout, changed } = filled();
    const before = openArchive(folder, 'read').holding(changed.id);
    rmSync(layout.shardFile(shardOf(changed.id)));
    expect(codes(folder, false)).toEqual(['shard-missing']);
    expect(codes(folder)).toEqual(['shard-missing']);
    expect(openArchive(folder, 'read').holding(changed.id)).toEqual(before);
    expect(openArchive(folder, 'read').report(changed.id)).toEqual(changed);
    expect(codes(folder)).toEqual([]);
  });

  it('withdraws a report whose file is damaged, rather than answer from an older version', () => {
    const { folder, changed } = filled();
    const file = heldFile(folder, changed.id);
    flip(file);
    expect(() => openArchive(folder, 'read').report(changed.id)).toThrow(file);
    expect(codes(folder, false)).toEqual(['report-damaged']);
    expect(codes(folder)).toEqual(['report-damaged']);
    const reader = openArchive(folder, 'read');
    expect(reader.holdings).toHaveLength(39);
    expect(reader.report(changed.id)).toBeUndefined();
    expect(readdirSync(join(folder, 'damaged'))).toHaveLength(2);
    expect(codes(folder)).toEqual([]);
  });

  it('withdraws a report when shard and newest version are both damaged', () => {
    const { folder, layout, changed } = filled();
    flip(heldFile(folder, changed.id));
    flip(layout.shardFile(shardOf(changed.id)));
    expect(codes(folder)).toContain('shard-damaged');
    expect(openArchive(folder, 'read').report(changed.id)).toBeUndefined();
  });

  it('tells of a missing report file and of one that was exchanged', () => {
    const { folder, layout, changed, other } = filled();
    rmSync(heldFile(folder, other.id));
    expect(codes(folder, false)).toEqual(['report-missing']);
    const foreign = { sequence: 2, report: { ...changed, year: 2019 } };
    writeFileSync(heldFile(folder, changed.id), seal('report', foreign));
    expect(codes(folder, false).sort()).toEqual(['report-differs', 'report-missing']);
    expect(existsSync(layout.writers) && readdirSync(layout.writers).length).toBe(0);
  });

  it('forgets a past version that cannot be read and keeps the report', () => {
    const { folder, layout, changed } = filled();
    const past = openArchive(folder, 'read').holding(changed.id)?.history[0]?.version ?? '';
    rmSync(layout.reportFile(changed.id, past));
    expect(codes(folder)).toEqual(['past-version-lost']);
    expect(openArchive(folder, 'read').holding(changed.id)?.history).toEqual([]);
  });

  it('deletes what crashes leave', () => {
    const { folder, layout, other } = filled();
    const orphan = layout.reportFile(other.id, '00000000');
    writeFileSync(orphan, seal('report', { sequence: 9, report: other }));
    const temporary = `${layout.shardFile('00')}.0123456789abcdef.tmp`;
    writeFileSync(temporary, 'half');
    expect(codes(folder, false)).toEqual(['left-over', 'left-over']);
    expect(codes(folder)).toEqual(['left-over', 'left-over']);
    expect([existsSync(orphan), existsSync(temporary)]).toEqual([false, false]);
  });

  it('looks beside a writer without taking its work in hand for left-overs', async () => {
    const { folder } = filled();
    const writer = openArchive(folder, 'write');
    const figures = { [received]: 1 };
    await writer.prepare([3, 50].map((i) => inventedReport({ agency: `云溪县第${i}中心`, figures })));
    expect(examine(folder, { mend: false })).toMatchObject({
      reports: 40,
      ailments: [],
      writer: process.pid,
    });
    expect(() => examine(folder, { mend: true })).toThrow(String(process.pid));
    writer.close();
    expect(codes(folder, false)).toContain('left-over');
  });

  it('sets aside what the bot kept and is damaged, each by its name, and leaves the rest', () => {
    const { folder, layout } = filled();
    const names = ['chats/-5', 'chats/6', 'seen/0a', 'updates', 'claimed'];
    const records = new DiskRecords(layout.bot);
    for (const name of names) records.open(name).write({ name });
    mkdirSync(join(layout.bot, 'views'));
    writeFileSync(join(layout.bot, 'views', 'abc.json'), '{"cut');
    writeFileSync(join(layout.bot, `updates.json.${'0'.repeat(16)}.tmp`), '');
    const file = (name: string) => join(layout.bot, `${name}.json`);
    const damaged = ['chats/-5', 'seen/0a', 'views/abc', 'updates', 'claimed'].map(file);
    for (const path of damaged) flip(path);
    const { ailments } = examine(folder, { mend: true });
    expect(ailments.filter(({ code }) => code === 'record-damaged').map((one) => one.file)).toEqual(damaged);
    expect(ailments.map(({ code }) => code)).toContain('left-over');
    expect(readdirSync(join(folder, 'damaged'))).toContain('bot-chats--5.json');
    expect(records.open('chats/6').read()).toEqual({ name: 'chats/6' });
    expect(records.open('chats/-5').read()).toBeNull();
    expect(codes(folder)).toEqual([]);
  });

  it('makes damaged and lost snapshots again', () => {
    const { folder, layout } = filled();
    const files = readdirSync(layout.index).sort();
    expect(files).toEqual(['columns.bin', 'names.bin', 'passages.bin']);
    const columns = join(layout.index, 'columns.bin');
    const bytes = readFileSync(columns);
    bytes[bytes.length - 1] = 99;
    writeFileSync(columns, bytes);
    truncateSync(join(layout.index, 'names.bin'), 5);
    rmSync(join(layout.index, 'passages.bin'));
    expect(codes(folder)).toEqual(['snapshot-damaged', 'snapshot-damaged']);
    expect(readdirSync(layout.index).sort()).toEqual(files);
    expect(codes(folder)).toEqual([]);
  });
});

describe('an archive with a damaged snapshot', () => {
  it('builds it again and answers the same', () => {
    const { folder, layout } = filled();
    const look = () => {
      const reader = openArchive(folder, 'read');
      const column = reader.holdings.map((_, row) => reader.column(received).at(row).value);
      return [
        column,
        reader.searchPassages('公开意识', { limit: 100 }).length,
        reader.notices.map((n) => n.code),
      ];
    };
    const [column, hits] = look();
    for (const name of readdirSync(layout.index)) flip(join(layout.index, name));
    expect(look()).toEqual([column, hits, ['damaged', 'damaged']]);
  });

  it('names the file of another version and refuses', () => {
    const { folder, layout, other } = filled();
    const file = layout.shardFile(shardOf(other.id));
    writeFileSync(file, seal('holdings', {}, 7));
    expect(() => openArchive(folder, 'read')).toThrow(ArchiveError);
    expect(() => openArchive(folder, 'read')).toThrow('另一版本');
  });
});
