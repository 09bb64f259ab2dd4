import { strToU8, zipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { defaultLimits, type Limits } from '../../src/ingest/limits.ts';
import { readFile } from '../../src/ingest/reader.ts';
import { WorkerPool } from '../../src/ingest/worker-pool.ts';
import { distinctNumbers, markupReport, toHtml } from '../support/markup-report.ts';

const page = (year = 2023) => {
  const report = markupReport({ agency: '青禾县水务局', year, print: distinctNumbers().print });
  return strToU8(`<!DOCTYPE html><html><body>${toHtml(report)}</body></html>`);
};

/** Takes the parser seconds: every paragraph reopens all the formatting before it. */
const slowPage = () => strToU8(`<body>${'<p><b class=a><i><u>年'.repeat(20_000)}`);

describe('the worker pool', () => {
  const pools: WorkerPool[] = [];
  const pool = (options: ConstructorParameters<typeof WorkerPool>[0] = {}) => {
    const made = new WorkerPool({ size: 2, ...options });
    pools.push(made);
    return made;
  };
  const read = async (bytes: Uint8Array, using: WorkerPool, limits: Partial<Limits> = {}) => {
    const [first] = await readFile(bytes, 'a.html', { pool: using, limits, clock: () => new Date(0) });
    return first && 'error' in first ? first.error.code : first?.report;
  };
  afterAll(() => Promise.all(pools.map((made) => made.close())));

  it('reads as the calling thread does, and leaves the caller its bytes', async () => {
    const bytes = page();
    const [alone] = await readFile(bytes, 'a.html', { clock: () => new Date(0) });
    expect(await read(bytes, pool())).toEqual(alone && 'report' in alone && alone.report);
    expect(bytes.length).toBeGreaterThan(1000);
  });

  it('ends a worker that runs out of time, and the next file is read', async () => {
    const using = pool({ size: 1 });
    await read(page(), using);
    const started = performance.now();
    expect(await read(slowPage(), using, { milliseconds: 100, htmlDepth: 1e9 })).toBe('timeout');
    expect(performance.now() - started).toBeLessThan(3000);
    expect(await read(page(), using)).toMatchObject({ year: 2023 });
  });

  it('ends a worker that runs out of memory, and the process lives on', async () => {
    const using = pool({ size: 1, memoryMegabytes: 48 });
    const large = strToU8(`<body>${'<p><b>年</b><i>报</i></p>'.repeat(400_000)}`);
    expect(await read(large, using)).toBe('memory');
    expect(await read(page(), using)).toMatchObject({ year: 2023 });
  });

  it('reads many files at once and in order, more than it has workers', async () => {
    const zip = zipSync(
      Object.fromEntries([2019, 2020, 2021, 2022, 2023].map((year) => [`${year}.html`, page(year)])),
    );
    const reads = await readFile(zip, 'a.zip', { pool: pool() });
    expect(reads.map((member) => 'report' in member && member.report.year)).toEqual([
      2019, 2020, 2021, 2022, 2023,
    ]);
  });

  it('refuses what is still waiting when it is closed', async () => {
    const using = pool({ size: 1 });
    const waiting = [1, 2, 3].map(() => read(slowPage(), using, { htmlDepth: 1e9 }));
    await using.close();
    for (const code of await Promise.all(waiting)) expect(code).toBe('crashed');
    const job = { bytes: page(), fileName: 'a.html', limits: defaultLimits };
    expect(await using.run(job)).toHaveProperty('error');
  });
});
