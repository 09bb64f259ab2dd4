import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { audit } from '../../src/audit/audit.ts';
import { readFile } from '../../src/ingest/reader.ts';
import type { Report } from '../../src/model/report.ts';
import { packageRoot } from '../../src/package-root.ts';

// Published reports, kept beside the checkout and not part of it.
const shared = join(packageRoot, '../shared');

async function reportsIn(folder: string): Promise<Report[]> {
  const reports: Report[] = [];
  for (const name of readdirSync(folder)) {
    for (const read of await readFile(new Uint8Array(readFileSync(join(folder, name))), name)) {
      if ('report' in read) reports.push(read.report);
    }
  }
  return reports;
}

const tables = (report: Report) =>
  audit(report)
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, readings, printed, computed }) => [rule, readings[0], printed, computed]);

describe('published reports', () => {
  it.skipIf(!existsSync(join(shared, 'reports')))('are not accused where their figures add up', async () => {
    for (const report of await reportsIn(join(shared, 'reports'))) expect(tables(report)).toEqual([]);
  });

  it.skipIf(!existsSync(join(shared, 'pdf')))('show the totals that do not add up', async () => {
    const [report] = await reportsIn(join(shared, 'pdf'));
    expect(report && tables(report)).toEqual([
      ['review-block-total', 'reviews.reconsideration.total', 0, 11],
      ['review-block-total', 'reviews.litigationAfterReconsideration.total', 0, 5],
    ]);
  });
});
