import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/package-root.ts';

const main = join(packageRoot, 'dist', 'bot', 'cli', 'main.js');

/** The real program as a process of its own, killed and started again over the same data. */
export class BotProcess {
  #child: ChildProcess | undefined;

  constructor(
    readonly env: Record<string, string>,
    readonly log: string,
  ) {}

  start(): void {
    const child = spawn(process.execPath, [main, 'bot'], {
      cwd: packageRoot,
      env: { ...process.env, ...this.env },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    child.stderr?.on('data', (text: Buffer) => appendFileSync(this.log, text));
    this.#child = child;
  }

  get alive(): boolean {
    return this.#child !== undefined && this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** At once, whatever it is doing. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** In order. */
  async stop(): Promise<void> {
    await this.#end('SIGTERM');
  }

  /** Resident memory in megabytes, where the system tells. */
  async memory(): Promise<number> {
    const { readFile } = await import('node:fs/promises');
    const text = await readFile(`/proc/${this.#child?.pid}/status`, 'utf8').catch(() => '');
    return Math.round(Number(/VmRSS:\s+(\d+)/.exec(text)?.[1] ?? 0) / 1024);
  }

  /** Milliseconds of processor time used so far, where the system tells. */
  async processorTime(): Promise<number> {
    const { readFile } = await import('node:fs/promises');
    const text = await readFile(`/proc/${this.#child?.pid}/stat`, 'utf8').catch(() => '');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    // User and system time in ticks of a hundredth of a second.
    return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * 10;
  }

  async #end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }
}
