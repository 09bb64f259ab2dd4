import { describe, expect, it } from 'vitest';
import { makeFile } from './make-file.ts';
import { runFuzz } from './run.ts';

describe('generated reports', () => {
  it('are the same for the same seed', async () => {
    const [a, b] = [await makeFile(7, 'txt'), await makeFile(7, 'txt')];
    expect(a.bytes).toEqual(b.bytes);
    expect(a.report.cells).toEqual(b.report.cells);
  });

  it('are read without a wrong cell, or a warning names it, whatever the damage and format', async () => {
    const formats = ['txt', 'md', 'gb', 'html', 'txt', 'docx', 'rtf', 'doc', 'mht', 'zip'] as const;
    const result = await runFuzz({ seed: 20, runs: 80, formats, deadline: 50_000 });
    expect(result.examples).toEqual([]);
    expect(result.accused).toEqual([]);
    expect(result.total.reports).toBeGreaterThan(30);
    expect(result.readable.warned).toBeLessThan(result.readable.cells * 0.01);
  });
});
