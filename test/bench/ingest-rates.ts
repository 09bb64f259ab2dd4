import { availableParallelism } from 'node:os';
import { runChild } from './child.ts';
import type { Figure } from './figure.ts';

const RATE = /^(\w+)\s+([\d.]+) reports\/s, ([\d.]+) ms of processor time each\s+\(target (\d+)\/s\)$/gm;
const MEMORY = /^memory after\s+(\d+) files: (\d+) MB$/gm;

/** How many reports a second are read, by format; does the memory stay flat? (`ingest.ts`, told as figures.) */
export function measureIngest(seconds: number, files: number): Figure[] {
  const told = runChild('./ingest.js', ['--seconds', String(seconds), '--soak', String(files)]);
  const rates = [...told.matchAll(RATE)].map(
    ([, format, rate, processor, target]): Figure => ({
      what: `read ${format}`,
      at: 'one worker a core',
      value: Number(rate),
      // So many there would be if all cores were ours.
      processor: (availableParallelism() * 1000) / Number(processor),
      unit: 'per second',
      target: { least: Number(target) },
      because: `${processor} ms of processor time each`,
    }),
  );
  const memory = [...told.matchAll(MEMORY)].map(([, , megabytes]) => Number(megabytes));
  const [early, late] = [memory[1] ?? memory[0] ?? 0, memory.at(-1) ?? 0];
  return [
    ...rates,
    {
      what: 'memory after all files, beside that after a fifth of them',
      at: `${files.toLocaleString('en')} files`,
      value: late / early,
      unit: '×',
    },
  ];
}
