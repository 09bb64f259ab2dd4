import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/package-root.ts';
import type { Figure } from '../bench/figure.ts';
import { figureTable } from '../bench/figure-table.ts';
import { withResults } from '../bench/page.ts';

const page = readFileSync(`${packageRoot}/docs/benchmarks.md`, 'utf8');
const figure: Figure = { what: 'a question', at: '', value: 30, unit: 'ms', target: { most: 20 } };

describe('docs/benchmarks.md', () => {
  it('takes the results of either profile and leaves the other', () => {
    const full = withResults(page, 'full', 'FULL');
    const both = withResults(full, 'quick', 'QUICK');
    expect(both).toContain('FULL');
    expect(withResults(both, 'full', 'AGAIN')).not.toContain('FULL');
    expect(withResults(both, 'full', 'AGAIN')).toContain('QUICK');
  });

  it('refuses a profile that it has no place for', () => {
    expect(() => withResults(page, 'other', '')).toThrow('docs/benchmarks.md');
  });
});

describe('a table of figures', () => {
  it('tells a target that is met, and one that is missed with its cause', () => {
    expect(figureTable([{ ...figure, value: 20 }])).toContain('| met |');
    expect(figureTable([{ ...figure, because: 'a slow disk' }])).toContain('**missed**: a slow disk');
  });

  it('blames the machine only where the processor time meets the target', () => {
    expect(figureTable([{ ...figure, processor: 10 }])).toContain('the machine was busy');
    expect(figureTable([{ ...figure, processor: 21 }])).not.toContain('the machine was busy');
  });

  it('knows targets that are to be reached from below', () => {
    expect(figureTable([{ ...figure, target: { least: 20 } }])).toContain('| met |');
    expect(figureTable([{ ...figure, target: { least: 31 } }])).toContain('**missed**');
  });
});
