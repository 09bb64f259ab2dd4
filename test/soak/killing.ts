import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { openArchive } from '../../src/archive/archive.ts';
import { examine } from '../../src/archive/doctor.ts';
import { packageRoot } from '../../src/package-root.ts';
import { checkAgainst, checkSources } from './compare.ts';
import { after, mulberry, type Possible, type Step, stepAt } from './script.ts';

const workerFile = join(packageRoot, 'dist', 'test', 'soak', 'worker.js');

export interface KillFigures {
  kills: number;
  /** Steps that were acknowledged over all rounds. */
  steps: number;
  /** What was under way when it was killed → how often. */
  during: Record<string, number>;
  /** Files that crashes left, all found and deleted by the doctor. */
  leftOvers: number;
  wrong: string[];
}

export interface KillOptions {
  folder: string;
  seed: number;
  rounds: number;
  /** A process is killed at a random moment up to this. */
  longestMs: number;
  onRound?(done: number): void;
}

/** Lets a process change an archive, kills it, looks, goes on from there; again and again. */
export async function killAtRandom(options: KillOptions): Promise<KillFigures> {
  const { folder, seed, rounds, longestMs } = options;
  const random = mulberry(seed);
  const figures: KillFigures = { kills: 0, steps: 0, during: {}, leftOvers: 0, wrong: [] };
  let last = -1;
  let possible: Possible = new Map();
  for (let round = 0; round < rounds; round += 1) {
    // One life in four ends while it begins: opening, restoring and reconciling are tried too.
    const early = random() < 0.25;
    const { acknowledged, opened, killed } = await oneLife(folder, seed, last, {
      early,
      ms: random() * longestMs,
    });
    figures.kills += killed ? 1 : 0;
    figures.steps += acknowledged - last;
    while (last < acknowledged) possible = after(possible, stepAt(seed, ++last), true);
    const step = stepAt(seed, acknowledged + 1);
    const doing = opened ? kindOf(step, possible) : 'start';
    if (killed) figures.during[doing] = (figures.during[doing] ?? 0) + 1;
    // The step that was under way may be done, in part or not at all; the next life does it again.
    possible = after(possible, stepAt(seed, last + 1), false);
    figures.wrong.push(...look(folder, possible).map((text) => `round ${round}: ${text}`));
    if (round % 10 === 9) figures.leftOvers += tidy(folder, figures.wrong);
    options.onRound?.(round + 1);
  }
  return figures;
}

/** A put of what is held already is an update. */
function kindOf(step: Step, possible: Possible): string {
  if (step.do !== 'put') return step.do === 'remove' ? 'removal' : 'snapshot';
  const held = step.puts.some(({ agency }) => possible.get(agency)?.some((edition) => edition !== undefined));
  return held ? 'update' : 'ingest';
}

/** A life from the opening to the kill. @returns the last step that was acknowledged */
function oneLife(folder: string, seed: number, last: number, death: { early: boolean; ms: number }) {
  return new Promise<{ acknowledged: number; opened: boolean; killed: boolean }>((resolve) => {
    const args = [workerFile, folder, String(seed), String(last + 1), String(last + 100_000)];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    let acknowledged = last;
    let opened = false;
    let buffered = '';
    const kill = () => setTimeout(() => child.kill('SIGKILL'), death.ms);
    let timer = death.early ? kill() : undefined;
    child.stdout.on('data', (data) => {
      buffered += data;
      const lines = buffered.split('\n');
      buffered = lines.pop() ?? '';
      for (const line of lines) {
        if (line === 'open') {
          opened = true;
          timer ??= kill();
        } else acknowledged = Number(line);
      }
    });
    child.once('close', (_code, signal) => {
      clearTimeout(timer);
      resolve({ acknowledged, opened, killed: signal === 'SIGKILL' });
    });
  });
}

function look(folder: string, possible: Possible): string[] {
  try {
    const archive = openArchive(folder, 'read');
    return [...checkAgainst(archive, possible), ...checkSources(archive)];
  } catch (error) {
    return [String(error)];
  }
}

function tidy(folder: string, wrong: string[]): number {
  const { ailments } = examine(folder, { mend: true });
  // A kill before the first shard of its name was written leaves report files without one.
  const usual = ['left-over', 'shard-missing'];
  for (const { code, file } of ailments) if (!usual.includes(code)) wrong.push(`doctor: ${code} ${file}`);
  return ailments.filter(({ code }) => code === 'left-over').length;
}
