import type { Place } from '../model/document.ts';
import type { Report, SectionNumber } from '../model/report.ts';

/** A piece of a report's text that is found and quoted as one. */
export interface Passage extends Place {
  text: string;
  /** Agency and heading: searched too, with lower weight. */
  context: string;
  section: SectionNumber;
}

/** A chat message and an eye take in about this much; longer paragraphs are cut at sentences. */
const LONGEST = 200;
/** A sentence shorter than this says nothing alone (一是加强学习。) and stays with its neighbour. */
const SHORTEST = 40;

/** The running text of a report, cut for finding and quoting. The order is fixed: a passage is known by its position. */
export function passagesOf(report: Pick<Report, 'agency' | 'sections'>): Passage[] {
  return report.sections.flatMap((section) => {
    const context = `${report.agency.name} ${section.heading}`.trim();
    return section.paragraphs.flatMap((paragraph) =>
      cut(paragraph.text).map((text) => ({ text, context, section: section.number, ...paragraph.place })),
    );
  });
}

/** Cuts a paragraph into runs of whole sentences; a sentence that is too long by itself, at its commas. */
export function cut(text: string): string[] {
  const whole = text.trim();
  if (whole.length <= LONGEST) return whole ? [whole] : [];
  return join(split(whole, /(?<=[。！？；!?;])/).flatMap((sentence) => bounded(sentence)));
}

function bounded(sentence: string): string[] {
  if (sentence.length <= LONGEST) return [sentence];
  return join(split(sentence, /(?<=[，、,：:])/).flatMap((part) => slices(part)));
}

function slices(part: string): string[] {
  const out: string[] = [];
  for (let at = 0; at < part.length; at += LONGEST) out.push(part.slice(at, at + LONGEST));
  return out;
}

function split(text: string, at: RegExp): string[] {
  return text.split(at).filter((piece) => piece.trim() !== '');
}

/** Joins neighbours while they stay short together. */
function join(pieces: string[]): string[] {
  const out: string[] = [];
  for (const piece of pieces) {
    const last = out.at(-1);
    const small = last !== undefined && (last.length < SHORTEST || piece.length < SHORTEST);
    if (
      last !== undefined &&
      (small || last.length + piece.length <= LONGEST / 2) &&
      last.length + piece.length <= LONGEST
    )
      out[out.length - 1] = last + piece;
    else out.push(piece);
  }
  return out.map((piece) => piece.trim());
}
