import type { FileOutcome } from '../../../src/app/ingesting.ts';
import { replying } from '../answers/answering.ts';
import type { Desk } from '../desk.ts';
import { plainWords } from '../port/port.ts';
import { TelegramTrouble } from '../port/trouble.ts';
import type { FileInfo } from '../port/types.ts';
import type { Speaker } from '../speaker.ts';
import { fetchFile, notFetched } from './documents.ts';

/** Files that come within so long of each other are told of in one message: an album, a handful. */
const TOGETHER_MS = 60_000;
const PROGRESS_MS = 2000;
const marks = {
  added: '✅ 已收录',
  updated: '🔄 已更新',
  unchanged: '☑️ 无变化',
  rejected: '❌ 未收录',
} as const;
const severities = { error: '错误', warning: '提醒', notice: '提示' } as const;
const SHOWN = 3;

interface Sheet {
  message: number;
  lines: string[];
  at: number;
}

const sheets = new WeakMap<Desk, Map<string, Sheet>>();

/** Takes in one file and tells what became of it, in the message that tells of the files sent with it. */
export async function feed(desk: Desk, speaker: Speaker, document: FileInfo): Promise<void> {
  const name = document.file_name ?? '未命名';
  const sheet = await openSheet(desk, speaker, `⏳ ${name}：正在读取……`);
  const line = sheet.lines.length - 1;
  let shownAt = Date.now();
  const progress = (done: number) => {
    if (Date.now() - shownAt < PROGRESS_MS) return;
    shownAt = Date.now();
    sheet.lines[line] = `⏳ ${name}：已读 ${done} 份……`;
    show(desk, speaker, sheet).catch((error: unknown) =>
      desk.log.debug({ err: error }, 'progress could not be shown'),
    );
  };
  sheet.lines[line] = await outcomeOf(desk, document, name, progress);
  sheet.at = Date.now();
  await show(desk, speaker, sheet);
}

async function outcomeOf(
  desk: Desk,
  document: FileInfo,
  name: string,
  progress: (done: number) => void,
): Promise<string> {
  try {
    const bytes = await fetchFile(desk, document);
    let done = 0;
    const onFile = () => progress(++done);
    const { files } = await desk.app.ingestUpload({ name, bytes }, { onFile });
    return files.map((file) => told(desk, file)).join('\n\n') || `❌ ${name}：没有可以收录的内容`;
  } catch (error) {
    if (error instanceof TelegramTrouble) return `❌ ${name}：${notFetched(error)}`;
    throw error;
  }
}

/** One file: what it is, what was doubtful in reading it, what does not add up in it. */
function told(desk: Desk, { path, status, agency, year, reportId, warnings, error }: FileOutcome): string {
  if (error) return `${marks[status]}：${path}\n${error.message}`;
  const findings = reportId ? desk.app.findings(reportId) : [];
  const serious = findings.filter(({ severity }) => severity !== 'notice');
  return [
    `${marks[status]}：${agency} ${year}年`,
    ...warnings.slice(0, SHOWN).map(({ message }) => `读取提醒：${message}`),
    ...(warnings.length > SHOWN ? [`另有 ${warnings.length - SHOWN} 条读取提醒`] : []),
    ...serious.slice(0, SHOWN).map(({ severity, message }) => `核查${severities[severity]}：${message}`),
    ...(serious.length > SHOWN
      ? [`另有 ${serious.length - SHOWN} 条核查结果，用 /audit ${agency} ${year} 查看`]
      : []),
  ].join('\n');
}

async function openSheet(desk: Desk, speaker: Speaker, line: string): Promise<Sheet> {
  const open = sheets.get(desk) ?? new Map<string, Sheet>();
  sheets.set(desk, open);
  const key = `${speaker.place.chat}:${speaker.place.topic ?? ''}:${speaker.user}`;
  const known = open.get(key);
  if (known && Date.now() - known.at < TOGETHER_MS && textOf(known).length < 3000) {
    known.lines.push(line);
    await show(desk, speaker, known);
    return known;
  }
  const sent = await desk.port.send(speaker.place, plainWords(line), replying(speaker));
  const sheet = { message: sent.message_id, lines: [line], at: Date.now() };
  open.set(key, sheet);
  return sheet;
}

async function show(desk: Desk, speaker: Speaker, sheet: Sheet): Promise<void> {
  await desk.port.edit(speaker.place.chat, sheet.message, plainWords(textOf(sheet)));
}

function textOf({ lines }: Sheet): string {
  return lines.join('\n\n').slice(0, 4000);
}
