import type { Hit } from './engines.ts';
import type { Figures } from './worker.ts';

/** Sums that were added up in another order may differ in the last digits. */
const TIE = 1e-9;

export function engineTable(results: ReadonlyMap<string, Figures>, size: number): string {
  const rows = [...results].map(([name, { p50, p95, buildMs, bytes, load }]) => [
    name,
    `${p50.toFixed(2)} ms`,
    `${p95.toFixed(2)} ms`,
    `${(buildMs / 1000).toFixed(1)} s`,
    `${(bytes / 1e6 / (size / 100_000)).toFixed(0)} MB`,
    load ? `${(load.bytes / 1e6).toFixed(0)} MB` : '',
    load ? `${(load.loadMs / 1000).toFixed(2)} s` : '',
  ]);
  return table(['', 'p50', 'p95', 'build', 'memory per 100,000', 'snapshot', 'load'], rows);
}

/** The targets, measured against FTS5 in the same run. */
export function targetTable(results: ReadonlyMap<string, Figures>, size: number): string {
  const [ours, fts5] = [results.get('nianbao'), results.get('fts5')];
  if (!ours || !fts5) return '';
  const perHundredThousand = ours.bytes / 1e6 / (size / 100_000);
  const seconds = (ours.load?.loadMs ?? Number.NaN) / 1000;
  return table(
    ['nianbao', 'measured', 'target'],
    [
      ['p50 / FTS5', (ours.p50 / fts5.p50).toFixed(4), '≤ 0.02'],
      ['p95 / FTS5', (ours.p95 / fts5.p95).toFixed(4), '≤ 0.02'],
      ['build / FTS5', (ours.buildMs / fts5.buildMs).toFixed(2), '≤ 2.5'],
      ['memory per 100,000', `${perHundredThousand.toFixed(0)} MB`, '≤ 120 MB'],
      ['load', `${seconds.toFixed(2)} s`, '≤ 2 s at 200,000'],
      ['write a snapshot', `${((ours.load?.writeMs ?? 0) / 1000).toFixed(2)} s`, ''],
      ['replace a report', `${ours.replace?.replaceMs.toFixed(1)} ms`, '≤ 50 ms'],
      ['search right after', `${ours.replace?.thenSearchMs.toFixed(1)} ms`, ''],
    ],
  );
}

export function nameTable(rows: { label: string; value: string }[]): string {
  return table(
    ['', ''],
    rows.map(({ label, value }) => [label, value]),
  );
}

/** Which part of the first list scores at least what the last of the second does. */
export function overlap(ours: readonly Hit[][], plain: readonly Hit[][]): string {
  let same = 0;
  let all = 0;
  for (const [i, hits] of plain.entries()) {
    const scores = new Map(hits.map(({ id, score }) => [id, score]));
    const least = Math.min(...scores.values());
    all += hits.length;
    same += (ours[i] ?? []).filter(
      ({ id, score }) => Math.abs((scores.get(id) ?? least) - score) < TIE * score,
    ).length;
  }
  return (same / all).toFixed(4);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
