import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { packageRoot } from '../../src/package-root.ts';
import { useOf } from './process-use.ts';

export const program = `${packageRoot}/dist/bot/cli/main.js`;

export interface Told {
  line: string;
  /** Since the process was started. */
  ms: number;
  processor: number;
  resident: number;
}

/** Starts the program as a user does, asks line by line, and tells when each answer came. */
export async function talk(args: readonly string[], questions: readonly string[]): Promise<Told[]> {
  const started = performance.now();
  const child = spawn(process.execPath, [program, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const told: Told[] = [];
  let asked = 0;
  const next = () => {
    const question = questions[asked++];
    if (question === undefined) child.stdin.end();
    else child.stdin.write(`${question}\n`);
  };
  next();
  for await (const line of createInterface({ input: child.stdout })) {
    if (!line.startsWith('{')) continue;
    told.push({ line, ms: performance.now() - started, ...useOf(pidOf(child)) });
    next();
  }
  await ended;
  return told;
}

function pidOf({ pid }: ChildProcess): number {
  if (pid === undefined) throw new Error(`${program} did not start`);
  return pid;
}
