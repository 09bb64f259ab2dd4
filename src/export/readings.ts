import { catalogue } from '../catalogue/catalogue.ts';
import { isMoney, printedUnit } from '../catalogue/money.ts';
import type { AnswerFinding } from '../model/answer.ts';
import type { Region, Report } from '../model/report.ts';

/** A row of an exported table; a blank cell has a null value and keeps what is printed in `raw`. */
export type ExportRow = Record<string, string | number | null>;

export interface ExportTable {
  /** Of the sheet in a workbook. */
  name: string;
  /** `width` in characters, for workbooks. */
  columns: readonly { key: string; width: number }[];
  rows: Iterable<ExportRow>;
}

/** Every reading of every report, one row each, in the order of the official form. Reports are opened one by one. */
export function readingsTable(reports: Iterable<Report>): ExportTable {
  return {
    name: 'readings',
    columns: [
      { key: 'agency', width: 32 },
      { key: 'region', width: 28 },
      { key: 'year', width: 8 },
      { key: 'reading', width: 44 },
      { key: 'label', width: 44 },
      { key: 'value', width: 12 },
      { key: 'raw', width: 12 },
      { key: 'status', width: 10 },
      { key: 'unit', width: 8 },
      { key: 'reportId', width: 18 },
    ],
    rows: readingRows(reports),
  };
}

function* readingRows(reports: Iterable<Report>): Generator<ExportRow> {
  const { fields, describe } = catalogue();
  for (const report of reports) {
    const region = regionText(report.agency.region);
    const known = [...fields.keys()].filter((id) => id in report.readings);
    const others = Object.keys(report.readings).filter((id) => !fields.has(id));
    for (const reading of [...known, ...others]) {
      const cell = report.readings[reading];
      if (!cell) continue;
      yield {
        agency: report.agency.name,
        region,
        year: report.year,
        reading,
        label: describe(reading)?.label ?? reading,
        value: cell.value,
        raw: cell.raw,
        status: cell.status,
        unit: isMoney(reading) ? printedUnit(reading, cell.raw) : (describe(reading)?.unit ?? ''),
        reportId: report.id,
      };
    }
  }
}

/** What the checks found, one row a finding, for those who must pass it on. */
export function findingsTable(findings: Iterable<AnswerFinding>): ExportTable {
  return {
    name: 'findings',
    columns: [
      { key: 'agency', width: 32 },
      { key: 'year', width: 8 },
      { key: 'severity', width: 10 },
      { key: 'rule', width: 26 },
      { key: 'message', width: 70 },
      { key: 'printed', width: 10 },
      { key: 'computed', width: 10 },
      { key: 'readings', width: 44 },
      { key: 'place', width: 12 },
      { key: 'quotation', width: 70 },
      { key: 'reportId', width: 18 },
    ],
    rows: findingRows(findings),
  };
}

function* findingRows(findings: Iterable<AnswerFinding>): Generator<ExportRow> {
  for (const {
    agency,
    year,
    severity,
    rule,
    message,
    printed,
    computed,
    readings,
    quotations,
    reportId,
  } of findings) {
    yield {
      agency,
      year,
      severity,
      rule,
      message,
      printed,
      computed,
      readings: readings.join(' '),
      place: quotations.map(placeText).filter(Boolean).join(' '),
      quotation: quotations.map(({ text }) => text.replace(/\s+/g, ' ').trim()).join('\n'),
      reportId,
    };
  }
}

function placeText({ line, page }: { line?: number; page?: number }): string {
  if (page !== undefined) return `第${page}页`;
  return line === undefined ? '' : `第${line}行`;
}

/** 云岭省临江市青禾县 */
function regionText({ province, city, county, town }: Region): string {
  return [province, city, county, town].filter(Boolean).join('');
}
