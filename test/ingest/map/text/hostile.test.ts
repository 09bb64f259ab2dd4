import { expect, it } from 'vitest';
import { readReport, reportWith } from './support.ts';

const MANY = 60_000;
const texts: [string, string][] = [
  ['one endless sentence', '公开信息，'.repeat(MANY)],
  ['words that fill a phrase', `收到申请${'总计共计合计的'.repeat(MANY)}5件。`],
  ['a long number', `收到申请${'1'.repeat(MANY)}件。`],
  ['brackets that are never closed', '（一'.repeat(MANY)],
  ['numbers of items', '一是'.repeat(MANY)],
  ['Latin letters', `联系电话：${'a'.repeat(MANY)}`],
  ['spaces', `存在${' '.repeat(MANY)}问题`],
  ['leads', '存在的主要问题：'.repeat(MANY)],
  ['lines like headings', Array.from({ length: 5000 }, (_, i) => `${(i % 6) + 1}、总体情况`).join('\n')],
  ['lines without an end', '公开政府信息工作情况良好并且持续推进没有句号的一行文字\n'.repeat(5000)],
];

it.each(texts)('reads on in time through %s', (_name, text) => {
  for (const parts of [
    { one: text },
    { five: text },
    { six: text },
    { head: `青禾县水利局2023年政府信息公开工作年度报告\n${text}` },
  ]) {
    const start = performance.now();
    const report = readReport(reportWith(parts));
    expect(performance.now() - start).toBeLessThan(3000);
    expect(report.agency.name).toBe('青禾县水利局');
  }
});

it('reads so many figures of a sentence and of a report, and says so', () => {
  for (const text of ['收到申请5件，'.repeat(40_000), '收到申请5件。'.repeat(40_000)]) {
    const start = performance.now();
    const report = readReport(reportWith({ one: text }));
    expect(performance.now() - start).toBeLessThan(4000);
    expect(report.claims.length).toBeLessThanOrEqual(2000);
    expect(report.warnings.map(({ code }) => code)).toContain('too-many-figures');
  }
});
