import { createHash } from 'node:crypto';
import { audit } from '../../../src/audit/audit.ts';
import { reportId } from '../../../src/ingest/read-report.ts';
import type { Paragraph } from '../../../src/model/document.ts';
import type { Agency, EditionKey, Report, Section } from '../../../src/model/report.ts';
import { headings } from '../../fuzz/prose.ts';
import { Random } from '../../fuzz/random.ts';
import { type Figures, figuresOver } from './figures.ts';
import { agencies } from './places.ts';
import { readingsOf } from './readings.ts';
import { type Texts, write } from './sentences.ts';

export const YEARS = [2019, 2020, 2021, 2022, 2023, 2024];
/** One report in so many prints a total that does not come out, as real ones do. */
const MISPRINT = 100;
const TOTAL = 'applications.newReceived.total';

/**
 * The first `count` reports, six years for each agency; the same on every machine, each prefix of any longer run.
 * @param from how many of them to leave out
 */
export function* reports(count: number, from = 0): Generator<Report> {
  let made = 0;
  let number = 0;
  for (const agency of agencies()) {
    if (made + YEARS.length <= from) {
      made += YEARS.length;
      number++;
      continue;
    }
    for (const report of reportsOf(agency, number++)) {
      if (made === count) return;
      if (made++ >= from) yield report;
    }
  }
  if (made < count) throw new RangeError(`there are places for ${made} reports, not for ${count}`);
}

/** @param number the agency's position in `agencies()` */
export function* reportsOf(agency: Agency, number: number): Generator<Report> {
  const random = new Random(number + 1);
  for (const { year, form, figures } of figuresOver(random, YEARS)) {
    yield report(random, { agency, year, form, figures });
  }
}

/** The same report with another sentence: what a corrected version is. */
export function corrected(report: Report, mark: string): Report {
  const sections = report.sections.map((section) =>
    section.number === 6
      ? { ...section, paragraphs: [...section.paragraphs, { text: `更正：${mark}。`, place: { line: 99 } }] }
      : section,
  );
  return { ...report, sections, source: { ...report.source, sha256: digest(report.source.sha256 + mark) } };
}

interface Facts {
  agency: Agency;
  year: number;
  form: EditionKey;
  figures: Figures;
}

function report(random: Random, facts: Facts): Report {
  const { agency, year, form, figures } = facts;
  const misprinted = random.int(1, MISPRINT) === 1;
  const received = figures.get(TOTAL) ?? 0;
  if (misprinted) figures.set(TOTAL, received + 1);
  const texts = write(random, { year, received });
  const title = `${agency.name}${year}年政府信息公开工作年度报告`;
  const made: Report = {
    id: reportId(agency.id, year),
    agency,
    year,
    title,
    edition: form,
    publishedAt: `${year + 1}-01-${random.int(10, 30)}`,
    period: { from: `${year}-01-01`, to: `${year}-12-31` },
    contact: null,
    source: {
      file: `${title}.txt`,
      format: 'txt',
      sha256: digest(title),
      ingestedAt: `${year + 1}-02-01T00:00:00.000Z`,
    },
    readings: readingsOf(figures, form),
    sections: sectionsOf(facts, texts),
    problems: texts.problems.map(paragraph),
    improvements: texts.measures.map(paragraph),
    claims: [],
    warnings: [],
    findings: [],
  };
  return misprinted ? { ...made, findings: audit(made) } : made;
}

function sectionsOf({ agency, year }: Facts, texts: Texts): Section[] {
  const opening = `根据《中华人民共和国政府信息公开条例》，现公布${agency.name}${year}年政府信息公开工作年度报告，统计期限自${year}年1月1日起至${year}年12月31日止。如有疑问，请与${agency.name}办公室联系。`;
  const bodies = [
    [opening],
    texts.general,
    [],
    [],
    [],
    [
      ...texts.problems.map((text) => `存在问题：${text}`),
      ...texts.measures.map((text) => `改进措施：${text}`),
    ],
    [texts.other],
  ];
  return bodies.map((body, number) => ({
    number: number as Section['number'],
    heading: headings[number - 1] ?? '',
    place: { line: number * 15 + 1 },
    paragraphs: body.map((text, i) => ({ text, place: { line: number * 15 + 2 + i } })),
  }));
}

function paragraph(text: string, i: number): Paragraph {
  return { text, place: { line: 80 + i } };
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
