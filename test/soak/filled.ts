import { mkdirSync } from 'node:fs';
import { openArchive } from '../../src/archive/archive.ts';
import { AGENCIES, type Put, reportFor, sourceOf } from './script.ts';

/** What a filled folder holds: one report of each agency. */
export const filled: readonly Put[] = Array.from({ length: AGENCIES }, (_, agency) => ({
  agency,
  edition: agency,
}));

/** Makes a sound folder with their reports, sources and snapshots. */
export async function fill(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const archive = openArchive(folder, 'write');
  const reports = filled.map(reportFor);
  for (const [i, put] of filled.entries())
    await archive.keepSource(reports[i]?.source.sha256 ?? '', sourceOf(put));
  archive.putAll(reports);
  archive.saveSnapshots(true);
  archive.close();
}
