import { createHash } from 'node:crypto';
import type { Report } from '../model/report.ts';
import { detectFormat } from './decode/format.ts';
import { IngestError, type Refusal, refusalOf } from './errors.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { type ReadReport, readReport } from './read-report.ts';

/** `path` is the file's name; inside a ZIP `a.zip!/folder/member.docx`. */
export type FileRead = { path: string; report: Report } | { path: string; error: Refusal };

export interface ReadOptions {
  limits?: Partial<Limits>;
  /** Stands in `source.ingestedAt`. */
  clock?: () => Date;
}

/**
 * Reads one file into a report, or says why not; a ZIP gives one element a member. Never throws for a bad file.
 * The report's `findings` are empty: the checks are another feature.
 */
export async function readFile(
  bytes: Uint8Array,
  fileName: string,
  options: ReadOptions = {},
): Promise<FileRead[]> {
  const limits: Limits = { ...defaultLimits, ...options.limits };
  try {
    requireSize(bytes, limits);
    const kind = detectFormat(bytes, fileName);
    const read = await readReport({ bytes, fileName, kind, limits });
    return [{ path: fileName, report: finish(read, bytes, fileName, options.clock) }];
  } catch (error) {
    return [{ path: fileName, error: refusalOf(error) }];
  }
}

function requireSize(bytes: Uint8Array, limits: Limits): void {
  if (bytes.length === 0) throw new IngestError('empty');
  if (bytes.length > limits.fileBytes) {
    throw new IngestError(
      'too-large',
      `文件 ${megabytes(bytes.length)}，上限 ${megabytes(limits.fileBytes)}`,
    );
  }
}

function megabytes(bytes: number): string {
  return `${Math.round((bytes / 1024 / 1024) * 10) / 10} MB`;
}

function finish(read: ReadReport, bytes: Uint8Array, file: string, clock = () => new Date()): Report {
  const { format, ...report } = read;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { ...report, source: { file, format, sha256, ingestedAt: clock().toISOString() } };
}
