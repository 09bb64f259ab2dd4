import { replying } from '../answers/replying.ts';
import type { Desk } from '../desk.ts';
import { plainWords } from '../port/port.ts';
import type { Sheet } from '../records.ts';
import { type Speaker, talkOf } from '../speaker.ts';

/** Files that come within so long of each other are told of in one message: an album, a handful. */
const TOGETHER_MS = 60_000;
const LONGEST = 4000;
/** A sheet longer than this gets no more lines. */
const FULL = 3000;

/** A new line on the sheet there is, or on a new one. */
export async function openSheet(desk: Desk, speaker: Speaker, line: string): Promise<Sheet> {
  const key = talkOf(speaker);
  const known = desk.sheets.get(key);
  if (known && Date.now() - known.at < TOGETHER_MS && textOf(known).length < FULL) {
    known.lines.push(line);
    await showSheet(desk, speaker, known);
    return known;
  }
  const sent = await desk.port.send(speaker.place, plainWords(line), replying(speaker));
  const sheet = { message: sent.message_id, lines: [line], at: Date.now() };
  desk.sheets.set(key, sheet);
  return sheet;
}

export async function showSheet(desk: Desk, speaker: Speaker, sheet: Sheet): Promise<void> {
  await desk.port.edit(speaker.place.chat, sheet.message, plainWords(textOf(sheet)));
}

function textOf({ lines }: Sheet): string {
  return lines.join('\n\n').slice(0, LONGEST);
}
