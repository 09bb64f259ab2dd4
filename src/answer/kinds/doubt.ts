import type { AnswerBlock, AnswerFinding } from '../../model/answer.ts';
import { openReport, restingOn, tookYear } from '../common.ts';
import { doubtsOn, doubtText, lackOf } from '../doubts.ts';
import { type Figure, figureOf } from '../figures.ts';
import { spoken } from '../names.ts';
import { noted } from '../noted.ts';
import { oneLine, placeText } from '../places.ts';
import { select } from '../selection.ts';
import type { Draft, Task } from '../task.ts';
import { headlineText, quotation, sentence } from '../telling.ts';
import { missingNote } from '../told.ts';
import { foundIn } from './audit-findings.ts';
import { noReports } from './not-held.ts';

/** Reports whose figures are gone into one by one. */
const most = 3;

/** 这个数可靠吗, 为什么没有这个数: how a figure was read, what the checks say of it, and where it stands. */
export function doubtSheet(task: Task): Draft {
  const { query, library } = task;
  const selection = select(task);
  if (selection.rows.length === 0) return noReports(task, selection);
  const reports = selection.rows.slice(0, most).map((row) => openReport(library, row));
  const sheets = reports.flatMap((report) => {
    const findings = foundIn(task, report);
    return query.readings.map((id) => ofFigure(task, figureOf(report, id), findings));
  });
  return {
    ...restingOn(reports),
    readings: query.readings,
    values: sheets.map(({ figure }) => figure.value),
    findings: sheets.flatMap(({ findings }) => findings),
    blocks: [...sheets.flatMap(({ blocks }) => blocks), ...missingNote(task, selection.missing)],
    ...tookYear(task, selection),
  };
}

interface Sheet {
  figure: Figure;
  findings: AnswerFinding[];
  blocks: AnswerBlock[];
}

function ofFigure(task: Task, figure: Figure, all: readonly AnswerFinding[]): Sheet {
  const { report, value, parts } = figure;
  const ids = [value.reading, ...parts.map((part) => part.reading)];
  const findings = all.filter(
    (finding) => finding.severity !== 'notice' && finding.readings.some((id) => ids.includes(id)),
  );
  const doubts = doubtsOn(report, ids);
  const items = [
    ...doubts.map((doubt) => doubtText(doubt, task)),
    ...findings.map((finding) => noted(finding, task)),
  ];
  const list: AnswerBlock[] = items.length ? [{ kind: 'list', items, ordered: items.length > 1 }] : [];
  const blocks: AnswerBlock[] = [
    { kind: 'headline', text: verdict(task, figure, doubts.length, findings) },
    { kind: 'text', text: sentence(figure, task) },
    ...list,
    ...alsoSaid(task, figure),
    ...quotation(figure, task),
  ];
  return { figure, findings, blocks };
}

function verdict(task: Task, figure: Figure, doubts: number, findings: readonly AnswerFinding[]): string {
  const { say } = task;
  const { value } = figure;
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  if (value.value === null) return nothingRead(task, figure);
  if (doubts > 0) return say('读取时有疑问，请对照原文', 'Doubtful when read: compare the report');
  if (errors > 0)
    return say(
      `读到的就是印的数，但和别的数对不上（${errors}处）`,
      `Read as printed, but it contradicts other figures (${errors})`,
    );
  if (findings.length > 0)
    return say('读到的就是印的数，核对时有提示', 'Read as printed; the checks have a note');
  return say(
    '没有发现疑问：读取时没有疑问，核对没有发现对不上',
    'No doubt: nothing doubtful when read, and no contradiction found',
  );
}

/** Blank is not zero; not read is not blank; and what the form does not have is none of them. */
function nothingRead(task: Task, figure: Figure): string {
  const { say } = task;
  const raw = oneLine(figure.report.readings[figure.value.reading]?.raw ?? '');
  if (figure.value.status === 'blank' && figure.parts.length === 0)
    return raw
      ? say(
          `年报这一格印的是“${raw}”，没有填数，不等于 0`,
          `The cell has “${raw}”, no number; that is not zero`,
        )
      : say('年报这一格是空白，没有填数，不等于 0', 'The cell is blank; that is not zero');
  if (lackOf(figure) === 'lost')
    return say('年报里没有找到这一行，所以没有数', 'The row was not found in the report');
  return headlineText(figure, task);
}

/** The running text agrees: worth more than any check of ours. */
function alsoSaid({ say, query }: Task, { report, value }: Figure): AnswerBlock[] {
  const said = report.claims.find((claim) => claim.about === value.reading);
  if (!said) return [];
  const where = placeText(said.place, say);
  const same = said.value === value.value;
  const what = spoken(value.reading, query.language);
  const told = `「${oneLine(said.text)}」${where ? say(`（${where}）`, ` (${where})`) : ''}`;
  return [
    {
      kind: 'text',
      text: same
        ? say(`正文也这样写：${told}`, `The text says the same: ${told}`)
        : say(`正文写的${what}：${told}`, `The text says of it: ${told}`),
    },
  ];
}
