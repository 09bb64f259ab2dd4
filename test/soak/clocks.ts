import { mkdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { openArchive } from '../../src/archive/archive.ts';
import { Layout, shardOf } from '../../src/archive/layout.ts';
import { readSnapshot, writeSnapshot } from '../../src/archive/snapshot-file.ts';
import { checkAgainst, checkIndexes } from './compare.ts';
import { AGENCIES, after, type Possible, type Put, reportFor } from './script.ts';

/** The clock goes back between two versions, and files bear times of long ago: the later version counts all the same. */
export function clockBack(folder: string): string[] {
  mkdirSync(folder, { recursive: true });
  const reader = openArchive(folder, 'read');
  const writer = openArchive(folder, 'write');
  let possible: Possible = new Map();
  const times = [
    '2025-06-01T00:00:00.000Z',
    '2019-01-01T00:00:00.000Z',
    '2031-01-01T00:00:00.000Z',
    '2020-01-01T00:00:00.000Z',
  ];
  const wrong: string[] = [];
  for (const [edition, time] of times.entries()) {
    const put: Put = { agency: 1, edition };
    const report = reportFor(put);
    writer.put({ ...report, source: { ...report.source, ingestedAt: time } });
    for (const path of [new Layout(folder).shardFile(shardOf(report.id)), join(folder, 'holdings')])
      utimesSync(path, new Date(time), new Date(time));
    if (!reader.refresh()) wrong.push(`a reader did not see edition ${edition}`);
    if (reader.report(report.id)?.source.ingestedAt !== time) wrong.push(`edition ${edition} is not held`);
    possible = after(possible, { do: 'put', puts: [put] }, true);
  }
  writer.put(reportFor({ agency: 1, edition: 9 }));
  writer.close();
  possible = after(possible, { do: 'put', puts: [{ agency: 1, edition: 9 }] }, true);
  return [...wrong, ...checkAgainst(openArchive(folder, 'read'), possible)];
}

/** Snapshots that another version of the program made, of content that this one would not make, are not used. */
export function otherVersion(folder: string): string[] {
  mkdirSync(folder, { recursive: true });
  const writer = openArchive(folder, 'write');
  writer.putAll(Array.from({ length: AGENCIES }, (_, agency) => reportFor({ agency, edition: 1 })));
  writer.saveSnapshots(true);
  writer.close();
  const wrong: string[] = [];
  for (const { file, kind, maker } of writer.inspectSnapshots()) {
    const snapshot = readSnapshot(file, kind, maker);
    if (!snapshot) wrong.push(`no snapshot of ${kind}`);
    else writeSnapshot(file, kind, 'another version', { ...snapshot, body: Buffer.from('something else') });
  }
  const reader = openArchive(folder, 'read');
  return [...wrong, ...checkIndexes(reader)];
}
