import { writeSync } from 'node:fs';
import type { Writable } from 'node:stream';

/** Where a command writes: answers to `out`, progress and diagnostics to `err`. */
export interface Output {
  out: Writable & { isTTY?: boolean };
  err: Writable & { isTTY?: boolean };
}

export const standardOutput: Output = { out: process.stdout, err: process.stderr };

export function print(output: Output, text: string): void {
  output.out.write(`${text}\n`);
}

export function printJson(output: Output, value: unknown): void {
  print(output, JSON.stringify(value));
}

export function complain(output: Output, text: string): void {
  output.err.write(`nianbao: ${text}\n`);
}

/** `nianbao reports | head`: the reader has had enough, which is no trouble. */
export function endQuietlyWhenUnread(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(0);
      writeSync(2, `nianbao: ${error.message}\n`);
      process.exit(1);
    });
  }
}
