import { catalogue } from '../catalogue/catalogue.ts';
import { isMoney, printedUnit } from '../catalogue/money.ts';
import type { AnswerFinding } from '../model/answer.ts';
import type { Severity } from '../model/finding.ts';
import type { Region, Report } from '../model/report.ts';

/** A row of an exported table; a blank cell has a null value and keeps what is printed in `raw`. */
export type ExportRow = Record<string, string | number | null>;

export interface ExportTable {
  /** Of the sheet in a workbook. */
  name: string;
  /** For workbooks: `width` in characters, and whether long text is broken into lines. */
  columns: readonly { key: string; width: number; wrap?: true }[];
  /** For workbooks: the colour behind a row's cells, `#RRGGBB`. */
  shade?(row: ExportRow): string | undefined;
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

/** How the program names things to people: a severity, the rule of a check. */
export interface FindingNames {
  severity(severity: Severity): string;
  rule(id: string): string;
}

/**
 * What the checks found, one row a finding, for officials who must pass it on: in their words, the rule's id last
 * (machines read `--json`).
 */
export function findingsTable(findings: Iterable<AnswerFinding>, names: FindingNames): ExportTable {
  const shades = new Map([
    [names.severity('error'), '#F8D7DA'],
    [names.severity('warning'), '#FFF3CD'],
  ]);
  return {
    name: '核查结果',
    columns: [
      { key: '机关', width: 32 },
      { key: '年度', width: 8 },
      { key: '程度', width: 8 },
      { key: '核对规则', width: 22, wrap: true },
      { key: '说明', width: 60, wrap: true },
      { key: '印为', width: 10 },
      { key: '对照数', width: 10 },
      { key: '指标', width: 30, wrap: true },
      { key: '位置', width: 12 },
      { key: '原文', width: 70, wrap: true },
      { key: '报告编号', width: 18 },
      { key: '规则编号', width: 26 },
    ],
    rows: findingRows(findings, names),
    shade: ({ 程度 }) => shades.get(String(程度)),
  };
}

function* findingRows(findings: Iterable<AnswerFinding>, names: FindingNames): Generator<ExportRow> {
  const { describe } = catalogue();
  for (const finding of findings) {
    const { quotations, readings } = finding;
    yield {
      机关: finding.agency,
      年度: finding.year,
      程度: names.severity(finding.severity),
      核对规则: names.rule(finding.rule),
      说明: finding.message,
      印为: finding.printed,
      对照数: finding.computed,
      指标: readings.map((id) => describe(id)?.label ?? id).join('\n'),
      位置: [...new Set(quotations.map(placeText).filter(Boolean))].join(' '),
      原文: quoted(quotations),
      报告编号: finding.reportId,
      规则编号: finding.rule,
    };
  }
}

/** Several quotations are told apart by their places. */
function quoted(quotations: AnswerFinding['quotations']): string {
  const [first, ...more] = quotations.map((q) => ({
    place: placeText(q),
    text: q.text.replace(/\s+/g, ' ').trim(),
  }));
  if (!first || more.length === 0) return first?.text ?? '';
  return [first, ...more].map(({ place, text }) => (place ? `${place}：${text}` : text)).join('\n');
}

function placeText({ line, page }: { line?: number; page?: number }): string {
  if (page !== undefined) return `第${page}页`;
  return line === undefined ? '' : `第${line}行`;
}

/** 云岭省临江市青禾县 */
function regionText({ province, city, county, town }: Region): string {
  return [province, city, county, town].filter(Boolean).join('');
}
