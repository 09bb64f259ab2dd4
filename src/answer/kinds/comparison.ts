import type { AnswerBlock, AnswerValue } from '../../model/answer.ts';
import { bars } from '../charted.ts';
import { distinctNames, openReport, restingOn, shown, tookYear } from '../common.ts';
import { type Figure, inOneUnit } from '../figures.ts';
import { measuredFigure } from '../measured.ts';
import { amount, spoken, wording } from '../names.ts';
import { percentChange, signed, tidy } from '../numbers.ts';
import { select } from '../selection.ts';
import type { Draft, Task } from '../task.ts';
import { cellText, quotation, remarks } from '../telling.ts';
import { missingNote, nameOf, readingsOf, valuesOf } from '../told.ts';
import { noReports } from './not-held.ts';

/** Two or more agencies or years side by side. */
export function comparison(task: Task): Draft {
  const { query, library } = task;
  const selection = select(task, query.agencies.length === 1);
  if (selection.rows.length === 0) return noReports(task, selection);
  const chosen = selection.rows.slice(0, 30);
  const reports = chosen.map((row) => openReport(library, row));
  const readings = query.readings.length ? query.readings : wording().keyFigures;
  const figures = readings.map((id) => reports.map((report) => inOneUnit(measuredFigure(task, report, id))));
  const only = figures.length === 1 ? figures[0] : undefined;
  const names = entryNames(task, reports);
  const chart = only && only.length > 1 ? bars(task, only, names) : undefined;
  return {
    ...restingOn(reports),
    readings: [...new Set([...readings, ...readingsOf(task, figures.flat())])],
    values: figures.flat().flatMap(valuesOf),
    blocks: [
      ...(only ? oneReading(task, only, names) : manyReadings(task, figures, names)),
      ...missingNote(task, selection.missing),
    ],
    ...(chart ? { chart } : {}),
    ...tookYear(task, selection),
  };
}

/** Agencies where one year is compared, years where one agency is, else both. */
function entryNames({ library, say }: Task, reports: readonly Figure['report'][]): string[] {
  const names = distinctNames(
    library,
    reports.map((report) => report.agency.id),
  );
  const agencies = new Set(reports.map((report) => report.agency.id)).size;
  const years = new Set(reports.map((report) => report.year)).size;
  return reports.map(({ agency, year }) => {
    const when = say(`${year}年`, String(year));
    if (agencies === 1 && years > 1) return when;
    return years > 1 ? `${names(agency.id)} ${when}` : names(agency.id);
  });
}

function oneReading(task: Task, figures: readonly Figure[], names: readonly string[]): AnswerBlock[] {
  const { say, query } = task;
  const first = figures[0];
  if (!first) return [];
  const years = [...new Set(figures.map((figure) => figure.value.year))];
  const agencies = [...new Set(figures.map((figure) => figure.value.agency))];
  const what =
    query.measure.kind === 'plain' ? spoken(first.value.reading, query.language) : nameOf(first, task);
  const about = [
    years.length === 1 ? say(`${years[0]}年`, `${years[0]}, `) : '',
    agencies.length === 1 ? say(`${agencies[0]}`, `${agencies[0]}, `) : '',
  ].join('');
  return [
    { kind: 'headline', text: verdict(task, figures, names) },
    { kind: 'text', text: say(`${about}${what}：`, `${about}${what}:`) },
    {
      kind: 'table',
      header: [agencies.length === 1 ? say('年份', 'year') : say('单位', 'agency'), say('数值', 'figure')],
      rows: figures.slice(0, shown).map((figure, i) => [names[i] ?? '', cellText(figure.value, task)]),
      align: ['left', 'right'],
    },
    ...figures.slice(0, 3).flatMap((figure) => remarks(figure, task)),
    ...(figures.length <= 4 ? figures.flatMap((figure) => quotation(figure, task)) : []),
  ];
}

/** 多收多少件, 差多少, how many more: the difference is asked for. */
const byHowMuch =
  /[多少高低][^，,。？?]{0,4}(?:多少|几[件个条起次宗部])|差(?:了|距)?(?:多少|几|是)|相差|差距|how many more|how much more|difference/i;

/** Who has more; over two years of one agency, by how much it changed. */
function verdict(task: Task, figures: readonly Figure[], names: readonly string[]): string {
  const { say, query } = task;
  const known = figures.flatMap(({ value }, i) =>
    value.value === null
      ? []
      : [{ name: names[i] ?? '', value: value.value, unit: value.unit, agency: value.agency }],
  );
  if (figures.length < 2)
    return say('只找到一份年报，无从比较', 'Only one report was found: nothing to compare with');
  const most = known.reduce(
    (a, b) => (b.value > a.value ? b : a),
    known[0] ?? { name: '', value: 0, unit: '', agency: '' },
  );
  const [from, to] = known;
  if (known.length < 2 || !from || !to)
    return say('无法比较：有的年报没有填这个数', 'Cannot be compared: not every report gives this figure');
  if (known.every((entry) => entry.value === most.value))
    return say(
      `${most.unit === '%' ? '一样高' : '一样多'}：都是 ${amount(most.value, most.unit)}`,
      `The same: ${amount(most.value, most.unit, 'en')} each`,
    );
  if (known.length === 2 && known.length === figures.length && from.agency === to.agency) {
    const difference = tidy(to.value - from.value);
    const percent = percentChange(from.value, to.value);
    const points = to.unit === '%' ? say('个百分点', ' points') : ` ${to.unit}`;
    const rate =
      percent === undefined || to.unit === '%'
        ? ''
        : say(`（${signed(percent)}%）`, ` (${signed(percent)}%)`);
    const direction = difference > 0 ? say('多', 'up by') : say('少', 'down by');
    return say(
      `${to.name}比${from.name}${direction} ${Math.abs(difference)}${points}${rate}`,
      `${to.name} against ${from.name}: ${direction} ${Math.abs(difference)}${to.unit === '%' ? points : ''}${rate}`,
    );
  }
  if (known.length === 2 && known.length === figures.length && byHowMuch.test(task.question)) {
    const difference = tidy(from.value - to.value);
    const told =
      from.unit === '%'
        ? say(`${Math.abs(difference)} 个百分点`, `${Math.abs(difference)} points`)
        : amount(Math.abs(difference), from.unit, query.language);
    return say(
      `${from.name}比${to.name}${difference > 0 ? (from.unit === '%' ? '高' : '多') : from.unit === '%' ? '低' : '少'} ${told}`,
      `${from.name} against ${to.name}: ${difference > 0 ? 'more' : 'less'} by ${told}`,
    );
  }
  const winners = known.filter((entry) => entry.value === most.value).map((entry) => entry.name);
  const told = amount(most.value, most.unit, query.language);
  const more = query.measure.kind === 'plain' && most.unit !== '%';
  return say(
    `${winners.join('、')}${more ? (known.length > 2 ? '最多' : '更多') : known.length > 2 ? '最高' : '更高'}：${told}`,
    `${winners.join(', ')}: ${known.length > 2 ? 'most' : 'more'}, ${told}`,
  );
}

/** +5 · -7.85点 · =; a dash where one of them has no figure. */
export function changeText(before: AnswerValue, now: AnswerValue, { say }: Task): string {
  if (before.value === null || now.value === null) return '—';
  if (before.value === now.value) return '=';
  return `${signed(tidy(now.value - before.value))}${now.unit === '%' ? say('点', ' points') : ''}`;
}

/** Rows that are zero or absent everywhere say nothing and are left out. */
function manyReadings(task: Task, figures: readonly Figure[][], names: readonly string[]): AnswerBlock[] {
  const { say, query } = task;
  const telling = figures.filter((row) =>
    row.some(
      ({ value }) =>
        value.value !== 0 &&
        value.status !== 'absent' &&
        !(value.value === null && value.status === 'derived'),
    ),
  );
  const kept = query.readings.length || telling.length === 0 ? figures : telling;
  const wide = names.slice(0, 4);
  const first = figures[0]?.[0]?.value;
  const sameAgency = new Set(figures[0]?.map((figure) => figure.value.agency)).size === 1;
  const lead = sameAgency
    ? say(`${first?.agency}各年对比`, `${first?.agency} over the years`)
    : say(`${first?.year}年对比`, `${first?.year}, side by side`);
  const rest = names.length - wide.length;
  const twoYears = sameAgency && names.length === 2;
  return [
    { kind: 'headline', text: lead },
    {
      kind: 'table',
      header: [say('项目', 'figure'), ...wide, ...(twoYears ? [say('变化', 'change')] : [])],
      rows: kept.map((row) => [
        row[0] ? nameOf(row[0], task) : '',
        ...row.slice(0, wide.length).map((figure) => cellText(figure.value, task)),
        ...(twoYears && row[0] && row[1] ? [changeText(row[0].value, row[1].value, task)] : []),
      ]),
      align: ['left', ...wide.map(() => 'right' as const), ...(twoYears ? ['right' as const] : [])],
    },
    ...(kept.length < figures.length
      ? [
          {
            kind: 'note' as const,
            text: say('没有列出的项目都是 0 或没有填。', 'Figures not listed are 0 or not given.'),
          },
        ]
      : []),
    ...(rest > 0
      ? [
          {
            kind: 'note' as const,
            text: say(`还有${rest}列没有列出。`, `${rest} more columns are not shown.`),
          },
        ]
      : []),
  ];
}
