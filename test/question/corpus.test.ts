import { describe, expect, it } from 'vitest';
import { type Report, type Score, scoreDialogues, scoreQuestions } from '../corpus/score.ts';

const share = ({ right, all }: Score) => right / all;
const failures = (report: Report) =>
  report.failures.map(({ line, wrong }) => `${line.question}: ${wrong.join('; ')}`);

describe('the question corpus', () => {
  const report = scoreQuestions();

  it('has at least 800 lines, a fifth of them held out, 150 that must not be answered or are corrected', () => {
    const { tuned, heldOut, byKind } = report;
    expect(tuned.all + heldOut.all).toBeGreaterThanOrEqual(800);
    expect(heldOut.all / (tuned.all + heldOut.all)).toBeGreaterThan(0.19);
    const refused = ['not-held', 'not-understood', 'clarify'].map((kind) => byKind.get(kind));
    expect(refused.reduce((sum, k) => sum + (k?.tuned.all ?? 0) + (k?.heldOut.all ?? 0), 0)).toBeGreaterThan(
      150,
    );
  });

  it('is understood to 97 % where the lexicon was tuned', () => {
    expect(share(report.tuned), failures(report).join('\n')).toBeGreaterThanOrEqual(0.97);
  });

  it('is understood to 90 % where it was not', () => {
    expect(share(report.heldOut)).toBeGreaterThanOrEqual(0.9);
  });

  it('never takes one agency for another', () => {
    expect(report.wrongAgency.map(({ line }) => line.question)).toEqual([]);
  });

  it('never gives a figure for what must not be answered', () => {
    expect(report.wrongFigure.map(({ line }) => line.question)).toEqual([]);
  });
});

describe('the dialogues', () => {
  const report = scoreDialogues();

  it('are at least 100', () => {
    expect(report.tuned.all + report.heldOut.all).toBeGreaterThanOrEqual(100);
  });

  it('are followed turn by turn', () => {
    expect(share(report.tuned), failures(report).join('\n')).toBeGreaterThanOrEqual(0.97);
    expect(share(report.heldOut)).toBeGreaterThanOrEqual(0.85);
    expect(report.wrongFigure).toEqual([]);
  });
});
