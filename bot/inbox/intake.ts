import { realpath, stat } from 'node:fs/promises';
import { relative } from 'node:path';
import type { IngestSummary } from '../../src/app/summary.ts';
import type { App } from '../../src/app.ts';
import { errorCode, systemReason } from '../../src/archive/errors.ts';
import { OpenFiles } from './open-files.ts';
import { putAside } from './put-aside.ts';

/** How long a file that somebody still writes is left alone. */
const WRITTEN_MS = 1000;
/** The same when the archive could not be written: a full disk is no fault of the file. */
const TROUBLE_MS = 60_000;

/** Takes files of the inbox one after the other; each is read when nobody writes it any more. */
export class Intake {
  readonly #open = new OpenFiles();
  readonly #later = new Map<string, NodeJS.Timeout>();
  #work = Promise.resolve();
  #closing = false;

  constructor(
    private readonly app: App,
    private readonly folder: string,
    private readonly tell: (text: string) => void,
  ) {}

  add(path: string): void {
    const since = Date.now();
    this.#work = this.#work.then(async () => {
      if (this.#closing) return;
      try {
        await this.#take(path, since);
      } catch (error) {
        // The file stays where it is and is taken up again at the next start.
        this.#say(path, errorCode(error) === 'ENOENT' ? '已被移走，没有收录' : systemReason(error));
      }
    });
  }

  /** The file in hand is finished; the others stay for the next start. */
  async close(): Promise<void> {
    this.#closing = true;
    for (const timer of this.#later.values()) clearTimeout(timer);
    await this.#work;
  }

  async #take(path: string, since: number): Promise<void> {
    const before = await stat(path);
    if (!before.isFile()) return this.#say(path, '不是文件，没有收录');
    if (await this.#open.isWritten(await realpath(path), since)) return this.#again(path, WRITTEN_MS);
    const summary = await this.app.ingest([path]);
    const after = await stat(path);
    if (after.size !== before.size || after.mtimeMs !== before.mtimeMs) return this.#again(path, WRITTEN_MS);
    this.#say(path, resultOf(summary));
    if (summary.files.some(({ error }) => error?.code === 'write-failed')) this.#again(path, TROUBLE_MS);
    else putAside(this.folder, path, summary);
  }

  #again(path: string, ms: number): void {
    clearTimeout(this.#later.get(path));
    const timer = setTimeout(() => {
      this.#later.delete(path);
      this.add(path);
    }, ms);
    this.#later.set(path, timer);
  }

  #say(path: string, text: string): void {
    this.tell(`收件：${relative(this.folder, path)} ${text}`);
  }
}

function resultOf({ files, added, updated, unchanged, rejected }: IngestSummary): string {
  const [only] = files;
  if (files.length === 1 && only?.error) return `未收录：${only.error.message}`;
  if (files.length === 1 && only) return `${only.agency} ${only.year}年 ${only.status}`;
  return `收录 ${added}，更新 ${updated}，无变化 ${unchanged}，未收录 ${rejected}`;
}
