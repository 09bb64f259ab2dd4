import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/**
 * Runs a program of this folder in a process of its own, so that no measurement inherits another's memory, and gives
 * what it printed; its progress goes on to standard error. @throws {Error} when it fails
 */
export function runChild(program: string, args: readonly string[]): string {
  const file = fileURLToPath(new URL(program, import.meta.url));
  const node = ['--expose-gc', '--max-old-space-size=8192', file, ...args];
  const child = spawnSync(process.execPath, node, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 1 << 28,
  });
  if (child.error) throw child.error;
  if (child.status !== 0)
    throw new Error(`${program} ${args.join(' ')} failed (${child.signal ?? child.status})`);
  return child.stdout;
}

/** The last line that the program prints is its result as JSON. */
export function measureInChild<T>(program: string, args: readonly string[]): T {
  return JSON.parse(runChild(program, args).trimEnd().split('\n').at(-1) ?? '') as T;
}
