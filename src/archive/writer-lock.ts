import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { errorCode, LockedError } from './errors.ts';
import type { Layout } from './layout.ts';
import { isAlive, processStart } from './process-start.ts';
import { readFolder } from './read-file.ts';
import { writeFileSafely } from './safe-file.ts';

const writerSchema = z.object({
  pid: z.number().int(),
  start: z.string().nullable(),
  token: z.string(),
  port: z.number().int().nullable(),
});
/** Who writes. With a port it takes files over from other processes that know the token. */
export type Writer = z.infer<typeof writerSchema>;

const ATTEMPTS = 8;

/**
 * The right to write an archive, held by one process.
 *
 * Each contender puts down a file of its own, then looks around: if it sees another living one, it withdraws. Of
 * two that come at once at least one sees the other, so there are never two; a name is never used twice, so
 * the file of a dead process can be deleted by anybody at any time.
 */
export class WriterLock {
  private constructor(
    private readonly file: string,
    private writer: Writer,
  ) {}

  /** @throws {LockedError} */
  static acquire(layout: Layout): WriterLock {
    for (let attempt = 1; ; attempt += 1) {
      const holder = livingWriters(layout)[0];
      const lock = holder ? undefined : WriterLock.contend(layout);
      if (lock) return lock;
      if (attempt === ATTEMPTS) throw new LockedError(layout.folder, holder?.pid ?? process.pid);
      // Two who came at once part by chance.
      sleep(5 + Math.random() * 30);
    }
  }

  private static contend(layout: Layout): WriterLock | undefined {
    const token = randomBytes(16).toString('hex');
    const writer = { pid: process.pid, start: processStart(process.pid), token, port: null };
    const lock = new WriterLock(join(layout.writers, `${process.pid}-${token.slice(0, 8)}.json`), writer);
    lock.publish();
    const rivals = livingWriters(layout).filter((other) => other.token !== token);
    if (rivals.length === 0) return lock;
    lock.release();
    return undefined;
  }

  get token(): string {
    return this.writer.token;
  }

  /** Tells other processes where files may be handed over. */
  announce(port: number): void {
    this.writer = { ...this.writer, port };
    this.publish();
  }

  release(): void {
    rmSync(this.file, { force: true });
  }

  private publish(): void {
    writeFileSafely(this.file, [Buffer.from(JSON.stringify(this.writer))], { mode: 0o600 });
  }
}

/** The processes that write this archive or are about to: files of dead ones are deleted on the way. */
export function livingWriters(layout: Layout): Writer[] {
  return names(layout.writers).flatMap((name) => {
    const file = join(layout.writers, name);
    const writer = read(file);
    if (!writer) return [];
    if (isAlive(writer.pid, writer.start)) return [writer];
    rmSync(file, { force: true });
    return [];
  });
}

function names(folder: string): string[] {
  return readFolder(folder).filter((name) => name.endsWith('.json'));
}

/**
 * Another user's file cannot be read, but its name tells the process.
 * Undefined for a file that its owner has just removed, and for one that the system lost in a power failure.
 */
function read(file: string): Writer | undefined {
  try {
    return writerSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) rmSync(file, { force: true });
    else if (errorCode(error) === 'EACCES')
      return { pid: Number.parseInt(basename(file), 10), start: null, token: '', port: null };
    else if (errorCode(error) !== 'ENOENT') throw error;
    return undefined;
  }
}

/** Nothing else goes on meanwhile. */
export function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
