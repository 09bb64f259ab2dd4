import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../../src/ingest/decode/text.ts';
import { readTables } from '../../../../src/ingest/map/tables/read-tables.ts';
import { readText } from '../../../../src/ingest/map/text/read-text.ts';
import { packageRoot } from '../../../../src/package-root.ts';

interface Wanted {
  file: string;
  agency: string[];
  year: number;
  region: Record<string, string>;
  publishedAt: string | null;
  problems: string[] | null;
  improvements: string[] | null;
}

const shared = join(packageRoot, '..', 'shared');
const list = join(shared, 'conformance', 'reports.json');
const wanted: Wanted[] = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : [];
const texts = wanted.filter((report) => report.file.endsWith('.txt'));
const flat = (text: string) => text.replace(/\s/g, '').replace(/[。；]$/, '');

describe.skipIf(texts.length === 0)('real reports', () => {
  it.each(texts.map((report) => [report.file, report] as const))('%s', (file, want) => {
    const document = decodeText(readFileSync(join(shared, file)), file);
    const read = readText(document, readTables(document.blocks), file);
    expect(want.agency).toContain(read.agency.name);
    expect(read).toMatchObject({
      year: want.year,
      publishedAt: want.publishedAt,
      agency: { region: want.region },
    });
    expect(read.sections.map((s) => s.number).filter((n) => n > 0)).toEqual([1, 2, 3, 4, 5, 6]);
    for (const part of ['problems', 'improvements'] as const) {
      const have = read[part].map((item) => flat(item.text));
      const lost = (want[part] ?? []).filter((item) => !have.some((h) => h.includes(flat(item))));
      expect(lost).toEqual([]);
      expect(have.length).toBeLessThanOrEqual((want[part]?.length ?? 0) + 1);
    }
  });
});
