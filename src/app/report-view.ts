import type { Finding } from '../model/finding.ts';
import type { Claim, Region, Report } from '../model/report.ts';

/** `report --json`, as `docs/contract.md` promises it. */
export interface ReportView {
  id: string;
  agency: { name: string; aliases: string[]; region: Record<keyof Region, string | null> };
  year: number;
  title: string;
  edition: Report['edition'];
  publishedAt: string | null;
  period: Report['period'];
  contact: Report['contact'];
  source: Report['source'];
  readings: Report['readings'];
  sections: { number: number; heading: string; text: string }[];
  problems: string[];
  improvements: string[];
  claims: Pick<Claim, 'text' | 'value' | 'unit' | 'about'>[];
  warnings: Report['warnings'];
  findings: Finding[];
}

/** @param findings all of them, those against other reports included */
export function reportView(report: Report, findings: Finding[]): ReportView {
  const { province = null, city = null, county = null, town = null } = report.agency.region;
  return {
    id: report.id,
    agency: {
      name: report.agency.name,
      aliases: report.agency.aliases,
      region: { province, city, county, town },
    },
    year: report.year,
    title: report.title,
    edition: report.edition,
    publishedAt: report.publishedAt,
    period: report.period,
    contact: report.contact,
    source: report.source,
    readings: report.readings,
    sections: report.sections.map(({ number, heading, paragraphs }) => ({
      number,
      heading,
      text: paragraphs.map((paragraph) => paragraph.text).join('\n'),
    })),
    problems: report.problems.map((item) => item.text),
    improvements: report.improvements.map((item) => item.text),
    claims: report.claims.map(({ text, value, unit, about }) => ({ text, value, unit, about })),
    warnings: report.warnings,
    findings,
  };
}
