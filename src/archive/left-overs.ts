import { join } from 'node:path';
import { recordFolders } from './bot-records.ts';
import { type Layout, shardNames } from './layout.ts';
import { readFolder } from './read-file.ts';
import { listReportFiles } from './report-store.ts';
import { temporaryName } from './safe-file.ts';

interface LeftOver {
  file: string;
  /** Chinese. */
  what: string;
}

/**
 * Files that a crash left: half-written ones, and versions that no shard names.
 * @param named `<id>.<version>` of every version that a shard names
 */
export function* leftOvers(layout: Layout, named: ReadonlySet<string>): Generator<LeftOver> {
  const { holdings, index, writers, bot } = layout;
  for (const folder of [holdings, index, writers, ...recordFolders(bot)]) yield* halfWritten(folder);
  for (const name of shardNames) {
    const folder = join(layout.reports, name);
    yield* halfWritten(folder);
    yield* halfWritten(join(layout.sources, name));
    for (const { reportId, version } of listReportFiles(folder))
      if (!named.has(`${reportId}.${version}`))
        yield { file: layout.reportFile(reportId, version), what: '没有收录的版本文件' };
  }
}

function* halfWritten(folder: string): Generator<LeftOver> {
  for (const name of readFolder(folder))
    if (temporaryName.test(name)) yield { file: join(folder, name), what: '没有写完的临时文件' };
}
