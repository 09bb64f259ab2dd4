import { resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { FileOutcome } from '../../../src/app/ingesting.ts';
import { type IngestSummary, summaryOf } from '../../../src/app/summary.ts';
import { LockedError } from '../../../src/archive/errors.ts';
import { handOver } from '../../hand-over/client.ts';
import type { Request } from '../../hand-over/protocol.ts';
import { type ExitCode, exit } from '../exit.ts';
import { type Output, print, printJson } from '../output.ts';
import { progressBar } from '../progress.ts';
import { type CommonOptions, dataFolder } from '../settings.ts';
import { withApp } from '../using.ts';

interface Telling {
  onFile(outcome: FileOutcome): void;
  onProgress(progress: { done: number; total: number }): void;
}

const marks: Record<FileOutcome['status'], string> = {
  added: '已收录',
  updated: '已更新',
  unchanged: '无变化',
  rejected: '未收录',
};

export async function ingest(paths: string[], options: CommonOptions, output: Output): Promise<ExitCode> {
  const bar = progressBar(output, options.json !== true);
  const files: FileOutcome[] = [];
  const telling: Telling = {
    onFile: (file) => {
      files.push(file);
      if (!options.json) bar.above(() => print(output, lineOf(file)));
    },
    onProgress: ({ done, total }) => bar.show(done, total),
  };
  try {
    await carryOut(dataFolder(options), paths, telling);
  } finally {
    bar.end();
  }
  const summary = summaryOf(files);
  if (options.json) printJson(output, summary);
  else print(output, totals(summary));
  return summary.rejected > 0 ? exit.partly : exit.done;
}

/** In this process where nobody else writes; otherwise the writer does it. */
async function carryOut(dataDir: string, paths: string[], telling: Telling): Promise<void> {
  const onDisk = paths.filter((path) => path !== '-');
  const piped = paths.includes('-') ? await buffer(process.stdin) : undefined;
  try {
    await withApp(dataDir, 'write', async (app) => {
      if (onDisk.length > 0) await app.ingest(onDisk, telling);
      if (piped) await app.ingestUpload({ name: '-', bytes: piped }, telling);
    });
  } catch (error) {
    if (!(error instanceof LockedError)) throw error;
    if (onDisk.length > 0) {
      const absolute = onDisk.map((path) => resolve(path));
      await delegate(dataDir, { do: 'ingest', paths: absolute }, telling, error);
    }
    if (piped) {
      const content = piped.toString('base64');
      await delegate(dataDir, { do: 'upload', name: '-', content }, telling, error);
    }
  }
}

async function delegate(dataDir: string, request: Request, telling: Telling, locked: LockedError) {
  const events = await handOver(dataDir, request);
  if (!events) throw locked;
  for await (const event of events) {
    if (event.event === 'file') telling.onFile(event.file);
    if (event.event === 'progress') telling.onProgress(event);
  }
}

function lineOf(file: FileOutcome): string {
  const mark = marks[file.status];
  if (file.error) return `${mark}  ${file.path}  ${file.error.message}（${file.error.code}）`;
  const warnings = file.warnings.length > 0 ? `（${file.warnings.length} 条提醒）` : '';
  return `${mark}  ${file.year}  ${file.agency}  ${file.reportId}  ← ${file.path}${warnings}`;
}

function totals({ added, updated, unchanged, rejected }: IngestSummary): string {
  return `共 ${added + updated + unchanged + rejected} 份：收录 ${added}，更新 ${updated}，无变化 ${unchanged}，未收录 ${rejected}`;
}
