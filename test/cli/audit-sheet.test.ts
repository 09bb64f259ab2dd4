import { describe, expect, it } from 'vitest';
import { auditSheet } from '../../bot/cli/audit-sheet.ts';
import type { AnswerFinding } from '../../src/model/answer.ts';

function finding(changes: Partial<AnswerFinding> = {}): AnswerFinding {
  return {
    reportId: '2023-0000000000',
    agency: '青禾县教育局',
    year: 2023,
    rule: 'handled-total',
    severity: 'error',
    message: '印为 17，计算为 16',
    readings: ['applications.handledTotal.total'],
    printed: 17,
    computed: 16,
    quotations: [1, 2, 3].map((line) => ({ line, text: `第${line}格` })),
    ...changes,
  };
}

describe('the sheet of findings', () => {
  it('counts by severity and says how many reports are clean', () => {
    const sheet = auditSheet(3, [finding(), finding({ severity: 'notice', rule: 'two-names' })]);
    expect(sheet).toContain('青禾县教育局 2023年：错误 1 处、提示 1 处');
    expect(sheet).toContain('共核查 3 份年报：错误 1 处、提示 1 处；2 份没有发现问题');
  });

  it('shows the rows of a cell once, whatever the number of laws that it breaks', () => {
    const sheet = auditSheet(1, [finding(), finding({ rule: 'applicant-total' })]);
    expect(sheet.match(/第1行/g)).toHaveLength(1);
    expect(sheet).toContain('与上面是同一格');
  });

  it('shortens a long list of one rule and says where the whole is', () => {
    const many = Array.from({ length: 23 }, (_, i) => finding({ readings: [`cell ${i}`] }));
    const sheet = auditSheet(1, many);
    expect(sheet.match(/印为 17/g)).toHaveLength(5);
    expect(sheet).toContain('另有 18 处');
  });

  it('sets copied sentences side by side', () => {
    const quotations = ['甲', '（去年）甲', '乙', '（去年）乙'].map((text) => ({ text }));
    const sheet = auditSheet(1, [
      finding({ rule: 'copied-from-last-year', severity: 'warning', computed: null, quotations }),
    ]);
    expect(
      sheet
        .split('\n')
        .slice(3, 7)
        .map((line) => line.trim()),
    ).toEqual(quotations.map(({ text }) => `“${text}”`));
  });
});
