import { catalogue } from '../catalogue/catalogue.ts';
import { commonUnit, inCommonUnit, isMoney, printedUnit } from '../catalogue/money.ts';
import type { AnswerValue, Citation } from '../model/answer.ts';
import type { Query } from '../model/query.ts';
import type { Report } from '../model/report.ts';
import { gauge, type Measured, ratioGauge, reportSource } from './gauge.ts';
import { labelOf, short, unitOf } from './names.ts';
import { oneLine, placeOf, sectionHeading, sectionOf } from './places.ts';

/** One figure of one report with everything that is needed to tell it. */
export interface Figure {
  report: Report;
  value: AnswerValue;
  /** The cells it was computed from; empty for a printed cell. */
  parts: AnswerValue[];
  /** Some of the summed cells are blank. */
  partial: boolean;
}

/** A reading, a sum or a rate of one report. */
export function figureOf(report: Report, id: string): Figure {
  const measured = gauge(reportSource(report), id)(0);
  const parts = measured.status === 'reported' ? [] : partsOf(id).map((part) => cellOf(report, part));
  const citation = parts.length ? citeParts(report, parts, id) : citeCell(report, id);
  return {
    report,
    value: answerValue(report, id, measured, citation),
    parts,
    partial: measured.partial === true,
  };
}

/** Part of a whole, e.g. 自然人 of 总计; both may be sums. */
export function shareOf(
  report: Report,
  id: string,
  whole: string,
  language: Query['language'] = 'zh',
): Figure {
  const source = reportSource(report);
  const measured = ratioGauge(gauge(source, id), gauge(source, whole))(0);
  const part = figureOf(report, id);
  const all = figureOf(report, whole);
  const value = answerValue(report, 'rates.share', measured, citeParts(report, [part.value, all.value], id));
  const label =
    language === 'en'
      ? `${short(id, 'en')} as a share of ${short(whole, 'en')}`
      : `${short(id)}占${short(whole)}的比例`;
  return {
    report,
    value: { ...value, label, unit: '%' },
    parts: [part.value, all.value],
    partial: part.partial || all.partial,
  };
}

/** 3120.5万元: of money the unit that the report prints. */
function unitIn(report: Report, id: string): string {
  return isMoney(id) ? printedUnit(id, report.readings[id]?.raw ?? '') : unitOf(id);
}

/** Beside figures of other reports money is told in one unit; it cannot be where a report does not say which. */
export function inOneUnit(figure: Figure): Figure {
  const { value } = figure;
  if (!isMoney(value.reading) || value.value === null || value.unit === commonUnit) return figure;
  const common = inCommonUnit(value.value, value.unit);
  const status = common === null ? ('derived' as const) : value.status;
  return { ...figure, value: { ...value, value: common, unit: commonUnit, status } };
}

function answerValue(report: Report, id: string, measured: Measured, citation: Citation | null): AnswerValue {
  return {
    agency: report.agency.name,
    year: report.year,
    reading: id,
    label: labelOf(id),
    value: measured.value,
    unit: unitIn(report, id),
    status: measured.status,
    citation,
  };
}

function cellOf(report: Report, id: string): AnswerValue {
  const reading = report.readings[id];
  const measured: Measured = reading ?? { value: null, status: 'absent' };
  return answerValue(report, id, measured, citeCell(report, id));
}

function partsOf(id: string): string[] {
  const { sums, rates } = catalogue();
  const rate = rates.get(id);
  return sums.get(id)?.sumOf ?? (rate ? [...new Set([...rate.numerator, ...rate.denominator])] : []);
}

/** A cell that the report does not have is cited by the part it should stand in. */
function citeCell(report: Report, id: string): Citation {
  const source = report.readings[id]?.source;
  const section = sectionHeading(report, sectionOf(id), source);
  return { reportId: report.id, section, text: oneLine(source?.text ?? ''), ...placeOf(source ?? {}) };
}

/** The printed rows behind a computed figure, those that count; the place is that of the first. */
function citeParts(report: Report, parts: readonly AnswerValue[], id: string): Citation {
  const printed = parts.filter((part) => part.citation?.text);
  const telling = printed.filter((part) => part.value !== 0);
  const cited = telling.length ? telling : printed.slice(0, 1);
  const first = cited[0]?.citation;
  if (!first) return citeCell(report, parts[0]?.reading ?? id);
  return { ...first, text: [...new Set(cited.map((part) => part.citation?.text ?? ''))].join('\n') };
}
