import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ArchiveError } from '../../../src/archive/errors.ts';
import type { Report } from '../../../src/model/report.ts';
import { reportSheet } from '../../cli/report-sheet.ts';
import { DONE } from '../../inbox/inbox.ts';
import type { Desk } from '../desk.ts';
import { plainWords, type Words } from '../port/port.ts';

export type SourceFile = { file: { name: string; bytes: Uint8Array } | { id: string }; caption: Words };

/**
 * The file a report was read from: as Telegram carried it, as it was kept, or from where it lay, if it is still the
 * same to the byte. Where there is none, what was read from it is given, and it is said so.
 */
export async function sourceFile(desk: Desk, report: Report): Promise<SourceFile> {
  const { file, sha256 } = report.source;
  const title = `《${report.title}》`;
  const id = desk.files.get(sha256);
  if (id) return { file: { id }, caption: plainWords(`${title}原文件`) };
  const kept = keptFile(desk, report);
  if (kept) return { file: kept, caption: plainWords(`${title}原文件`) };
  const name = basename(file);
  const moved = join(dirname(file), DONE, name);
  for (const path of [file, moved]) {
    const bytes = await bytesOf(path, sha256);
    if (bytes) return { file: { name, bytes }, caption: plainWords(`${title}原文件`) };
  }
  const view = desk.app.view(report.id);
  return {
    file: {
      name: `${report.agency.name}-${report.year}.txt`,
      bytes: Buffer.from(view ? reportSheet(view) : ''),
    },
    caption: plainWords(`${title}：原文件没有保存，这是从中读到的全部文字、数据和检查结果`),
  };
}

/** One that was damaged on the disk is as good as none: `nianbao doctor` tells of it. */
function keptFile(desk: Desk, report: Report): { name: string; bytes: Uint8Array } | undefined {
  try {
    return desk.app.sourceFile(report.id);
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    desk.log.warn({ error: error.message }, 'source');
    return undefined;
  }
}

async function bytesOf(path: string, sha256: string): Promise<Uint8Array | undefined> {
  try {
    const bytes = await readFile(path);
    return createHash('sha256').update(bytes).digest('hex') === sha256 ? bytes : undefined;
  } catch {
    // Moved, deleted or not readable: what was read stands in for it.
    return undefined;
  }
}
