import { type Change, ChangeFeed, type ChangeListener } from './app/changes.ts';
import { type FileOutcome, Ingesting } from './app/ingesting.ts';
import { listInputs } from './app/inputs.ts';
import { type ReportView, reportView } from './app/report-view.ts';
import { keeping, type SourceFile, sourceFile } from './app/source-file.ts';
import { type IngestSummary, summaryOf } from './app/summary.ts';
import { type Archive, openArchive } from './archive/archive.ts';
import { audit } from './audit/audit.ts';
import type { Limits } from './ingest/limits.ts';
import type { WorkerPool } from './ingest/worker-pool.ts';
import type { Answer } from './model/answer.ts';
import type { Finding } from './model/finding.ts';
import type { Query } from './model/query.ts';
import type { Region, Report } from './model/report.ts';
import type { TalkContext, Understanding } from './question/understanding.ts';

export interface AppOptions {
  dataDir: string;
  /** Reading needs no right to write and works beside a writer; writing is for one process at a time. */
  mode: 'read' | 'write';
  clock?: () => Date;
  /** What reading one file may cost, where it is not the default. */
  limits?: Partial<Limits>;
  /** Files are our own and few: they are read in this thread, which starts sooner than workers. */
  trusted?: boolean;
  /** Whether files that reports are read from are kept, so that `sourceFile` can give them back. Yes if not said. */
  keepSources?: boolean;
}

export interface Asked {
  answer: Answer;
  understanding: Understanding;
  /** What the next question of the same talk may refer to. */
  talk: TalkContext;
}

export interface Progress {
  /** Files done and files to do; a ZIP counts as one. */
  done: number;
  total: number;
}

export interface IngestOptions {
  onFile?(outcome: FileOutcome): void;
  onProgress?(progress: Progress): void;
}

/** A file that does not lie on this disk: standard input, an upload. */
export interface Upload {
  name: string;
  bytes: Uint8Array;
}

/**
 * The whole program behind one face: files go in, questions are answered. Front ends talk to nothing else.
 *
 * a file → ingest (decode → tables → text) → audit → archive → `listen`
 * a question → question (understand) → answer → `talk` for the next one
 */
export class App {
  readonly library: Archive;
  private readonly feed = new ChangeFeed();
  private readonly clock: () => Date;
  private pool: WorkerPool | undefined;

  /** @throws {LockedError | ArchiveError} */
  constructor(private readonly options: AppOptions) {
    this.clock = options.clock ?? (() => new Date());
    this.library = openArchive(options.dataDir, options.mode);
  }

  /** @param talk what `Asked.talk` of the question before was; @param home the region the asker speaks from */
  async ask(text: string, talk?: TalkContext, home?: Region): Promise<Asked> {
    const { understand, remember } = await import('./question/understand.ts');
    const { answer } = await import('./answer/answer.ts');
    this.library.refresh();
    const setting = {
      library: this.library,
      today: localDate(this.clock()),
      ...(talk ? { context: talk } : {}),
      ...(home ? { home } : {}),
    };
    const understanding = understand(text, setting);
    const found = answer(understanding.query, text, this.library, { audit });
    return { answer: found, understanding, talk: remember(understanding, found, talk) };
  }

  /** Answers a query that was understood before: a choice, a button, the next page. */
  async answer(query: Query, question: string, talk?: TalkContext): Promise<Asked> {
    const { remember } = await import('./question/understand.ts');
    const { answer } = await import('./answer/answer.ts');
    this.library.refresh();
    const understanding: Understanding = { query, mentions: [], notes: [] };
    const found = answer(query, question, this.library, { audit });
    return { answer: found, understanding, talk: remember(understanding, found, talk) };
  }

  /** Takes in files and folders. Never throws for a bad file. @throws {ArchiveError} `read-only` */
  async ingest(paths: readonly string[], options: IngestOptions = {}): Promise<IngestSummary> {
    const { readFiles } = await import('./ingest/read-files.ts');
    const inputs = await listInputs(paths);
    const readable = inputs.filter((input) => !('reason' in input));
    const reads = readFiles(
      readable.map((input) => input.path),
      await this.readOptions(),
    );
    const files: FileOutcome[] = [];
    const batch = this.batch(files, options);
    const tell = (done: number) => options.onProgress?.({ done, total: inputs.length });
    for (const [i, input] of inputs.entries()) {
      tell(i);
      if ('reason' in input) await batch.take({ path: input.path, error: unreadable(input.reason) });
      else for (const read of (await reads.next()).value ?? []) await batch.take(read);
    }
    await batch.flush();
    tell(inputs.length);
    return summaryOf(files);
  }

  /** The same for bytes that came another way. */
  async ingestUpload({ name, bytes }: Upload, options: IngestOptions = {}): Promise<IngestSummary> {
    const { readFile } = await import('./ingest/reader.ts');
    const files: FileOutcome[] = [];
    const batch = this.batch(files, options);
    for (const read of await readFile(bytes, name, await this.readOptions())) await batch.take(read);
    await batch.flush();
    return summaryOf(files);
  }

  /** Takes a report out with all its versions. @returns whether it was held */
  remove(reportId: string): boolean {
    const holding = this.library.remove(reportId);
    if (holding) this.feed.tell({ kind: 'removed', reportId, holding });
    return holding !== undefined;
  }

  /** Undefined when it is not held. @throws {ArchiveError} when its file is damaged */
  view(reportId: string): ReportView | undefined {
    const report = this.library.report(reportId);
    return report && reportView(report, audit(report, this.library));
  }

  /** The file it was read from, to the byte; undefined when it was not kept. @throws {ArchiveError} when it is damaged */
  sourceFile(reportId: string): SourceFile | undefined {
    return sourceFile(this.library, reportId);
  }

  /** Of every check, those against other reports included. */
  findings(reportId: string): Finding[] {
    const report = this.library.report(reportId);
    return report ? audit(report, this.library) : [];
  }

  /** Tells of every change that this process makes. */
  listen(listener: ChangeListener): () => void {
    return this.feed.listen(listener);
  }

  async close(): Promise<void> {
    await this.pool?.close();
    this.library.close();
  }

  private batch(files: FileOutcome[], options: IngestOptions): Ingesting {
    return new Ingesting(this.library, {
      audit: (report: Report) => audit(report),
      onChange: (change: Change) => this.feed.tell(change),
      onFile: (outcome) => {
        files.push(outcome);
        options.onFile?.(outcome);
      },
    });
  }

  private async readOptions() {
    const { WorkerPool } = await import('./ingest/worker-pool.ts');
    const { limits, keepSources = true } = this.options;
    if (!this.options.trusted) this.pool ??= new WorkerPool(limits ?? {});
    const { clock, pool } = this;
    const keep = keepSources ? { keep: keeping(this.library) } : {};
    return { clock, ...(pool ? { pool } : {}), ...keep, ...(limits ? { limits } : {}) };
  }
}

export async function openApp(options: AppOptions): Promise<App> {
  return new App(options);
}

function unreadable(reason: string) {
  return { code: 'unreadable', message: `无法读取：${reason}` };
}

/** The calendar day where the program runs. */
function localDate(date: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
