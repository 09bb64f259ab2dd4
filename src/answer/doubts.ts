import { catalogue } from '../catalogue/catalogue.ts';
import type { AnswerBlock } from '../model/answer.ts';
import type { Warning } from '../model/document.ts';
import type { Report } from '../model/report.ts';
import type { Figure } from './figures.ts';
import { short } from './names.ts';
import { clip, oneLine, placeText, rowText } from './places.ts';
import type { Task } from './task.ts';

/** What made the reading of some cells doubtful. */
export function doubtsOn({ warnings }: Report, ids: readonly string[]): Warning[] {
  return warnings.filter((warning) => warning.readings?.some((id) => ids.includes(id)));
}

/** Codes of warnings that say a row or a table is not there at all. */
const notThere = new Set(['row-missing', 'table-missing']);

/**
 * Why a cell has no figure although the form has it: `unread`, its row stands in the report and could not be read for
 * certain; `lost`, the row was not found. Undefined where the report's form does not have it, or nothing was in doubt.
 */
export function lackOf({ report, value }: Figure): 'unread' | 'lost' | undefined {
  if (value.status !== 'absent') return undefined;
  const doubts = doubtsOn(report, [value.reading]);
  if (doubts.length === 0) return undefined;
  return doubts.every(({ code }) => notThere.has(code)) ? 'lost' : 'unread';
}

/** Parts of a sum that the report should have and that were not read. */
export function missingParts({ report, parts, value }: Figure): string[] {
  if (!catalogue().sums.has(value.reading) || value.value !== null) return [];
  const inForm = (id: string) =>
    report.edition === 'mixed' || catalogue().fields.get(id)?.editions.includes(report.edition);
  const absent = parts.filter((part) => part.status === 'absent' && inForm(part.reading));
  return absent.length < parts.length ? absent.map((part) => part.reading) : [];
}

/** The form has no such row; or it has, and the row was not found or could not be read for certain. */
export function absentText(figure: Figure, { say }: Task): string {
  const { reading } = figure.value;
  if (missingParts(figure).length > 0)
    return say('合计不全，没有相加', 'Rows are missing, so there is no sum');
  if (reading.startsWith('rates.')) {
    const doubtful =
      doubtsOn(
        figure.report,
        figure.parts.map((part) => part.reading),
      ).length > 0;
    return doubtful
      ? say('计算所需的格没有读准，无法计算', 'Cells it needs could not be read for certain')
      : say('该年报没有计算所需的栏目', 'The report lacks the rows this is computed from');
  }
  const lack = lackOf(figure);
  if (lack === 'unread')
    return say('这一格没有读准，没有采用数字', 'The cell could not be read for certain: no figure is given');
  return lack === 'lost'
    ? say('年报里没有找到这一行', 'The row was not found in the report')
    : say('该年报没有这一栏', 'The report has no such row');
}

/** What is printed in a cell where a figure should stand: 见附件. */
export function wordsInstead(report: Report, id: string): string | undefined {
  const unreadable = doubtsOn(report, [id]).some(({ code }) => code === 'value-unreadable');
  return unreadable ? report.readings[id]?.raw : undefined;
}

/** A doubt as it is told: what was wrong, and the row as it stands in the report, for everybody to judge. */
export function doubtText({ message, raw, place }: Warning, { say }: Pick<Task, 'say'>): string {
  const where = place ? placeText(place, say) : '';
  if (!raw) return `${message}${where ? say(`（${where}）`, ` (${where})`) : ''}`;
  const words = clip(rowText(oneLine(raw)), 80);
  return `${message}\n   ${say('原文', 'As printed')}「${words}」${where ? say(`（${where}）`, ` (${where})`) : ''}`;
}

/** Below a figure: what was doubtful when it was read, each doubt once. */
export function doubtNotes(figure: Figure, task: Task): AnswerBlock[] {
  const ids = [figure.value.reading, ...figure.parts.map((part) => part.reading)];
  const lead = task.say('读取时有疑问：', 'Doubt when read: ');
  const doubts = doubtsOn(figure.report, ids);
  const lost = missingParts(figure).map((id) => short(id, task.query.language));
  const lacking = lost.join(task.say('、', ', '));
  return [
    ...(lacking ? [task.say(`没有读到：${lacking}。`, `Not read: ${lacking}.`)] : []),
    ...doubts.slice(0, 2).map((doubt) => `${lead}${doubtText(doubt, task)}`),
  ].map((text) => ({ kind: 'note', text }));
}
