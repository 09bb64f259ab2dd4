/**
 * One engine at one size in a process of its own; prints one JSON object.
 *
 *   node --expose-gc dist/test/bench/search/worker.js ENGINE SIZE ROUNDS
 *   node --expose-gc dist/test/bench/search/worker.js best SIZE     the ten best of some queries, by MiniSearch itself
 *   node --expose-gc dist/test/bench/search/worker.js names
 */
import { measureBuild } from './build.ts';
import { ENGINES, type Hit } from './engines.ts';
import { bestOfSample, measureLatency } from './latency.ts';
import { type Load, measureLoad } from './load.ts';
import { measureMemory } from './memory.ts';
import { measureNames } from './names.ts';

export interface Figures {
  buildMs: number;
  bytes: number;
  p50: number;
  p95: number;
  found: Hit[][];
  load?: Load | undefined;
}

async function measure(name: string, size: number, rounds: number): Promise<Figures> {
  const create = ENGINES[name];
  if (!create) throw new Error(`no engine ${name}: ${Object.keys(ENGINES).join(', ')}`);
  const engine = await create();
  const before = measureMemory();
  const { buildMs } = await measureBuild(engine, size);
  const bytes = measureMemory() - before;
  const latency = await measureLatency(engine, size, rounds);
  const load = await measureLoad(engine, size);
  return { buildMs, bytes, ...latency, load };
}

async function best(size: number): Promise<Hit[][]> {
  const engine = await ENGINES.exhaustive?.();
  if (!engine) throw new Error('no exhaustive engine');
  await measureBuild(engine, size);
  return bestOfSample(engine, size);
}

const [name = '', size = '', rounds = '1'] = process.argv.slice(2);
const work = { names: () => measureNames(), best: () => best(Number(size)) }[name];
console.log(JSON.stringify(await (work?.() ?? measure(name, Number(size), Number(rounds)))));
