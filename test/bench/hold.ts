import type { Archives } from './archives.ts';
import { measureInChild } from './child.ts';
import { type Figure, median, medians, reportCount } from './figure.ts';
import type { Held } from './workers/hold.ts';
import type { Lap } from './workers/stopwatch.ts';

const HUNDRED_THOUSAND = 100_000;

/** What does an archive hold in memory, part by part, and how long does each part take to load from its snapshot? */
export function measureHold(archives: Archives, count: number, runs: number): Figure[] {
  const { path, passages, storing, indexing } = archives.get(count);
  const all = Array.from({ length: runs }, () => measureInChild<Held>('./workers/hold.js', [path]));
  const at = reportCount(count);
  const loaded = (part: 'open' | 'passages' | 'columns' | 'names') => ({
    at,
    unit: 'ms' as const,
    ...medians(all.map((held) => held[part])),
  });
  const megabytes = (part: keyof Held['bytes']) => median(all.map((held) => held.bytes[part])) / 1e6;
  const memory = { at, unit: 'MB' as const };
  return [
    { what: 'passages', at, value: passages, unit: '' },
    { what: 'writing all reports, synced', at, ...seconds(storing) },
    { what: 'writing all shards, making all indexes', at, ...seconds(indexing) },
    { what: 'open: what is held', ...loaded('open') },
    { what: 'load the passages', ...loaded('passages') },
    { what: 'load the columns', ...loaded('columns') },
    { what: 'load the names', ...loaded('names') },
    { what: 'memory of the dictionary', ...memory, value: megabytes('dictionary') },
    { what: 'memory of what is held', ...memory, value: megabytes('records') },
    { what: 'memory of the columns', ...memory, value: megabytes('columns') },
    { what: 'memory of the names', ...memory, value: megabytes('names') },
    {
      what: 'memory of the passages, per 100,000',
      ...memory,
      value: (megabytes('passages') * HUNDRED_THOUSAND) / passages,
      ...(passages >= HUNDRED_THOUSAND ? { target: { most: 120 } } : {}),
    },
  ];
}

function seconds({ ms, processor }: Lap): Pick<Figure, 'value' | 'processor' | 'unit'> {
  return { value: ms / 1000, processor: processor / 1000, unit: 's' };
}
