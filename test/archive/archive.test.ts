import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openArchive } from '../../src/archive/archive.ts';
import { ArchiveError } from '../../src/archive/errors.ts';
import { inventedReport } from '../support/invented-report.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const received = 'applications.newReceived.total';

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

describe('an archive', () => {
  it('holds what was put, after closing and opening', () => {
    const folder = temporaryFolder();
    const report = inventedReport({ figures: { [received]: 7 } });
    const writer = openArchive(folder, 'write');
    expect(writer.put(report).status).toBe('added');
    writer.close();
    const reader = openArchive(folder, 'read');
    expect(reader.report(report.id)).toEqual(report);
    expect(reader.holdings).toHaveLength(1);
    expect(reader.agency(report.agency.id)?.reports.get(2023)).toBe(report.id);
  });

  it('says unchanged to the same content and keeps everything as it was', () => {
    const writer = openArchive(temporaryFolder(), 'write');
    const report = inventedReport();
    writer.put(report);
    const { revision } = writer;
    expect(writer.put({ ...report, source: { ...report.source, file: 'b.txt' } }).status).toBe('unchanged');
    expect(writer.revision).toBe(revision);
    expect(writer.holding(report.id)?.file).toBe(report.source.file);
    writer.close();
  });

  it('replaces other content of the same agency and year, and keeps the older as history', () => {
    const folder = temporaryFolder();
    const writer = openArchive(folder, 'write');
    const older = inventedReport({ figures: { [received]: 7 } });
    const newer = inventedReport({ figures: { [received]: 8 } });
    writer.put(older);
    expect(writer.put(newer).status).toBe('updated');
    writer.close();
    const reader = openArchive(folder, 'read');
    expect(reader.holdings).toHaveLength(1);
    expect(reader.report(newer.id)).toEqual(newer);
    const past = reader.holding(newer.id)?.history ?? [];
    expect(past.map(({ version }) => reader.pastReport(newer.id, version))).toEqual([older]);
  });

  it('takes a report out with all its versions and leaves no file of it', () => {
    const folder = temporaryFolder();
    const writer = openArchive(folder, 'write');
    const report = inventedReport({ figures: { [received]: 7 } });
    writer.put(inventedReport({ figures: { [received]: 6 } }));
    writer.put(report);
    expect(writer.remove(report.id)?.agency).toBe(report.agency.name);
    expect(writer.remove(report.id)).toBeUndefined();
    expect(writer.holdings).toEqual([]);
    expect(writer.agencies).toEqual([]);
    expect(writer.searchPassages('公开意识')).toEqual([]);
    writer.close();
    expect(filesIn(join(folder, 'reports'))).toEqual([]);
  });

  it('writes files ahead, and anew when what was written ahead has gone or is no longer meant', async () => {
    const folder = temporaryFolder();
    const writer = openArchive(folder, 'write');
    const [a, b] = [inventedReport(), inventedReport({ agency: '云溪县水利局' })];
    await writer.prepare([a, b]);
    expect(writer.holdings).toEqual([]);
    expect(filesIn(join(folder, 'reports'))).toHaveLength(2);
    writer.put(inventedReport({ agency: '云溪县水利局', text: ['先到。'] }));
    writer.putAll([a, b]);
    await writer.prepare([inventedReport({ text: ['第二稿。'] })]);
    writer.remove(a.id);
    writer.put(inventedReport({ text: ['第二稿。'] }));
    writer.close();
    const reader = openArchive(folder, 'read');
    expect(reader.report(a.id)?.sections[0]?.paragraphs[0]?.text).toBe('第二稿。');
    expect(reader.report(b.id)).toEqual(b);
    expect(reader.holding(b.id)?.history).toHaveLength(1);
  });

  it('answers columns, names and passages at once after every change', () => {
    const writer = openArchive(temporaryFolder(), 'write');
    const first = inventedReport({ figures: { [received]: 7, 'applications.granted.total': null } });
    const second = inventedReport({
      agency: '云溪县水利局',
      figures: { [received]: 0 },
      text: ['河道巡查信息更新慢。'],
    });
    writer.putAll([first, second]);
    const cells = () => writer.holdings.map((_, row) => writer.column(received).at(row).value);
    expect(cells().sort()).toEqual([0, 7]);
    const row = writer.holdings.findIndex((holding) => holding.reportId === first.id);
    expect(writer.column('applications.granted.total').at(row)).toEqual({ value: null, status: 'blank' });
    expect(writer.column('applications.granted.total').at(1 - row).status).toBe('absent');
    expect(writer.column('no.such.reading').at(0).status).toBe('absent');
    expect(writer.searchPassages('河道巡查')[0]?.reportId).toBe(second.id);
    writer.put(
      inventedReport({ agency: '云溪县水利局', figures: { [received]: 12 }, text: ['水库公示不全。'] }),
    );
    expect(cells().sort()).toEqual([12, 7]);
    expect(writer.searchPassages('河道巡查')).toEqual([]);
    expect(writer.searchPassages('水库公示')[0]?.text).toBe('水库公示不全。');
    expect(writer.findAgencies('云溪县水利局去年怎么样')[0]?.candidates[0]?.agencyId).toBe(second.agency.id);
    writer.remove(second.id);
    expect(cells()).toEqual([7]);
    expect(writer.findAgencies('云溪县水利局')[0]?.candidates[0]?.agencyId).not.toBe(second.agency.id);
    writer.close();
  });

  it('gives the same answers from snapshots as from a fresh build', () => {
    const folder = temporaryFolder();
    const writer = openArchive(folder, 'write');
    for (let i = 0; i < 40; i += 1)
      writer.put(
        inventedReport({
          agency: `云溪县第${i}中心`,
          figures: { [received]: i },
          text: [`第${i}项工作滞后。`],
        }),
      );
    writer.saveSnapshots(true);
    writer.remove(writer.holdings[3]?.reportId ?? '');
    writer.put(
      inventedReport({ agency: '云溪县第5中心', figures: { [received]: 500 }, text: ['公示栏目空缺。'] }),
    );
    writer.close();
    const look = (archive: ReturnType<typeof openArchive>) => ({
      column: archive.holdings.map((_, row) => archive.column(received).at(row)),
      hits: archive
        .searchPassages('工作滞后', { limit: 50 })
        .map((hit) => hit.reportId)
        .sort(),
      changed: archive.searchPassages('公示栏目'),
      names: archive.findAgencies('云溪县第5中心和云溪县第6中心'),
    });
    const restored = look(openArchive(folder, 'read'));
    const fresh = openArchive(temporaryFolder(), 'write');
    const source = openArchive(folder, 'read');
    fresh.putAll(
      source.holdings.map(({ reportId }) => source.report(reportId)).filter((r) => r !== undefined),
    );
    expect(restored).toEqual(look(fresh));
    fresh.close();
    expect(restored.hits).toHaveLength(38);
  });

  it('shows a reader what a writer beside it has changed', () => {
    const folder = temporaryFolder();
    const reader = openArchive(folder, 'read');
    const writer = openArchive(folder, 'write');
    const report = inventedReport({ figures: { [received]: 7 } });
    writer.put(report);
    expect(reader.refresh()).toBe(true);
    expect(reader.column(received).at(0).value).toBe(7);
    expect(reader.refresh()).toBe(false);
    writer.put(inventedReport({ figures: { [received]: 9 } }));
    expect(reader.refresh()).toBe(true);
    expect(reader.column(received).at(0).value).toBe(9);
    const unread = openArchive(folder, 'read');
    writer.remove(report.id);
    expect(unread.report(report.id)).toBeUndefined();
    expect(reader.refresh()).toBe(true);
    expect(reader.holdings).toEqual([]);
    writer.close();
  });

  it('filters passages by agency, year, section and report', () => {
    const writer = openArchive(temporaryFolder(), 'write');
    const text = ['信息公开培训不够。'];
    const reports = [2021, 2022, 2023].flatMap((year) =>
      ['云溪县财政局', '云溪县民政局'].map((agency) => inventedReport({ agency, year, text })),
    );
    writer.putAll(reports);
    const [first] = reports;
    const agencyId = first?.agency.id ?? '';
    expect(writer.searchPassages('培训', { years: [2022] })).toHaveLength(2);
    expect(writer.searchPassages('培训', { agencyIds: [agencyId] })).toHaveLength(3);
    expect(writer.searchPassages('培训', { agencyIds: [agencyId], years: [2021] })[0]?.reportId).toBe(
      first?.id,
    );
    expect(writer.searchPassages('培训', { sections: [1] })).toEqual([]);
    expect(
      writer.searchPassages('培训', { sections: [5], reportIds: new Set([first?.id ?? '']) }),
    ).toHaveLength(1);
    writer.close();
  });

  it('writes little for one report and cannot be written when opened to read', () => {
    const folder = temporaryFolder();
    const writer = openArchive(folder, 'write');
    const report = inventedReport();
    writer.put(report);
    const stored = filesIn(join(folder, 'reports')).concat(filesIn(join(folder, 'holdings')));
    expect(writer.written).toBe(stored.reduce((sum, file) => sum + statSync(file).size, 0));
    writer.close();
    expect(() => openArchive(folder, 'read').put(report)).toThrow(ArchiveError);
  });
});
