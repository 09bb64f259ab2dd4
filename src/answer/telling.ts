import { catalogue } from '../catalogue/catalogue.ts';
import { isMoney, printedUnit, unknownUnit } from '../catalogue/money.ts';
import type { AnswerBlock, AnswerValue } from '../model/answer.ts';
import { absentText, doubtNotes, lackOf, missingParts, wordsInstead } from './doubts.ts';
import type { Figure } from './figures.ts';
import { amount, labelOf, official, short, spoken } from './names.ts';
import { noted } from './noted.ts';
import { signed } from './numbers.ts';
import { oneLine, placeText, rowText, sourceLine } from './places.ts';
import type { Task } from './task.ts';

const isRate = (id: string): boolean => id.startsWith('rates.');

/** In a table's cell: 21 件 · 未填 · 无此栏 · 无法计算. */
export function cellText(
  value: Pick<AnswerValue, 'value' | 'unit' | 'status'>,
  { say, query }: Task,
): string {
  if (value.value !== null) return amount(value.value, value.unit, query.language);
  if (value.status === 'blank') return say('未填', 'blank');
  if (value.status === 'absent') return say('无此栏', 'no such row');
  return say('无法计算', 'n/a');
}

/** The figure alone, or why there is none. */
export function headlineText(figure: Figure, task: Task): string {
  const { value, partial } = figure;
  const { say } = task;
  if (value.reading === 'rates.yearOnYear') return changeText(figure, task);
  if (value.value !== null) {
    const told = cellText(value, task);
    return partial ? say(`${told}（只计已填的格）`, `${told} (filled cells only)`) : told;
  }
  if (value.status === 'derived') return say('无法计算', 'Cannot be computed');
  if (value.status === 'absent') return absentText(figure, task);
  if (isRate(value.reading))
    return say('所需的格有空白，无法计算', 'Cells it needs are blank: it cannot be computed');
  if (figure.parts.length)
    return say('表中各格均为空白，未填数字', 'All its cells are blank: no number was filled in');
  const words = wordsInstead(figure.report, value.reading);
  if (words) return say(`表中此格印的是“${words}”，不是数字`, `The cell says “${words}”, which is no number`);
  return say('表中此格为空白，未填数字', 'The cell is blank: no number was filled in');
}

/** Year, agency, what it counts, the figure: 2023年，甲县乙局新收政府信息公开申请 3 件（…，总计）。 */
export function sentence(figure: Figure, task: Task): string {
  const { value, parts } = figure;
  const { say, query } = task;
  if (value.reading === 'rates.yearOnYear') {
    const what = spoken(parts[0]?.reading ?? '', query.language);
    const than = say(`比${value.year - 1}年`, `against ${value.year - 1}`);
    return say(
      `${value.year}年，${value.agency}${what}${than}：${changeText(figure, task)}。`,
      `${value.agency}, ${value.year}: ${what}, ${than}: ${changeText(figure, task)}.`,
    );
  }
  const what = value.reading === 'rates.share' ? value.label : spoken(value.reading, query.language);
  const place = figure.parts.length === 0 ? official(value.reading) : '';
  const bracket = place && query.language === 'zh' ? `（${place}）` : '';
  const told = value.value === null ? lower(headlineText(figure, task), task) : cellText(value, task);
  const colon = value.value === null ? '：' : what.endsWith('）') ? '' : ' ';
  return say(
    `${value.year}年，${value.agency}${what}${colon}${told}${bracket}。`,
    `${value.agency}, ${value.year}: ${what}: ${told}.`,
  );
}

/** +75%（从 12 件到 21 件） */
function changeText({ value, parts }: Figure, task: Task): string {
  const { say } = task;
  const [now, before] = parts.map((part) => cellText(part, task));
  const span = before ? say(`从 ${before} 到 ${now}`, `from ${before} to ${now}`) : '';
  if (value.value !== null) return `${signed(value.value)}%${say(`（${span}）`, ` (${span})`)}`;
  if (!before)
    return say(
      `没有收录${value.year - 1}年的年报，无法比较`,
      `no report for ${value.year - 1} to compare with`,
    );
  return say(`${span}，算不出百分比`, `${span}: no percentage`);
}

function lower(text: string, { query }: Task): string {
  return query.language === 'en' ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/** How a computed figure comes about, where that is not plain. */
export function calculation(figure: Figure, task: Task): AnswerBlock[] {
  const { value, parts } = figure;
  const { say, query } = task;
  if (parts.length === 0 || value.reading === 'rates.yearOnYear') return [];
  const name = (part: AnswerValue) => short(part.reading, query.language);
  if (isRate(value.reading)) {
    const told = (part: AnswerValue) =>
      lackOf({ ...figure, value: part }) ? say('没有读准', 'not read for certain') : cellText(part, task);
    const terms = parts.map((part) => `${name(part)} ${told(part)}`);
    return [
      {
        kind: 'text',
        text: `${say('其中：', 'From: ')}${terms.join(say('，', ', '))}${zeroWhole(figure, task)}`,
      },
    ];
  }
  // Of two parts both are told, 0 or not.
  const few = parts.length < 3;
  const telling = parts.filter((part) => (few || part.value !== 0) && part.status !== 'absent');
  if (telling.length === 0 && missingParts(figure).length > 0) return [];
  if (telling.length === 0) return [{ kind: 'text', text: say('各行都是 0。', 'Every row is 0.') }];
  return [
    {
      kind: 'table',
      header: [say('其中', 'of which'), say('数量', 'figure')],
      rows: telling.map((part) => [name(part), cellText(part, task)]),
      align: ['left', 'right'],
    },
  ];
}

function zeroWhole({ value, parts }: Figure, { say }: Task): string {
  if (value.value !== null || value.status !== 'derived') return '';
  const whole = catalogue().rates.get(value.reading);
  const zero = whole ? say('分母', 'the denominator') : labelOf(parts.at(-1)?.reading ?? '');
  return say(`；${zero}为 0，算不出比例`, `; ${zero} is 0, there is no ratio`);
}

/** The edition whose form has the row, when the report follows another one. */
function otherEdition({ value, report }: Figure): string | undefined {
  if (value.status !== 'absent') return undefined;
  const editions = catalogue().fields.get(value.reading)?.editions ?? [];
  if (report.edition === 'mixed' || editions.includes(report.edition)) return undefined;
  return editions[0];
}

/** The printed row and where it stands. */
export function quotation(figure: Figure, task: Task): AnswerBlock[] {
  const { value, report } = figure;
  const { citation } = value;
  if (!citation) return [];
  const source = sourceLine(report, citation.section, citation, task.say);
  return [{ kind: 'quote', text: rowText(citation.text), source }];
}

/** What casts light or doubt on the figure: blank parts, findings, warnings of the reading, the running text. */
export function remarks(figure: Figure, task: Task): AnswerBlock[] {
  const { say } = task;
  const ids = [figure.value.reading, ...figure.parts.map((part) => part.reading)];
  const notes: string[] = [];
  const other = otherEdition(figure);
  if (other) notes.push(say(`这一栏只在${other}年版的格式里有。`, `Only the ${other} form has this row.`));
  const printed = figure.report.readings[figure.value.reading]?.raw ?? '';
  const untold = figure.value.value === null && isMoney(figure.value.reading);
  if (untold && printed && printedUnit(figure.value.reading, printed) === unknownUnit)
    notes.push(
      say(
        '年报没有印这个数的单位（元或万元）。',
        'The report does not say whether this is yuan or 10,000 yuan.',
      ),
    );
  const blank = figure.parts.filter((part) => part.status === 'blank');
  if (blank.length && figure.value.value !== null) {
    const names = blank.map((part) => short(part.reading)).join('、');
    notes.push(say(`这些格为空白，未计入：${names}。`, `Blank and not counted: ${names}.`));
  }
  const { findings, claims } = figure.report;
  for (const note of doubtNotes(figure, task)) if ('text' in note) notes.push(note.text);
  const errors = findings.filter((f) => f.severity === 'error' && f.readings.some((id) => ids.includes(id)));
  for (const error of errors.slice(0, 2)) notes.push(`${say('请注意：', 'Note: ')}${noted(error, task)}`);
  const said = claims.find((c) => c.about === figure.value.reading && c.value !== figure.value.value);
  if (said) {
    const where = [said.scope ?? '', placeText(said.place, say)].filter(Boolean).join('，');
    notes.push(
      say(
        `年报正文另写：「${oneLine(said.text)}」（${where}）`,
        `The text says: 「${oneLine(said.text)}」 (${where})`,
      ),
    );
  }
  return notes.map((text) => ({ kind: 'note', text }));
}
