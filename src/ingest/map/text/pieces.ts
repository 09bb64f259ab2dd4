import type { Paragraph, Place } from '../../../model/document.ts';
import { type Ordinal, ordinalAt } from './ordinals.ts';

/** A sentence, or the part of one that carries a numbering of its own. */
export interface Piece {
  /** Without its numbering, with its punctuation. */
  text: string;
  /** The same with the numbering. */
  printed: string;
  ordinal: Ordinal | undefined;
  /** It opens a paragraph. */
  opens: boolean;
  /** It is all of its paragraph. */
  alone: boolean;
  place: Place;
}

/** Where a sentence may end, or a numbered item begin inside one. */
const END =
  /[。！？!?](?=[^”’」』）)])|[。！？!?][”’」』）)]*|[；;：:，,、.．)）]|(?<=[\u3400-\u9fff])(?=[①-⑳])/g;

/** No paragraph is longer; what is, is no prose and is not worth the time. */
const LONGEST = 20_000;

export function piecesOf(paragraphs: readonly Paragraph[], isLead: (text: string) => boolean): Piece[] {
  return paragraphs.flatMap((paragraph) => split(paragraph, isLead));
}

function split(paragraph: Paragraph, isLead: (text: string) => boolean): Piece[] {
  const text = paragraph.text.slice(0, LONGEST);
  const parts: string[] = [];
  let start = 0;
  for (const match of text.matchAll(END)) {
    const end = match.index + match[0].length;
    if (end < text.length && end > start && breaksAfter(text.slice(start, end), text.slice(end), isLead)) {
      parts.push(text.slice(start, end));
      start = end;
    }
  }
  parts.push(text.slice(start));
  const filled = parts.filter((part) => /[\u3400-\u9fffA-Za-z\d]/.test(part));
  return filled.map((part, i) => piece(part, paragraph.place, i === 0, filled.length === 1));
}

/** …不足，2024年将加强培训: within the sentence it turns to what will be done. */
const plan = /^\s*(?:20\d\d年(?:度)?[^，。；]{0,10}(?:将|拟|计划)|(?:下一步|下步|今后)[^。；]{0,12}将)/;

/** 针对存在问题，2025年我们将…: begins the sentence that the plan goes on with. */
const opening = /^\s*(?:针对|对照|对于|围绕|根据|结合|为此|因此|对此|鉴于|下一步|下步|今后)[^，,。；]*[，,]$/;

function breaksAfter(before: string, after: string, isLead: (text: string) => boolean): boolean {
  if (bareOrdinal(before)) return false;
  if (/[。！？!?][”’」』）)]*$/.test(before)) return true;
  // A full stop of half width ends a sentence behind a Chinese word.
  if (/[\u3400-\u9fff]\.$/.test(before)) return true;
  const next = ordinalAt(after.trimStart());
  // After a comma only 一是 and ① begin an item: numbers stand inside sentences too, unless they count on.
  if (/[，,、]$/.test(before)) {
    const own = ordinalAt(before.trimStart());
    const counts = own && own.style === next?.style && own.number + 1 === next.number;
    const plans = plan.test(after) && !opening.test(before);
    return counts || plans || next?.style === 'is' || next?.style === 'circled';
  }
  if (/[；;：:]$/.test(before)) return next !== undefined || (/[：:]$/.test(before) && isLead(before));
  return next?.style === 'circled' && !/[.．)）]$/.test(before);
}

function bareOrdinal(text: string): boolean {
  return ordinalAt(text.trim())?.length === text.trim().length;
}

function piece(part: string, place: Place, opens: boolean, alone: boolean): Piece {
  const printed = part.trim();
  const ordinal = ordinalAt(printed);
  return { text: printed.slice(ordinal?.length ?? 0), printed, ordinal, opens, alone, place };
}
