import { createHash } from 'node:crypto';
import type { Reading, Report } from '../../src/model/report.ts';

export interface Invented {
  agency?: string;
  year?: number;
  /** Reading id → value; null is a blank cell. */
  figures?: Record<string, number | null>;
  /** Paragraphs of part 五. */
  text?: string[];
  aliases?: string[];
}

/** A small but whole report of an agency that does not exist. */
export function inventedReport(invented: Invented = {}): Report {
  const { agency = '云溪县教育局', year = 2023, figures = {}, text = ['公开意识有待加强。'] } = invented;
  const id = `云溪县|${agency}`;
  const readings = Object.entries(figures).map(([key, value]): [string, Reading] => [
    key,
    {
      value,
      raw: value === null ? '' : String(value),
      status: value === null ? 'blank' : 'reported',
      source: { line: 20, text: `${key}\t${value ?? ''}` },
    },
  ]);
  const content = JSON.stringify(invented);
  return {
    id: `${year}-${createHash('sha256').update(id).digest('hex').slice(0, 10)}`,
    agency: {
      id,
      name: agency,
      aliases: invented.aliases ?? [],
      region: { county: '云溪县' },
      kind: 'bureau',
    },
    year,
    title: `${agency}${year}年政府信息公开工作年度报告`,
    edition: '2021',
    publishedAt: `${year + 1}-01-20`,
    period: null,
    contact: null,
    source: {
      file: `${agency}-${year}.txt`,
      format: 'txt',
      sha256: createHash('sha256').update(content).digest('hex'),
      ingestedAt: `${year + 1}-02-01T00:00:00.000Z`,
    },
    readings: Object.fromEntries(readings),
    sections: [
      {
        number: 5,
        heading: '五、存在的主要问题及改进情况',
        place: { line: 50 },
        paragraphs: text.map((paragraph, i) => ({ text: paragraph, place: { line: 51 + i } })),
      },
    ],
    problems: [],
    improvements: [],
    claims: [],
    warnings: [],
    findings: [],
  };
}
