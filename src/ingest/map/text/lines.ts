import type { Block, Place, SourceDocument } from '../../../model/document.ts';
import { compact, joinSpaces } from './plain.ts';
import { problemTableLines } from './problem-table.ts';

/** A printed line or paragraph outside the official tables, white space tidied. */
export interface TextLine {
  text: string;
  /** For matching, see `compact`. */
  flat: string;
  place: Place;
  /** A row of some table: never joined with its neighbours. */
  row: boolean;
  /** An official table stands between this line and the one before. */
  afterTable: boolean;
}

const PAGE_NUMBER = /^[-—–－_·.\s]*(?:第?\d{1,3}页?|第?\d{1,3}页?[/／共]+\d{1,3}页?)[-—–－_·.\s]*$/;

/** The running text of a document: table blocks, page numbers and running heads are left out. */
export function textLines(document: SourceDocument, tableBlocks: ReadonlySet<Block>): TextLine[] {
  const lines: TextLine[] = [];
  let afterTable = false;
  for (const block of document.blocks) {
    if (tableBlocks.has(block)) {
      afterTable = true;
      continue;
    }
    for (const line of linesOf(block)) {
      if (!line.flat || PAGE_NUMBER.test(line.flat)) continue;
      lines.push({ ...line, afterTable });
      afterTable = false;
    }
  }
  return withoutRunningHeads(lines);
}

function linesOf(block: Block): TextLine[] {
  if (block.kind === 'paragraph')
    return block.text.split('\n').map((text) => toLine(text, block.place, false));
  const told = problemTableLines(block.grid);
  if (told) return told.map((text) => toLine(text, { ...block.place }, true));
  const rows = new Map<number, string[]>();
  for (const { row, text } of block.grid.cells) {
    const texts = rows.get(row);
    if (texts) texts.push(text);
    else rows.set(row, [text]);
  }
  // A grid with a single column is only a frame around text.
  const frame = block.grid.columns <= 1;
  return [...rows.values()].flatMap((cells) => {
    const text = cells.filter((cell) => cell.trim()).join(' ');
    return (frame ? text.split('\n') : [text]).map((t) => toLine(t, block.place, !frame));
  });
}

function toLine(text: string, place: Place, row: boolean): TextLine {
  return { text: joinSpaces(text), flat: compact(text), place, row, afterTable: false };
}

/** A short line that comes back on three pages or more is the head or foot of the page; its first stays. */
function withoutRunningHeads(lines: TextLine[]): TextLine[] {
  const pages = new Map<string, Set<number>>();
  for (const { flat, place } of lines) {
    if (place.page === undefined || flat.length > 50) continue;
    pages.set(flat, (pages.get(flat) ?? new Set()).add(place.page));
  }
  const seen = new Set<string>();
  return lines.filter(({ flat }) => {
    if ((pages.get(flat)?.size ?? 0) < 3) return true;
    const first = !seen.has(flat);
    seen.add(flat);
    return first;
  });
}
