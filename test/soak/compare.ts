import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { type Archive, openArchive } from '../../src/archive/archive.ts';
import type { Report } from '../../src/model/report.ts';
import { AGENCIES, type Possible, reportFor } from './script.ts';

const QUERIES = ['信息公开培训', '第7中心的制度', '栏目更新慢'];
const NAMES = ['云溪县第3服务中心和第12服务中心', '云溪县'];

/**
 * Compares what an archive holds with what it may hold, report by report, and its indexes with fresh ones.
 * @returns what is wrong, in words; empty when nothing is
 */
export function checkAgainst(archive: Archive, possible: Possible): string[] {
  const wrong: string[] = [];
  for (let agency = 0; agency < AGENCIES; agency += 1) {
    const held = archive.report(reportFor({ agency, edition: 0 }).id);
    const allowed = (possible.get(agency) ?? [undefined]).map((edition) =>
      edition === undefined ? undefined : reportFor({ agency, edition }),
    );
    if (!allowed.some((report) => isDeepStrictEqual(report, held)))
      wrong.push(`agency ${agency}: ${held ? 'another content than acknowledged' : 'lost'}`);
  }
  return [...wrong, ...checkIndexes(archive)];
}

/** Of every report that is held the file that it was read from must be there, to the byte. */
export function checkSources(archive: Archive): string[] {
  return archive.holdings.flatMap(({ reportId, agency }) => {
    const bytes = archive.source(reportId);
    return bytes ? [] : [`${agency}: its source is lost`];
  });
}

/** The indexes must answer as ones that were built from the held reports alone. */
export function checkIndexes(archive: Archive): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-fresh-'));
  const fresh = openArchive(folder, 'write');
  try {
    const held = archive.holdings.map(({ reportId }) => archive.report(reportId));
    fresh.putAll(held.filter((report): report is Report => report !== undefined));
    const [a, b] = [answers(archive), answers(fresh)];
    return Object.keys(a)
      .filter((key) => !isDeepStrictEqual(a[key], b[key]))
      .map((key) => `${key} differs`);
  } finally {
    fresh.close();
    rmSync(folder, { recursive: true });
  }
}

function answers(archive: Archive): Record<string, unknown> {
  const column = archive.column('applications.newReceived.total');
  return {
    rows: archive.holdings.map(({ reportId }) => reportId),
    agencies: archive.agencies,
    column: archive.holdings.map((_, row) => column.at(row)),
    passages: QUERIES.map((query) =>
      archive
        .searchPassages(query, { limit: 20_000 })
        .map(({ reportId, text, score }) => `${reportId} ${score.toFixed(9)} ${text}`)
        .sort(),
    ),
    names: NAMES.map((text) => archive.findAgencies(text).map(({ start, end }) => [start, end])),
  };
}
