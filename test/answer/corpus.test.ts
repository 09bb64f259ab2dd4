import { describe, expect, it } from 'vitest';
import { renderTelegram } from '../../bot/render/telegram.ts';
import { answer } from '../../src/answer/answer.ts';
import type { AnswerTools } from '../../src/answer/task.ts';
import type { Answer } from '../../src/model/answer.ts';
import { readQuestions, runQuestion } from '../corpus/corpus.ts';
import { fictionalLibrary } from '../support/fictional-library.ts';

const { library } = fictionalLibrary();
const tools: AnswerTools = { audit: (report) => report.findings };
const answers = readQuestions().map((line) => answer(runQuestion(line).query, line.question, library, tools));

/** Questions of the corpus whose answer breaks a law that holds for every answer. */
function breaking(law: (one: Answer) => boolean): string[] {
  return answers
    .filter((one) => !law(one))
    .map((one) => `${one.question} → ${one.kind}: ${one.text.slice(0, 200)}`);
}

describe('the answer to every question of the corpus', () => {
  it('can be read: no piece of the program shows', () => {
    expect(breaking(({ text }) => text.trim() !== '' && !/undefined|NaN|null|\[object/.test(text))).toEqual(
      [],
    );
  });

  it('cites every number, or names the reports it rests on', () => {
    const supported = ({ values, reports }: Answer) =>
      values.every(
        (value) =>
          value.value === null ||
          (value.citation ? value.citation.reportId !== '' : reports.length > 0 || value.value === 0),
      );
    expect(breaking(supported)).toEqual([]);
  });

  it('prints what is held and nothing else', () => {
    const printed = ({ values }: Answer) =>
      values
        .filter((value) => value.status === 'reported' || value.status === 'blank')
        .every(({ citation, reading, value, status }) => {
          const cell = citation && library.report(citation.reportId)?.readings[reading];
          return status === 'blank' ? value === null : cell?.value === value && cell.status === 'reported';
        });
    expect(breaking(printed)).toEqual([]);
  });

  it('has no figure where it says that it has none', () => {
    const empty = ({ kind, values }: Answer) =>
      !['clarify', 'not-held', 'not-understood', 'help'].includes(kind) || values.length === 0;
    expect(breaking(empty)).toEqual([]);
  });

  it('fits into messages', () => {
    expect(
      breaking((one) => renderTelegram(one).every(({ plain }) => plain.length > 0 && plain.length <= 4096)),
    ).toEqual([]);
  });

  it('quotes passages that stand in the report', () => {
    const flat = (text: string) => text.replace(/\s/g, '');
    const verbatim = ({ passages }: Answer) =>
      passages.every(({ reportId, text }) => {
        const report = library.report(reportId);
        const words = [
          ...(report?.sections.flatMap((section) => section.paragraphs) ?? []),
          ...(report?.problems ?? []),
          ...(report?.improvements ?? []),
          ...(report?.contact ? [report.contact] : []),
        ];
        const quoted = flat(text).replace(/^…|…$/g, '');
        return words.some((paragraph) => flat(paragraph.text).includes(quoted));
      });
    expect(breaking(verbatim)).toEqual([]);
  });
});
