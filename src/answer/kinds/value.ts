import type { AnswerBlock } from '../../model/answer.ts';
import { addedUp } from '../added-up.ts';
import { distinctNames, namedReports, openReport, restingOn, shown, tookYear } from '../common.ts';
import type { Figure } from '../figures.ts';
import { beforeOf, measuredFigure } from '../measured.ts';
import { spoken } from '../names.ts';
import { select } from '../selection.ts';
import type { Draft, Task } from '../task.ts';
import { calculation, cellText, headlineText, quotation, remarks, sentence } from '../telling.ts';
import { missingNote, nameOf, readingsOf, valuesOf } from '../told.ts';
import { nothingBefore } from './change.ts';
import { noReports } from './not-held.ts';
import { partOfAll } from './part-of-all.ts';
import { placed } from './placed.ts';
import { summary } from './summary.ts';

/** One or several figures of one report; of several reports as a table. */
export function value(task: Task): Draft {
  const { query, library } = task;
  if (query.readings.length === 0) return summary(task);
  if (query.tell === 'place') return placed(task);
  const selection = select(task);
  if (selection.rows.length === 0) return noReports(task, selection);
  if (query.ofAll) return partOfAll(task, selection);
  const reports = selection.rows.slice(0, namedReports).map((row) => openReport(library, row));
  if (query.measure.kind === 'change' && reports.every((report) => !beforeOf(task, report)))
    return nothingBefore(task, reports);
  const figures = reports.flatMap((report) => query.readings.map((id) => measuredFigure(task, report, id)));
  const blocks =
    figures.length === 1 && figures[0]
      ? oneFigure(figures[0], task)
      : reports.length === 1
        ? oneReport(figures, task)
        : manyReports(figures, task);
  return {
    ...restingOn(reports),
    readings: readingsOf(task, figures),
    values: figures.flatMap(valuesOf),
    blocks: [...blocks, ...missingNote(task, selection.missing)],
    ...tookYear(task, selection),
  };
}

function oneFigure(figure: Figure, task: Task): AnswerBlock[] {
  return [
    { kind: 'headline', text: headlineText(figure, task) },
    { kind: 'text', text: sentence(figure, task) },
    ...calculation(figure, task),
    ...remarks(figure, task),
    ...quotation(figure, task),
  ];
}

function oneReport(figures: readonly Figure[], task: Task): AnswerBlock[] {
  const { say, query } = task;
  const first = figures[0]?.value;
  const seen = new Set<string>();
  const notes = figures.flatMap((figure) => remarks(figure, task)).filter((note) => once(seen, note));
  const blank = say(
    '“未填”：表中此格为空白，未填数字，不等于 0。',
    'blank: no number was filled in; that is not zero.',
  );
  return [
    leadOf(figures, task),
    { kind: 'text', text: say(`${first?.year}年，${first?.agency}。`, `${first?.agency}, ${first?.year}.`) },
    ...(query.added ? addedUp(figures, task) : []),
    ...(query.measure.kind === 'plain' ? [] : figures.flatMap((figure) => calculation(figure, task))),
    ...(figures.some((figure) => figure.value.status === 'blank')
      ? [{ kind: 'note' as const, text: blank }]
      : []),
    ...notes,
    ...quotesOf(figures, task),
  ];
}

/** Up to three figures in a line, more in a table. */
function leadOf(figures: readonly Figure[], task: Task): AnswerBlock {
  const { say, query } = task;
  if (figures.length > 3)
    return {
      kind: 'table',
      header: [say('项目', 'figure'), say('数值', 'value')],
      rows: tellingFirst(withoutEmptyParts(figures)).map((figure) => [
        nameOf(figure, task),
        cellText(figure.value, task),
      ]),
      align: ['left', 'right'],
    };
  const told = figures.map((figure) => {
    const name =
      query.measure.kind === 'plain' ? spoken(figure.value.reading, query.language) : nameOf(figure, task);
    return `${name}${name.endsWith('）') ? '' : ' '}${cellText(figure.value, task)}`;
  });
  return { kind: 'headline', text: told.join(say('，', ', ')) };
}

/** Of a result that no lawsuit had, the two kinds of lawsuits need not be told. */
function withoutEmptyParts(figures: readonly Figure[]): readonly Figure[] {
  const none = new Set(
    figures.flatMap(({ value: { reading, value } }) => {
      const column = /^reviews\.litigation\.(\w+)$/.exec(reading)?.[1];
      return column && value === 0 ? [column] : [];
    }),
  );
  return figures.filter(({ value: { reading, value } }) => {
    const column = /^reviews\.(?:direct\w+|litigationAfter\w+)\.(\w+)$/.exec(reading)?.[1] ?? '';
    return value !== 0 || !none.has(column);
  });
}

/** Many figures of one kind: what is zero stands last. */
function tellingFirst(figures: readonly Figure[]): Figure[] {
  const isZero = (figure: Figure) => figure.value.value === 0;
  return [...figures.filter((figure) => !isZero(figure)), ...figures.filter(isZero)];
}

/** One quotation for each part of the report; figures of one row are quoted once, rows of zeros beside others not. */
function quotesOf(figures: readonly Figure[], task: Task): AnswerBlock[] {
  const bySection = new Map<string, Figure[]>();
  for (const figure of figures) {
    const section = figure.value.citation?.section ?? '';
    bySection.set(section, [...(bySection.get(section) ?? []), figure]);
  }
  return [...bySection.values()].flatMap((same) => {
    const [first] = same;
    const { citation } = first?.value ?? {};
    if (!first || !citation) return [];
    const telling = same.filter((figure) => figure.value.value !== 0);
    const cited = telling.length > 0 ? telling : same.slice(0, 1);
    const rows = new Set(cited.flatMap((figure) => figure.value.citation?.text.split('\n') ?? []));
    const text = [...rows].slice(0, 8).join('\n');
    return quotation({ ...first, value: { ...first.value, citation: { ...citation, text } } }, task);
  });
}

function once(seen: Set<string>, block: AnswerBlock): boolean {
  const key = 'text' in block ? block.text : '';
  if (seen.has(key)) return false;
  seen.add(key);
  return true;
}

function manyReports(figures: readonly Figure[], task: Task): AnswerBlock[] {
  const { query, library, say } = task;
  const reports = [...new Set(figures.map((figure) => figure.report))];
  const names = distinctNames(
    library,
    reports.map((report) => report.agency.id),
  );
  const several = new Set(reports.map((report) => report.year)).size > 1;
  const of = (report: Figure['report']) => figures.filter((figure) => figure.report === report);
  const rest = reports.length - shown;
  const blocks: AnswerBlock[] = [
    {
      kind: 'table',
      header: [
        say('单位', 'agency'),
        ...(several ? [say('年份', 'year')] : []),
        ...query.readings.map((_, i) => (figures[i] ? nameOf(figures[i], task) : '')),
      ],
      rows: reports
        .slice(0, shown)
        .map((report) => [
          names(report.agency.id),
          ...(several ? [String(report.year)] : []),
          ...of(report).map((figure) => cellText(figure.value, task)),
        ]),
      align: ['left', ...(several ? ['right' as const] : []), ...query.readings.map(() => 'right' as const)],
    },
  ];
  if (rest > 0)
    blocks.push({
      kind: 'note',
      text: say(
        `还有${rest}份没有列出；可以加上地区、年份或条件再问，或用导出功能取全表。`,
        `${rest} more; narrow the question or export the whole table.`,
      ),
    });
  if (reports.length <= 3) blocks.push(...figures.slice(0, 4).flatMap((figure) => quotation(figure, task)));
  return blocks;
}
