import type { FileOutcome } from '../../../src/app/ingesting.ts';
import type { Desk } from '../desk.ts';
import { TelegramTrouble } from '../port/trouble.ts';
import type { FileInfo } from '../port/types.ts';
import type { Speaker } from '../speaker.ts';
import { type Say, sayFor } from '../texts/say.ts';
import { fetchFile, notFetched } from './fetching.ts';
import { openSheet, showSheet } from './sheet.ts';

const PROGRESS_MS = 2000;
const severities = {
  error: 'alerts.foundError',
  warning: 'alerts.foundWarning',
  notice: 'alerts.foundNotice',
} as const;
const SHOWN = 3;

/** Takes in one file and tells what became of it, in the message that tells of the files sent with it. */
export async function feed(desk: Desk, speaker: Speaker, document: FileInfo): Promise<void> {
  const say = sayFor(desk, speaker.place.chat);
  const name = document.file_name ?? say('alerts.unnamedFile');
  const sheet = await openSheet(desk, speaker, say('alerts.reading', { name }));
  const line = sheet.lines.length - 1;
  let shownAt = Date.now();
  const progress = (count: number) => {
    if (Date.now() - shownAt < PROGRESS_MS) return;
    shownAt = Date.now();
    sheet.lines[line] = say('alerts.readSoFar', { name, count });
    showSheet(desk, speaker, sheet).catch((error: unknown) =>
      desk.log.debug({ err: error }, 'progress could not be shown'),
    );
  };
  sheet.lines[line] = await outcomeOf(desk, document, { name, say, progress });
  sheet.at = Date.now();
  await showSheet(desk, speaker, sheet);
}

interface Telling {
  name: string;
  say: Say;
  progress(count: number): void;
}

async function outcomeOf(desk: Desk, document: FileInfo, { name, say, progress }: Telling): Promise<string> {
  try {
    const bytes = await fetchFile(desk, document);
    let done = 0;
    const onFile = () => progress(++done);
    const { files } = await desk.app.ingestUpload({ name, bytes }, { onFile });
    return files.map((file) => told(desk, file, say)).join('\n\n') || say('alerts.nothingInIt', { name });
  } catch (error) {
    if (!(error instanceof TelegramTrouble)) throw error;
    return say('alerts.notTaken', { name, reason: notFetched(error, say) });
  }
}

/** One file: what it is, what was doubtful in reading it, what does not add up in it. */
function told(desk: Desk, outcome: FileOutcome, say: Say): string {
  const { path, status, agency, year, reportId, warnings, error } = outcome;
  const mark = say(`alerts.${status}`);
  if (error) return say('alerts.refusal', { mark, path, reason: error.message });
  const of = { agency: agency ?? '', year: year ?? '' };
  const findings = reportId ? desk.app.findings(reportId) : [];
  const serious = findings.filter(({ severity }) => severity !== 'notice');
  const more = (all: readonly unknown[]) => all.length - SHOWN;
  return [
    say('alerts.outcome', { mark, ...of }),
    ...warnings.slice(0, SHOWN).map(({ message }) => say('alerts.warning', { message })),
    ...(more(warnings) > 0 ? [say('alerts.moreWarnings', { count: more(warnings) })] : []),
    ...serious.slice(0, SHOWN).map(({ severity, message }) => say(severities[severity], { message })),
    ...(more(serious) > 0 ? [say('alerts.moreFindings', { count: more(serious), ...of })] : []),
  ].join('\n');
}
