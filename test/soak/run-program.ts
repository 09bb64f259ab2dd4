import { spawn } from 'node:child_process';
import { main } from './programs.ts';

export interface Ran {
  /** Null when it was killed. */
  status: number | null;
  stdout: string;
  stderr: string;
}

/** `nianbao` as a process, killed after so many milliseconds when they are given. */
export function nianbao(
  args: readonly string[],
  options: { lifeMs?: number; input?: string } = {},
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [main, ...args]);
    const said = { stdout: '', stderr: '' };
    child.stdout.on('data', (part) => {
      said.stdout += part;
    });
    child.stderr.on('data', (part) => {
      said.stderr += part;
    });
    // Killed before it has read everything.
    child.stdin.on('error', () => undefined);
    child.stdin.end(options.input ?? '');
    const { lifeMs } = options;
    const timer = lifeMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), lifeMs);
    child.once('error', reject);
    child.once('close', (status) => {
      clearTimeout(timer);
      resolve({ status, ...said });
    });
  });
}

/** How long a whole run takes, so that a kill falls into it. */
export async function lifeOf(args: readonly string[]): Promise<number> {
  const from = performance.now();
  await nianbao(args);
  return performance.now() - from;
}
