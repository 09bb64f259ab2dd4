import { describe, expect, it } from 'vitest';
import { audit } from '../../src/audit/audit.ts';
import { parseAgencyName } from '../../src/naming/agency-name.ts';
import { knownReports, RECEIVED } from '../bench/corpus/known.ts';
import { corrected, reports, YEARS } from '../bench/corpus/reports.ts';

const some = [...reports(900)];

describe('generated reports', () => {
  it('are the same every time, and the first of any larger number', () => {
    expect([...reports(30)]).toEqual(some.slice(0, 30));
  });

  it('can be begun anywhere', () => {
    expect([...reports(40, 27)]).toEqual(some.slice(27, 40));
  });

  it('have an id each, six years an agency', () => {
    expect(new Set(some.map((report) => report.id)).size).toBe(some.length);
    expect(new Set(some.map((report) => report.agency.id)).size).toBe(some.length / YEARS.length);
  });

  it('contradict themselves only where a total was misprinted', () => {
    const faulty = some.filter((report) => audit(report).some((finding) => finding.severity === 'error'));
    expect(faulty.length).toBeGreaterThan(0);
    expect(faulty.length).toBeLessThan(some.length / 50);
    for (const { findings } of faulty)
      expect(findings.map(({ readings }) => readings[0])).toContain(RECEIVED);
  });

  it('carry in what the year before carried forward', () => {
    for (const [i, report] of some.entries()) {
      const next = some[i + 1];
      if (next?.agency.id !== report.agency.id) continue;
      const forward = report.readings['applications.carriedForward.total']?.value;
      expect(next.readings['applications.carriedIn.total']?.value).toBe(forward);
    }
  });

  it('are about agencies that the program names as the generator does', () => {
    for (const { agency } of some) expect(parseAgencyName(agency.name, agency.region).id).toBe(agency.id);
  });

  it('go on using new words', () => {
    const words = (from: number, to: number) => new Set(pairsIn(some.slice(from, to)));
    const first = words(0, 450);
    const fresh = [...words(450, 900)].filter((pair) => !first.has(pair));
    expect(fresh.length).toBeGreaterThan(first.size / 20);
  });

  it('become another version when corrected', () => {
    const [report] = some;
    if (!report) throw new Error('no report');
    const other = corrected(report, '笔误');
    expect(other.source.sha256).not.toBe(report.source.sha256);
    expect(other.id).toBe(report.id);
  });
});

describe('reports to ask about', () => {
  it('are among those held, of agencies whose name no other bears', () => {
    const held = new Map(some.map((report) => [report.id, report]));
    for (const report of knownReports(900, 20)) {
      expect(held.get(report.id)).toEqual(report);
      const bearers = some.filter(({ agency }) => agency.name === report.agency.name);
      expect(new Set(bearers.map(({ agency }) => agency.id)).size).toBe(1);
    }
  });
});

function pairsIn(list: typeof some): string[] {
  return list.flatMap((report) =>
    report.sections.flatMap((section) =>
      section.paragraphs.flatMap(({ text }) =>
        [...text].map((character, i) => character + (text[i + 1] ?? '')),
      ),
    ),
  );
}
