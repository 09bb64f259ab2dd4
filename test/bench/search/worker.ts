/**
 * One engine at one size in a process of its own; prints one JSON object.
 *
 *   node --expose-gc dist/test/bench/search/worker.js ENGINE SIZE ROUNDS
 *   node --expose-gc dist/test/bench/search/worker.js names
 */
import { measureBuild } from './build.ts';
import { ENGINES, type Hit } from './engines.ts';
import { measureLatency } from './latency.ts';
import { type Load, measureLoad } from './load.ts';
import { measureMemory } from './memory.ts';
import { measureNames } from './names.ts';
import { measureReplace } from './replace.ts';

export interface Figures {
  buildMs: number;
  bytes: number;
  p50: number;
  p95: number;
  found: Hit[][];
  load?: Load | undefined;
  replace?: { replaceMs: number; thenSearchMs: number };
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
  const replace = name === 'nianbao' ? { replace: await measureReplace(engine) } : {};
  return { buildMs, bytes, ...latency, load, ...replace };
}

const [name = '', size = '', rounds = '5'] = process.argv.slice(2);
const figures = name === 'names' ? measureNames() : await measure(name, Number(size), Number(rounds));
console.log(JSON.stringify(figures));
