import type { Archives } from './archives.ts';
import { measureInChild } from './child.ts';
import { type Figure, median, medians, reportCount, upToPlenty } from './figure.ts';
import type { Updates } from './workers/update.ts';

/** What does it cost to add, replace or remove one report while questions are answered, and is it known at once? */
export function measureUpdate(archives: Archives, count: number, times: number): Figure[] {
  const { path } = archives.get(count);
  const updates = measureInChild<Updates>('./workers/update.js', [path, String(count), String(times)]);
  const at = reportCount(count);
  const because = 'syncing the files to the disk';
  const target = { ...upToPlenty(count, 50), because };
  const laps = (name: Exclude<keyof Updates, 'bytes'>) => ({
    at,
    unit: 'ms' as const,
    ...medians(updates[name]),
  });
  return [
    { what: 'add one report', ...laps('add'), ...target },
    { what: 'first question about it', ...laps('ask') },
    { what: 'replace one report', ...laps('replace'), ...target },
    { what: 'first search that finds its new words', ...laps('search') },
    { what: 'remove one report', ...laps('remove') },
    {
      what: 'written for one report',
      at,
      value: median(updates.bytes) / 1000,
      unit: 'KB',
      ...upToPlenty(count, 1000),
    },
  ];
}
