import type { AnswerBlock } from '../../model/answer.ts';
import { openReport, restingOn, tookYear } from '../common.ts';
import { doubtsOn } from '../doubts.ts';
import { figureOf } from '../figures.ts';
import { placeText, titleOf } from '../places.ts';
import { select } from '../selection.ts';
import type { Draft, Task } from '../task.ts';
import { quotation, sentence } from '../telling.ts';
import { noReports } from './not-held.ts';

const most = 3;

/** 原件在哪一页: the place of a figure in the file it was read from. */
export function placed(task: Task): Draft {
  const { query, library, say } = task;
  const selection = select(task);
  if (selection.rows.length === 0) return noReports(task, selection);
  const reports = selection.rows.slice(0, most).map((row) => openReport(library, row));
  const figures = reports.flatMap((report) => query.readings.map((id) => figureOf(report, id)));
  const blocks = figures.flatMap((figure): AnswerBlock[] => {
    const { report, value } = figure;
    const [doubt] = doubtsOn(report, [value.reading]);
    const own = value.citation ? placeText(value.citation, say) : '';
    const where = own || (doubt?.place ? placeText(doubt.place, say) : '');
    const file = report.source.file.split(/[\\/]/).at(-1) ?? report.source.file;
    const pages =
      value.citation?.page === undefined && (value.citation?.line ?? doubt?.place?.line) !== undefined;
    return [
      { kind: 'headline', text: where || say('没有读到它的位置', 'Its place is not known') },
      { kind: 'text', text: say(`原件：${file}，${titleOf(report)}`, `File: ${file}, ${titleOf(report)}`) },
      { kind: 'text', text: sentence(figure, task) },
      ...(pages
        ? [
            {
              kind: 'note' as const,
              text: say('这种文件不分页，按行数。', 'The file has no pages: lines are counted.'),
            },
          ]
        : []),
      ...quotation(figure, task),
    ];
  });
  return {
    ...restingOn(reports),
    readings: query.readings,
    values: figures.map(({ value }) => value),
    blocks,
    ...tookYear(task, selection),
  };
}
