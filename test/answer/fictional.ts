import { answer } from '../../src/answer/answer.ts';
import type { Answer } from '../../src/model/answer.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Query } from '../../src/model/query.ts';
import type { Reading, Report } from '../../src/model/report.ts';
import { MemoryLibrary } from '../support/memory-library.ts';

/** null is a blank cell; what is not named stands nowhere in the report. */
export type Cells = Record<string, number | null>;

export interface Sketch {
  agency: string;
  year: number;
  cells?: Cells;
  /** Overrides whatever the sketch does not say. */
  more?: Partial<Report>;
  kind?: Report['agency']['kind'];
  county?: string;
}

const agencyKinds: [RegExp, Report['agency']['kind']][] = [
  [/局$/, 'bureau'],
  [/乡|镇/, 'town'],
  [/中心$/, 'centre'],
];

/** A report about an agency that does not exist. Lines count on from 40 in the order of the cells. */
export function fictional({ agency, year, cells = {}, more = {}, kind, county = '青禾县' }: Sketch): Report {
  const readings: Record<string, Reading> = {};
  Object.entries(cells).forEach(([id, value], i) => {
    const raw = value === null ? '' : String(value);
    readings[id] = {
      value,
      raw,
      status: value === null ? 'blank' : 'reported',
      source: { line: 40 + i, text: `${id}\t${raw}` },
    };
  });
  return {
    id: `${year}-${agency}`,
    agency: {
      id: agency,
      name: agency,
      aliases: [],
      region: { province: '云岭省', city: '临江市', county },
      kind: kind ?? agencyKinds.find(([pattern]) => pattern.test(agency))?.[1] ?? 'other',
    },
    year,
    title: `${agency}${year}年政府信息公开工作年度报告`,
    edition: '2021',
    publishedAt: `${year + 1}-01-20`,
    period: { from: `${year}-01-01`, to: `${year}-12-31` },
    contact: null,
    source: {
      file: `${agency}${year}.txt`,
      format: 'txt',
      sha256: '0'.repeat(64),
      ingestedAt: '2024-02-01T00:00:00.000Z',
    },
    readings,
    sections: [
      { number: 1, heading: '一、总体情况', place: { line: 3 }, paragraphs: [] },
      { number: 2, heading: '二、主动公开政府信息情况', place: { line: 20 }, paragraphs: [] },
      { number: 3, heading: '三、收到和处理政府信息公开申请情况', place: { line: 38 }, paragraphs: [] },
      { number: 4, heading: '四、政府信息公开行政复议、行政诉讼情况', place: { line: 70 }, paragraphs: [] },
      { number: 5, heading: '五、存在的主要问题及改进情况', place: { line: 80 }, paragraphs: [] },
    ],
    problems: [],
    improvements: [],
    claims: [],
    warnings: [],
    findings: [],
    ...more,
  };
}

export const received = 'applications.newReceived.total';

/** What tests ask with: a query of which only the telling part has to be given. */
export function query(part: Partial<Query> & Pick<Query, 'kind'>): Query {
  return {
    agencies: [],
    years: [],
    yearsFrom: part.years?.length ? 'question' : 'default',
    agenciesFrom: part.agencies?.length ? 'question' : 'all',
    readings: [],
    filter: {},
    measure: { kind: 'plain' },
    language: 'zh',
    ...part,
  };
}

/** Asks a library made of these reports; the checks find what the reports bring with them. */
export function ask(
  reports: readonly Report[],
  part: Partial<Query> & Pick<Query, 'kind'>,
  question = '（测试）',
): Answer {
  const tools = { audit: (report: Report): Finding[] => report.findings };
  return answer(query(part), question, new MemoryLibrary(reports), tools);
}
