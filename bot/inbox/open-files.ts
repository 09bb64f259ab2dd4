import { readdir, readFile, readlink } from 'node:fs/promises';

/**
 * The files that some process has open for writing, as far as the system tells: under Linux those of processes
 * that this one may look into, elsewhere none.
 */
export class OpenFiles {
  #written: ReadonlySet<string> = new Set();
  #lookedAt = 0;

  /** @param path absolute, without links; @param since milliseconds: what was seen earlier does not count */
  async isWritten(path: string, since: number): Promise<boolean> {
    if (this.#lookedAt < since) {
      this.#lookedAt = Date.now();
      this.#written = new Set((await Promise.all((await processes()).map(writtenBy))).flat());
    }
    return this.#written.has(path);
  }
}

async function processes(): Promise<string[]> {
  const names = await readdir('/proc').catch(nothing);
  return names.filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid);
}

async function writtenBy(pid: string): Promise<string[]> {
  const descriptors = await readdir(`/proc/${pid}/fd`).catch(nothing);
  const paths = await Promise.all(descriptors.map((descriptor) => writtenPath(pid, descriptor)));
  return paths.filter((path) => path !== '');
}

/** Empty where it is no file, or open for reading only. */
async function writtenPath(pid: string, descriptor: string): Promise<string> {
  const path = await readlink(`/proc/${pid}/fd/${descriptor}`).catch(() => '');
  if (!path.startsWith('/') || /^\/(?:dev|proc|sys)\//.test(path)) return '';
  const info = await readFile(`/proc/${pid}/fdinfo/${descriptor}`, 'utf8').catch(() => '');
  const flags = Number.parseInt(/^flags:\s*(\d+)/m.exec(info)?.[1] ?? '0', 8);
  return (flags & 3) === 0 ? '' : path;
}

/** Processes end while they are looked at, and those of others are not shown: neither says anything of our file. */
function nothing(): string[] {
  return [];
}
