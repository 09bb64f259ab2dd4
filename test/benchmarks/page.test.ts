import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/package-root.ts';
import type { Figure } from '../bench/figure.ts';
import { figureTable, growthTable } from '../bench/figure-table.ts';
import { resultsPage } from '../bench/page.ts';
import { type Part, Results } from '../bench/results.ts';
import { withSection } from '../bench/section.ts';

const page = readFileSync(`${packageRoot}/docs/benchmarks.md`, 'utf8');
const figure: Figure = { what: 'a question', at: '', value: 30, unit: 'ms', target: { most: 20 } };

describe('docs/benchmarks.md', () => {
  it('takes the results of either profile and leaves the other', () => {
    const full = withSection(page, 'full', 'FULL');
    const both = withSection(full, 'quick', 'QUICK');
    expect(both).toContain('FULL');
    expect(withSection(both, 'full', 'AGAIN')).not.toContain('FULL');
    expect(withSection(both, 'full', 'AGAIN')).toContain('QUICK');
  });

  it('has a sister page for the soak', () => {
    const sister = readFileSync(`${packageRoot}/docs/reliability.md`, 'utf8');
    expect(withSection(sister, 'soak', 'FIGURES')).toContain('FIGURES');
  });

  it('refuses a profile that it has no place for', () => {
    expect(() => withSection(page, 'other', '')).toThrow('other');
  });
});

const table = (...figures: Figure[]) => figureTable({ figures, load: '9.0' });

describe('a table of figures', () => {
  it('tells a target that is met, and one that is missed with its cause', () => {
    expect(table({ ...figure, value: 20 })).toContain('| met |');
    expect(table({ ...figure, because: 'a slow disk' })).toContain('**missed**: a slow disk');
  });

  it('blames the machine only where the processor time meets the target', () => {
    expect(table({ ...figure, processor: 10 })).toContain('met in processor time (10 ms): the load was 9.0');
    expect(table({ ...figure, processor: 21 })).not.toContain('met in processor time');
  });

  it('knows targets that are to be reached from below', () => {
    expect(table({ ...figure, target: { least: 20 } })).toContain('| met |');
    expect(table({ ...figure, target: { least: 31 } })).toContain('**missed**');
  });
});

describe('a table of growth', () => {
  const at = (size: number, p50: number, p95: number) => ({
    size,
    figures: [
      { ...figure, what: 'value, p50', value: p50 },
      { ...figure, what: 'value, p95', value: p95, processor: 3 },
    ],
  });

  it('has sizes as columns, the smallest first, and p50 and p95 in one cell', () => {
    const told = growthTable([at(50_000, 2, 4), at(1000, 1, 3)]);
    expect(told).toContain('|  | 1,000 reports | 50,000 reports |');
    expect(told).toContain('| value | 1 / 3 ms | 2 / 4 ms |');
  });

  it('tells the processor time where the clock told much more', () => {
    expect(growthTable([at(1000, 2, 40)])).toContain('2 / 40 ms (2 / 3)');
  });
});

describe('the page', () => {
  const part = (question: string, size: number, more: Partial<Part> = {}): Part => ({
    question,
    size,
    figures: [figure],
    date: '2026-01-02',
    machine: 'a machine',
    load: '0.5',
    seconds: 60,
    ...more,
  });

  it('begins with the targets, of the largest archive that has one', () => {
    const small = part('ask', 1000, { figures: [{ ...figure, at: 'few', value: 1 }] });
    const large = part('ask', 50_000, { figures: [{ ...figure, at: 'many', value: 2 }] });
    const told = resultsPage([small, large, part('cold', 0)], 'npm run bench', {});
    expect(told.indexOf('### Targets')).toBeLessThan(told.indexOf('### From a cold process'));
    expect(told).toContain('| a question | many | ≤ 20 ms | 2 ms | met |');
    expect(told).not.toContain('| few | ≤');
  });

  it('says machine, day and load of every section', () => {
    const told = resultsPage([part('cold', 0), part('ingest', 0, { load: '3.0' })], 'npm run bench', {});
    expect(told).toContain('a machine; 2026-01-02; load 0.5.');
    expect(told).toContain('a machine; 2026-01-02; load 3.0.');
    expect(told).toContain('2 minutes of measuring. a machine; 2026-01-02; load 0.5 to 3.0.');
  });
});

describe('results', () => {
  it('replace what was measured before of the same, and stay for the next run', () => {
    const folder = mkdtempSync(join(tmpdir(), 'nianbao-results-'));
    try {
      const file = join(folder, 'full.json');
      const part = (size: number, seconds: number): Part => ({
        question: 'ask',
        size,
        figures: [],
        date: '',
        machine: '',
        load: '',
        seconds,
      });
      Results.open(file).take(part(10, 1), part(20, 1));
      Results.open(file).take(part(20, 2));
      expect(Results.open(file).all).toEqual([part(10, 1), part(20, 2)]);
      expect(Results.open(file).has('ask', 20)).toBe(true);
      expect(Results.open(file).has('ask', 30)).toBe(false);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
