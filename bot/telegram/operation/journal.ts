import {
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';

/** Beyond this the lines before are put aside, and those put aside earlier go. */
const LARGEST = 8 * 1024 * 1024;

/**
 * Lines that are added one by one, for what must outlive the process but not the power: nothing is synced, so that a
 * line costs some microseconds. Two files at most: `<file>` and, when that is full, `<file>.old`.
 */
export class Journal {
  #open: number | undefined;
  #size = 0;

  /** @param failed told when the disk refuses a line; the line is then not kept */
  constructor(
    readonly file: string,
    private readonly failed: (error: unknown) => void,
    private readonly largest = LARGEST,
  ) {}

  /** Whole lines, oldest first. One that was being written when the power went is left out. */
  read(): string[] {
    return [`${this.file}.old`, this.file].flatMap((file) => {
      if (!existsSync(file)) return [];
      const lines = readFileSync(file, 'utf8').split('\n');
      lines.pop();
      return lines;
    });
  }

  append(line: string): void {
    try {
      const bytes = Buffer.from(`${line}\n`);
      if (this.#size + bytes.length > this.largest) this.#turn();
      this.#open ??= this.#start('a');
      this.#size += writeSync(this.#open, bytes);
    } catch (error) {
      this.failed(error);
    }
  }

  /** Forgets all lines. */
  clear(): void {
    try {
      this.close();
      rmSync(`${this.file}.old`, { force: true });
      this.#open = this.#start('w');
    } catch (error) {
      this.failed(error);
    }
  }

  close(): void {
    if (this.#open !== undefined) closeSync(this.#open);
    this.#open = undefined;
    this.#size = 0;
  }

  #turn(): void {
    this.close();
    if (existsSync(this.file)) renameSync(this.file, `${this.file}.old`);
  }

  #start(flags: 'a' | 'w'): number {
    mkdirSync(dirname(this.file), { recursive: true });
    const descriptor = openSync(this.file, flags, 0o600);
    // A line torn by a power cut must not run into the next one.
    if (flags === 'a') this.#size = fstatSync(descriptor).size + writeSync(descriptor, '\n');
    return descriptor;
  }
}
