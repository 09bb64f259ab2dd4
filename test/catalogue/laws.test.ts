import { describe, expect, it } from 'vitest';
import {
  applicantTotalOf,
  balanceOf,
  blockTotals,
  handledTotalOf,
  judge,
  outcomeRows,
  printedRows,
} from '../../src/catalogue/laws.ts';

describe('the laws of the tables', () => {
  it('name the cells of the official form', () => {
    expect(balanceOf('total')).toEqual({
      total: 'applications.carriedForward.total',
      plus: ['applications.newReceived.total', 'applications.carriedIn.total'],
      minus: ['applications.handledTotal.total'],
    });
    expect(applicantTotalOf('granted').plus).toHaveLength(6);
    expect(blockTotals().map(({ plus }) => plus.length)).toEqual([4, 4, 4]);
    expect(handledTotalOf('total', new Set()).plus).toHaveLength(21);
  });

  it('count （六）其他处理 once, as one row or as three', () => {
    const one = printedRows(['applications.otherHandling.total', 'disclosure.permits.decisions']);
    expect([...one]).toEqual(['otherHandling']);
    expect(outcomeRows(one)).toHaveLength(19);
    const both = ['correctionOverdue', 'feeOverdue', 'other'].map((key) => `otherHandling.${key}`);
    expect(outcomeRows(new Set([...one, ...both]))).not.toContain('otherHandling');
  });

  it('are open where a cell is missing, unless the others contradict them already', () => {
    const law = { total: 't', plus: ['a', 'b'] };
    const judged = (cells: Record<string, number>) => judge(law, (id) => cells[id]);
    expect(judged({ t: 3, a: 1, b: 2 })).toBe('kept');
    expect(judged({ t: 4, a: 1, b: 2 })).toBe('broken');
    expect(judged({ t: 4, a: 1 })).toBe('open');
    expect(judged({ t: 4, a: 5 })).toBe('broken');
    expect(judged({ t: 4, a: 5, b: -1 })).toBe('kept');
    expect(judged({ a: 5 })).toBe('open');
    expect(judged({ t: 4, a: -5 })).toBe('open');
  });
});
