import { catalogue } from '../../src/catalogue/catalogue.ts';
import type { Claim, Reading, Report, Section, SectionNumber } from '../../src/model/report.ts';

const reading = (value: number | null, raw = value === null ? '' : String(value)): Reading => ({
  value,
  raw,
  status: value === null ? 'blank' : 'reported',
  source: { line: 1, text: `… ${raw}` },
});

/** A report of an organ that does not exist whose figures balance: all 0 but for what is given. */
export function balancedReport(
  figures: Record<string, number | null | string> = {},
  changes: Partial<Report> = {},
): Report {
  const readings: Record<string, Reading> = {};
  for (const [id, field] of catalogue().fields) {
    if (field.editions.includes('2021')) readings[id] = reading(0);
  }
  for (const [id, value] of Object.entries(figures)) {
    readings[id] = typeof value === 'string' ? { ...reading(null), raw: value } : reading(value);
  }
  return {
    id: '2023-0000000000',
    agency: {
      id: '青禾县|教育局',
      name: '青禾县教育局',
      aliases: [],
      region: { county: '青禾县' },
      kind: 'bureau',
    },
    year: 2023,
    title: '青禾县教育局2023年政府信息公开工作年度报告',
    edition: '2021',
    publishedAt: '2024-01-15',
    period: { from: '2023-01-01', to: '2023-12-31' },
    contact: null,
    source: { file: 'a.txt', format: 'txt', sha256: 'a', ingestedAt: '2024-02-01T00:00:00.000Z' },
    readings,
    sections: [1, 5, 6].map((number) => section(number as SectionNumber, ['我局按规定开展工作。'])),
    problems: [{ text: '解读不够及时', place: { line: 9 } }],
    improvements: [{ text: '同步发布解读', place: { line: 10 } }],
    claims: [],
    warnings: [],
    findings: [],
    ...changes,
  };
}

export function section(number: SectionNumber, texts: string[]): Section {
  return {
    number,
    heading: `第${number}部分`,
    place: { line: number * 10 },
    paragraphs: texts.map((text, i) => ({ text, place: { line: number * 10 + i + 1 } })),
  };
}

export function claim(about: string, value: number, unit = '件', scope?: string): Claim {
  return {
    text: `……${value}${unit}`,
    value,
    unit,
    about,
    place: { line: 3 },
    section: 1,
    ...(scope ? { scope } : {}),
  };
}
