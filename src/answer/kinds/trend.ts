import type { AnswerBlock, AnswerValue, Chart } from '../../model/answer.ts';
import { chartSource } from '../charted.ts';
import { distinctNames, openReport, restingOn, shown, yearsText } from '../common.ts';
import { type Figure, figureOf, inOneUnit, shareOf } from '../figures.ts';
import { spoken } from '../names.ts';
import { placeText } from '../places.ts';
import { select } from '../selection.ts';
import type { Draft, Task } from '../task.ts';
import { quotation, remarks } from '../telling.ts';
import { readingsOf, valuesOf } from '../told.ts';
import { headline, yearTable } from '../years.ts';
import { noReports } from './not-held.ts';
import { totalTrend } from './total-trend.ts';

const usual = 'applications.newReceived.total';

/** One agency's (or a few agencies') figures year by year, with the change and the years that are missing. */
export function trend(task: Task): Draft {
  const { query, library } = task;
  const readings = query.readings.length ? query.readings : [usual];
  if (query.agencies.length === 0) return totalTrend(task, readings[0] ?? usual);
  const selection = select(task, true);
  if (selection.rows.length === 0) return noReports(task, selection);
  const reports = selection.rows.map((row) => openReport(library, row));
  const names = distinctNames(library, query.agencies);
  const lines = query.agencies.flatMap((agencyId) =>
    readings.map((id) => ({
      name: names(agencyId),
      id,
      figures: reports
        .filter((report) => report.agency.id === agencyId)
        .map((report) => plainFigure(task, report, id)),
    })),
  );
  const told = lines.filter((line) => line.figures.length > 0);
  const figures = told.flatMap((line) => line.figures);
  const chart = chartOf(task, told);
  return {
    ...restingOn(reports),
    readings: readingsOf(task, figures),
    values: figures.flatMap(valuesOf),
    blocks: [
      ...told.slice(0, 4).flatMap((line) => lineBlocks(task, line, told.length)),
      ...sources(task, told),
    ],
    ...(chart ? { chart } : {}),
  };
}

export interface Line {
  name: string;
  id: string;
  figures: Figure[];
}

/** A trend of changes would repeat itself: the change stands beside each year anyhow. */
function plainFigure({ query }: Task, report: Figure['report'], id: string): Figure {
  return query.measure.kind === 'share'
    ? shareOf(report, id, query.measure.of, query.language)
    : inOneUnit(figureOf(report, id));
}

function lineBlocks(task: Task, line: Line, lines: number): AnswerBlock[] {
  const { say, query } = task;
  const values = line.figures.map((figure) => figure.value);
  const what = query.measure.kind === 'share' ? (values[0]?.label ?? '') : spoken(line.id, query.language);
  const years = missingYears(task, values);
  return [
    { kind: 'headline', text: headline(task, values, lines > 1 ? line.name : '') },
    { kind: 'text', text: say(`${line.name}${what}：`, `${line.name}, ${what}:`) },
    yearTable(task, values),
    ...(years.length
      ? [
          {
            kind: 'note' as const,
            text: say(`没有收录${yearsText(years, task)}的年报。`, `Not held: ${yearsText(years, task)}.`),
          },
        ]
      : []),
    ...line.figures.flatMap((figure) => remarks(figure, task)).slice(0, 3),
  ];
}

/** Years between the first and the last, or asked for, of which there is no report. */
function missingYears({ query }: Task, values: readonly AnswerValue[]): number[] {
  const held = values.map((value) => value.year);
  const wanted = [...(query.years.length ? query.years : held), ...(query.lackingYears ?? [])];
  const [from, to] = [Math.min(...wanted, ...held), Math.max(...wanted, ...held)];
  const years: number[] = [];
  for (let year = from; year <= to; year++) if (!held.includes(year)) years.push(year);
  return years;
}

/** One line for the years of one agency: the same part of each report. */
function sources(task: Task, lines: readonly Line[]): AnswerBlock[] {
  const figures = lines.flatMap((line) => line.figures);
  const cited = figures.flatMap((figure) => (figure.value.citation ? [figure.value.citation] : []));
  const [first] = cited;
  const sections = new Set(cited.map(({ section }) => section));
  if (lines.length > 1 || figures.length < 2 || !first || sections.size > 1)
    return figures.slice(-1).flatMap((figure) => quotation(figure, task));
  const { say } = task;
  const places = figures.map(({ value }) => {
    const where = value.citation ? placeText(value.citation, say) : '';
    return say(`${value.year}年${where}`, `${value.year} ${where}`).trim();
  });
  const source = say(
    `出处：各年年报${first.section}：${places.join('，')}`,
    `Source: the reports' ${first.section}: ${places.join(', ')}`,
  );
  return [{ kind: 'quote', text: '', source }];
}

/** Years without a report or a number are gaps, not zeros. */
function chartOf(task: Task, lines: readonly Line[]): Chart | undefined {
  const years = lines.flatMap((line) => line.figures.map((figure) => figure.value.year));
  const known = lines.some((line) => line.figures.filter((figure) => figure.value.value !== null).length > 1);
  const first = lines[0];
  if (!first || !known) return undefined;
  const [from, to] = [Math.min(...years), Math.max(...years)];
  const span = Array.from({ length: to - from + 1 }, (_, i) => from + i);
  const sameAgency = lines.every((line) => line.name === first.name);
  const what = (line: Line) =>
    task.query.measure.kind === 'share'
      ? (line.figures[0]?.value.label ?? '')
      : spoken(line.id, task.query.language);
  const sameReading = lines.every((line) => line.id === first.id);
  return {
    kind: 'line',
    title: `${sameAgency ? first.name : ''}${sameReading ? what(first) : ''}`,
    unit: first.figures[0]?.value.unit ?? '',
    categories: span.map(String),
    series: lines.slice(0, shown).map((line) => ({
      name: sameAgency ? what(line) : sameReading ? line.name : `${line.name}${what(line)}`,
      values: span.map(
        (year) => line.figures.find((figure) => figure.value.year === year)?.value.value ?? null,
      ),
    })),
    gaps: Object.fromEntries(
      span.filter((year) => !years.includes(year)).map((year) => [year, task.say('未收录', 'not held')]),
    ),
    source: chartSource(task),
  };
}
