import type { Block, Format, SourceDocument } from '../../model/document.ts';
import { alignedCells } from './aligned-rows.ts';
import { hasFigures } from './aligned-tokens.ts';
import { barBlocks, type Line } from './bar-cells.ts';
import { decodeCharset } from './charset.ts';
import { isSeparatorRow, pipeCells, plainMarkdown } from './markdown.ts';
import { type Row, rowsToGrid } from './row-grid.ts';
import { commaCells, isPageNumber, tabCells } from './text-rows.ts';

/**
 * Plain text and Markdown: every line is a paragraph; runs of lines that are rows (tabs, pipes, commas, columns
 * drawn with spaces) are grids whose columns may have slipped. Lines count from 1.
 */
export function decodeText(bytes: Uint8Array, fileName: string): SourceDocument {
  const { text } = decodeCharset(bytes);
  const format: Format =
    /\.(?:md|markdown)$/i.test(fileName) || /^[ \t]*\|.*\|[ \t]*\r?$/m.test(text) ? 'md' : 'txt';
  return { format, blocks: linesToBlocks(text), warnings: [] };
}

/** `---------- ----------`, `+=====+=====+`: drawn between the rows of a table; its dashes are no cells. */
function isRule(line: string): boolean {
  const dashes = line.match(/[-=_─━]+/g);
  return dashes !== null && /^[-=_─━+\s]+$/.test(line) && dashes.every((run) => run.length >= 5);
}

export function linesToBlocks(text: string): Block[] {
  const lines = text
    .split(/\r\n|[\n\r\f\v\u2028\u2029]/)
    .map((line, i) => ({ text: isRule(line) ? '' : line, number: i + 1 }));
  const barred = lines.some(({ text }) => text.includes('|'));
  const blocks: Block[] = [];
  const tried = { until: 0 };
  let at = 0;
  while (at < lines.length) {
    const bars = barred && barBlocks(lines, at);
    if (bars) {
      blocks.push(...bars.blocks);
      at = bars.end;
      continue;
    }
    const run = readRun(lines, at, tried);
    if (run) {
      blocks.push(gridBlock(run.rows));
      at = run.end;
      continue;
    }
    const line = lines[at++];
    const plain = line && plainMarkdown(line.text);
    if (line && plain) blocks.push({ kind: 'paragraph', text: plain, place: { line: line.number } });
  }
  return blocks;
}

function gridBlock(rows: Row[]): Block {
  return { kind: 'grid', grid: rowsToGrid(rows), place: { line: rows[0]?.line ?? 1 } };
}

type RowReader = (text: string, inside: boolean) => string[] | undefined;
const readers: { cells: RowReader; leastRows: number }[] = [
  { cells: (text) => pipeCells(text), leastRows: 2 },
  { cells: tabCells, leastRows: 2 },
  { cells: (text) => commaCells(text), leastRows: 3 },
];

interface Run {
  rows: Row[];
  end: number;
}

function readRun(lines: Line[], start: number, tried: { until: number }): Run | undefined {
  for (const reader of readers) {
    const run = collect(lines, start, reader.cells);
    const enough = run.rows.length >= reader.leastRows || (run.rows[0]?.cells.length ?? 0) > 3;
    if (run.rows.length && enough) return run;
  }
  return alignedRun(lines, start, tried);
}

const withoutBold = (text: string) => text.replaceAll('**', '');

/** What was bold begins where its marks began, and nothing behind it moves. */
const boldInPlace = (text: string) =>
  withoutBold(text.replace(/\*\*([^\s*](?:[^*]*[^\s*])?)\*\*/g, '$1    '));

/** Empty lines and page numbers do not end a run; a lone number stays as a row, since it may be a torn cell. */
function collect(lines: Line[], start: number, read: RowReader, clean = withoutBold): Run {
  const rows: Row[] = [];
  let end = start;
  for (let i = start; i < lines.length; i++) {
    const line = lines[i];
    if (!line) break;
    const text = clean(line.text);
    const cells = read(text, rows.length > 0);
    if (cells) {
      if (!isSeparatorRow(cells)) rows.push({ cells, line: line.number });
      end = i + 1;
    } else if (!rows.length || !(text.trim() === '' || isPageNumber(text))) break;
  }
  return { rows, end };
}

const drawn = /\S(?: {2,}|\u3000+)\S/;

/** Longer runs of lines are tried once, not from each of their lines again: only their ends may be a table. */
const longestTable = 80;

/** Columns drawn with spaces, as `pdftotext -layout` prints them: at least three rows of several numbers. */
function alignedRun(lines: Line[], start: number, tried: { until: number }): Run | undefined {
  if (start < tried.until || !drawn.test(lines[start]?.text ?? '')) return undefined;
  const read = (text: string) => (drawn.test(text) || /^\s{8,}\S{1,30}$/.test(text) ? [text] : undefined);
  const run = collect(lines, start, read, boldInPlace);
  const rows = alignedCells(run.rows, goesOn(lines, run.end));
  if (!rows) tried.until = run.end - longestTable;
  return rows && { rows, end: run.end };
}

const farthest = 6;

/** Behind a line of text come more rows of figures: what the header says of these rows it cannot say of those. */
function goesOn(lines: Line[], end: number): boolean {
  const next = lines.slice(end, end + farthest).find(({ text }) => drawn.test(text));
  return next !== undefined && hasFigures(boldInPlace(next.text));
}
