import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/package-root.ts';

const main = join(packageRoot, 'dist', 'bot', 'cli', 'main.js');
const stamp = join(packageRoot, 'dist', '.built-for-tests');
const guard = join(packageRoot, 'dist', '.building');

export interface Ran {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** Runs the real program as a process and waits for its end. */
export function nianbao(
  args: readonly string[],
  options: { input?: string | Buffer; env?: NodeJS.ProcessEnv } = {},
): Ran {
  build();
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    cwd: packageRoot,
    input: options.input ?? '',
    env: { ...process.env, NIANBAO_DATA: '', ...options.env },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return { status, stdout, stderr };
}

/** Starts the real program and lets it run. */
export function startNianbao(
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): ChildProcess & { exited: Promise<number | null> } {
  build();
  const child = spawn(process.execPath, [main, ...args], {
    cwd: packageRoot,
    stdio: 'pipe',
    env: { ...process.env, ...env },
  });
  const exited = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  return Object.assign(child, { exited });
}

let built = false;

/** Processes run what is compiled; it is compiled again when a source is younger. */
export function build(): void {
  if (built) return;
  mkdirSync(join(packageRoot, 'dist'), { recursive: true });
  while (!enter()) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
  try {
    if (!isFresh()) compile();
    built = true;
  } finally {
    rmSync(guard, { recursive: true, force: true });
  }
}

/** Test files run beside each other; one compiles. A guard that a killed run left is broken after a while. */
function enter(): boolean {
  try {
    mkdirSync(guard);
    return true;
  } catch {
    const age = Date.now() - (statSync(guard, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > 60_000) rmSync(guard, { recursive: true, force: true });
    return false;
  }
}

function compile(): void {
  const started = new Date();
  spawnSync('npx', ['--no-install', 'tsc', '-p', '.', '--incremental'], {
    cwd: packageRoot,
    encoding: 'utf8',
  });
  if (!existsSync(main)) throw new Error('the program could not be compiled');
  writeFileSync(stamp, '');
  utimesSync(stamp, started, started);
}

function isFresh(): boolean {
  const time = statSync(stamp, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return (
    existsSync(main) && ['src', 'bot', 'index'].every((room) => youngest(join(packageRoot, room)) < time)
  );
}

function youngest(folder: string): number {
  return Math.max(
    0,
    ...readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs),
  );
}
