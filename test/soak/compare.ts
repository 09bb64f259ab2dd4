import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { type Archive, openArchive } from '../../src/archive/archive.ts';
import type { Report } from '../../src/model/report.ts';
import { reportFor, type State, stateAfter, stepAt } from './script.ts';

const QUERIES = ['信息公开培训', '第7中心的制度', '栏目更新慢'];
const NAMES = ['云溪县第3服务中心和第12服务中心', '云溪县'];

/**
 * Compares what an archive holds with what was acknowledged: every report must be as the last acknowledged step left
 * it, or as the step after it, which was under way.
 * @returns what is wrong, in words; empty when nothing is
 */
export function checkAgainst(archive: Archive, seed: number, acknowledged: number, state: State): string[] {
  const next = stateAfter(state, stepAt(seed, acknowledged + 1));
  const wrong: string[] = [];
  for (let agency = 0; agency < 64; agency += 1) {
    const { id } = reportFor({ agency, edition: 0 });
    const held = archive.report(id);
    const allowed = [state.get(agency), next.get(agency)].map((edition) =>
      edition === undefined ? undefined : reportFor({ agency, edition }),
    );
    if (!allowed.some((report) => isDeepStrictEqual(report, held)))
      wrong.push(`agency ${agency}: ${held ? 'another content' : 'lost'} after step ${acknowledged}`);
  }
  return [...wrong, ...checkIndexes(archive)];
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
        .searchPassages(query, { limit: 200 })
        .map(({ reportId, text, score }) => `${reportId} ${score.toFixed(9)} ${text}`)
        .sort(),
    ),
    names: NAMES.map((text) => archive.findAgencies(text).map(({ start, end }) => [start, end])),
  };
}

/** The state after the steps up to and including `last`. */
export function stateUpTo(seed: number, last: number): State {
  let state: State = new Map();
  for (let n = 0; n <= last; n += 1) state = stateAfter(state, stepAt(seed, n));
  return state;
}
