import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dataPath } from '../../src/package-root.ts';
import { type Figure, median, medians } from './figure.ts';
import { childrenTime } from './process-use.ts';
import { program, talk } from './talk.ts';

const VALUE = '青禾县教育局2024年收到多少件申请';
const PASSAGES = '谁用了微信公众号';

/** How long does a question take from a cold process over the sample reports, and where does the time go? */
export async function measureCold(runs: number): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-bench-cold-'));
  try {
    run('ingest', dataPath('samples'), '--data', folder);
    const times = (args: readonly string[]) => Array.from({ length: runs }, () => run(...args));
    const bare = medians(Array.from({ length: runs }, () => node('-e', '')));
    const help = medians(times(['--version']));
    const value = medians(times(['ask', VALUE, '--data', folder]));
    const passages = medians(times(['ask', PASSAGES, '--data', folder]));
    const at = 'sample reports';
    const ms = 'ms' as const;
    const parts = `bare Node ${bare.value.toFixed(0)} ms, loading the command line ${(help.value - bare.value).toFixed(0)} ms, opening, understanding and answering ${(value.value - help.value).toFixed(0)} ms`;
    return [
      { what: 'bare Node, for comparison', at: '', unit: ms, ...bare },
      { what: 'the program, asked for its version', at: '', unit: ms, ...help },
      { what: '`ask`, cold, a value', at, unit: ms, ...value, target: { most: 1000 }, because: parts },
      {
        what: '`ask`, cold, a passage',
        at,
        unit: ms,
        ...passages,
        target: { most: 1000 },
        because: `${parts}; the dictionary and the index ${(passages.value - value.value).toFixed(0)} ms`,
      },
      { ...(await measureFirstAnswer(folder, runs)), at },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** `npm start` without a token and with an empty data folder: it makes ready the samples, greets and answers. */
async function measureFirstAnswer(folder: string, runs: number): Promise<Omit<Figure, 'at'>> {
  const ms: number[] = [];
  const processor: number[] = [];
  for (let i = 0; i < runs; i++) {
    const data = join(folder, `start-${i}`);
    const [first] = await talk(['start', '--json', '--data', data], [VALUE]);
    if (!first) throw new Error('`start` gave no answer');
    ms.push(first.ms);
    processor.push(first.processor);
  }
  return {
    what: '`npm start` in an empty folder, to the first answer',
    value: median(ms),
    processor: median(processor),
    unit: 'ms',
    target: { most: 2500 },
    because: 'the sample reports are taken in first, each synced to the disk',
  };
}

function run(...args: string[]): { ms: number; processor: number } {
  return node(program, ...args);
}

function node(...args: string[]): { ms: number; processor: number } {
  const before = childrenTime();
  const started = performance.now();
  const child = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    env: { ...process.env, BOT_TOKEN: '' },
  });
  const ms = performance.now() - started;
  if (child.status !== 0) throw new Error(`${args.join(' ')} failed: ${child.stderr}`);
  return { ms, processor: childrenTime() - before };
}
