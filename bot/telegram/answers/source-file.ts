import type { Report } from '../../../src/model/report.ts';
import { reportSheet } from '../../cli/report-sheet.ts';
import type { Desk } from '../desk.ts';
import { type Attachment, plainWords, type Words } from '../port/port.ts';
import type { Say } from '../texts/say.ts';

/**
 * The file a report was read from, to the byte. Where it was not kept all that was read from it is given instead, and
 * it is said so.
 * @throws {ArchiveError} when what is kept is damaged
 */
export function sourceFile({ app }: Desk, report: Report, say: Say): { file: Attachment; caption: Words } {
  const { title } = report;
  const kept = app.sourceFile(report.id);
  if (kept) return { file: kept, caption: plainWords(say('answers.fileKept', { title })) };
  const view = app.view(report.id);
  return {
    file: {
      name: `${report.agency.name}-${report.year}.txt`,
      bytes: Buffer.from(view ? reportSheet(view) : ''),
    },
    caption: plainWords(say('answers.fileNotKept', { title })),
  };
}
