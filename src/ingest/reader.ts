import { createHash } from 'node:crypto';
import type { Report } from '../model/report.ts';
import { isArchive } from './decode/format.ts';
import type { Budget } from './decode/zip.ts';
import { IngestError, type Refusal, refusalOf } from './errors.ts';
import { inOrder } from './in-order.ts';
import { defaultLimits, type Limits, sizeDetail } from './limits.ts';
import { type ReadJob, readReport } from './read-report.ts';
import type { WorkerPool } from './worker-pool.ts';

/** `path` is the file's name; inside a ZIP `a.zip!/folder/member.docx`. */
export type FileRead = { path: string; report: Report } | { path: string; error: Refusal };

export interface ReadOptions {
  limits?: Partial<Limits>;
  /** Stands in `source.ingestedAt`. */
  clock?: () => Date;
  /**
   * Where files are read, whatever they are: a small text can cost as much as a large PDF. Without a pool they are
   * read in this thread, where limits of time and memory cannot be kept: only for files that are trusted.
   */
  pool?: WorkerPool;
  /** Given the bytes of every file that could be read as a report, before its result is told; may refuse the file. */
  keep?(sha256: string, bytes: Uint8Array): Promise<Refusal | undefined>;
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
  const reading = new Reading(limits, options, { bytes: limits.zipBytes, members: limits.zipMembers });
  return reading.read(bytes, fileName, 0);
}

/** One call: what is read inside it shares the limits of the outermost file. */
class Reading {
  constructor(
    private readonly limits: Limits,
    private readonly options: ReadOptions,
    private readonly budget: Budget,
  ) {}

  async read(bytes: Uint8Array, path: string, depth: number): Promise<FileRead[]> {
    try {
      requireSize(bytes, this.limits);
      if (isArchive(bytes)) return await this.#readZip(bytes, path, depth + 1);
      return [await this.#readOne({ bytes, fileName: path, limits: this.limits })];
    } catch (error) {
      return [{ path, error: refusalOf(error) }];
    }
  }

  async #readZip(bytes: Uint8Array, path: string, depth: number): Promise<FileRead[]> {
    if (depth > this.limits.zipDepth) throw new IngestError('zip-depth', `上限 ${this.limits.zipDepth} 层`);
    const { openZip } = await import('./decode/zip.ts');
    const members = await openZip(bytes, this.limits, this.budget);
    const width = (this.options.pool?.size ?? 1) + 1;
    const reads: FileRead[] = [];
    const readMember = async (member: (typeof members)[number]) => {
      const memberPath = `${path}!/${member.name}`;
      try {
        return await this.read(await member.unpack(), memberPath, depth);
      } catch (error) {
        return [{ path: memberPath, error: refusalOf(error) }];
      }
    };
    for await (const read of inOrder(members, width, readMember)) reads.push(...read);
    return reads;
  }

  async #readOne(job: ReadJob): Promise<FileRead> {
    const { pool, keep, clock = () => new Date() } = this.options;
    const path = job.fileName;
    const result = pool ? await pool.run(job) : { report: await readReport(job) };
    if ('error' in result) return { path, error: result.error };
    const { format, ...report } = result.report;
    const sha256 = createHash('sha256').update(job.bytes).digest('hex');
    const refusal = await keep?.(sha256, job.bytes);
    if (refusal) return { path, error: refusal };
    return {
      path,
      report: { ...report, source: { file: path, format, sha256, ingestedAt: clock().toISOString() } },
    };
  }
}

function requireSize(bytes: Uint8Array, limits: Limits): void {
  if (bytes.length === 0) throw new IngestError('empty');
  if (bytes.length > limits.fileBytes) throw new IngestError('too-large', sizeDetail(bytes.length, limits));
}
