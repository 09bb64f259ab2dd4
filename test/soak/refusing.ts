import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openArchive } from '../../src/archive/archive.ts';
import { packageRoot } from '../../src/package-root.ts';
import { checkAgainst, checkSources } from './compare.ts';
import { after, type Possible, stepAt } from './script.ts';

export const workerFile = join(packageRoot, 'dist', 'test', 'soak', 'worker.js');

export interface RefusalFigures {
  done: number;
  refused: number;
  wrong: string[];
}

/** A run of the worker under a shell's limits, e.g. `ulimit -f 2`. */
export interface Trial {
  folder: string;
  seed: number;
  from: number;
  to: number;
  /** Shell commands before the worker takes the shell's place. */
  limits?: string;
  handles?: number;
  user?: number;
}

/** What was possible before, and what is after, is kept between trials on one folder. */
export class Trials {
  private possible: Possible = new Map();
  readonly figures: RefusalFigures = { done: 0, refused: 0, wrong: [] };

  /** Every step must end in a number or in a typed refusal; afterwards everything acknowledged must be there. */
  run({ folder, seed, from, to, limits = ':', handles, user }: Trial): void {
    const args = [
      workerFile,
      folder,
      String(seed),
      String(from),
      String(to),
      ...(handles === undefined ? [] : [String(handles)]),
    ];
    const command = `${limits}; exec "$0" "$@"`;
    const ran = spawnSync('bash', ['--norc', '-c', command, process.execPath, ...args], {
      encoding: 'utf8',
      ...(user === undefined ? {} : { uid: user, gid: user }),
    });
    if (ran.stderr) this.figures.wrong.push(ran.stderr.slice(0, 300));
    for (const line of ran.stdout.trim().split('\n')) this.take(line, seed);
    const archive = openArchive(folder, 'read');
    this.figures.wrong.push(...checkAgainst(archive, this.possible), ...checkSources(archive));
  }

  /** What the workers said, line by line. */
  readonly said: string[] = [];

  private take(line: string, seed: number): void {
    this.said.push(line);
    const refused = /^refused (\d+) (?:write-failed|read-failed)$/.exec(line);
    if (line === 'open') return;
    if (refused) this.figures.refused += 1;
    else if (/^failed (?:write-failed|read-failed)$/.test(line)) this.figures.refused += 1;
    else if (/^\d+$/.test(line)) this.figures.done += 1;
    else this.figures.wrong.push(`the worker said: ${line}`);
    const n = Number(refused?.[1] ?? line);
    if (!Number.isNaN(n)) this.possible = after(this.possible, stepAt(seed, n), !refused);
  }
}

/** The disk is full: a small disk in memory where this may be mounted, otherwise a limit on the size of files. */
export function fullDisk(folder: string, seed: number): RefusalFigures & { how: string } {
  mkdirSync(folder, { recursive: true });
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=400k', 'tmpfs', folder]).status === 0;
  const trials = new Trials();
  try {
    const limits = mounted ? ':' : "trap '' XFSZ; ulimit -f 1";
    trials.run({ folder, seed, from: 0, to: 150, limits });
    if (mounted) spawnSync('mount', ['-o', 'remount,size=64m', folder]);
    const before = trials.figures.refused;
    trials.run({ folder, seed, from: 150, to: 250 });
    if (before === 0) trials.figures.wrong.push('the disk was never full');
    if (trials.figures.refused > before) trials.figures.wrong.push('refused although there was room again');
    return { ...trials.figures, how: mounted ? 'tmpfs of 400 KB' : 'files of 1 KB at most' };
  } finally {
    if (mounted) spawnSync('umount', [folder]);
  }
}

/** All file handles but a few are taken during every other step. */
export function noHandles(folder: string, seed: number): RefusalFigures {
  const trials = new Trials();
  for (const [round, handles] of [0, 1, 2, 3].entries())
    trials.run({ folder, seed, from: round * 50, to: round * 50 + 50, handles, limits: 'ulimit -n 200' });
  if (trials.figures.refused === 0) trials.figures.wrong.push('never without handles');
  return trials.figures;
}

/** A folder in which nothing may be written. A process of the administrator may anyway, so another user tries. */
export function readOnly(folder: string, seed: number): RefusalFigures {
  const trials = new Trials();
  trials.run({ folder, seed, from: 0, to: 60 });
  const done = trials.figures.done;
  permit(folder, 0o555);
  const nobody = process.getuid?.() === 0 ? { user: 65_534 } : {};
  trials.run({ folder, seed, from: 60, to: 80, ...nobody });
  if (!trials.said.includes('failed write-failed')) trials.figures.wrong.push('not refused as unwritable');
  permit(folder, 0o755);
  if (trials.figures.done > done) trials.figures.wrong.push('written although read-only');
  return trials.figures;
}

function permit(folder: string, mode: number): void {
  chmodSync(folder, mode);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (entry.isDirectory()) chmodSync(join(entry.parentPath, entry.name), mode);
}
