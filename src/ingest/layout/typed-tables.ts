import type { Block, Place } from '../../model/document.ts';
import { linesToBlocks } from '../decode/text.ts';

/** A tab between a number and its heading or item draws no column. */
const tabAfterNumber =
  /^(\s*(?:第?[一二三四五六七八九十]+[部分]*[、.．]?|[（(][一二三四五六七八九十\d]+[）)]|\d{1,2}[.．、)）]))\t+/;

/**
 * Tables that were typed with tabs instead of drawn: where neighbouring paragraphs hold tabs they are read as
 * lines of text are, so that rows become a grid whose columns may have slipped.
 */
export function typedTables(blocks: readonly Block[]): Block[] {
  const read: Block[] = [];
  let run: Extract<Block, { kind: 'paragraph' }>[] = [];
  const flush = () => {
    read.push(...(run.some(({ text }) => text.includes('\t')) ? asLines(run) : run));
    run = [];
  };
  for (const block of blocks) {
    if (block.kind === 'paragraph') run.push({ ...block, text: block.text.replace(tabAfterNumber, '$1') });
    else {
      flush();
      read.push(block);
    }
  }
  flush();
  return read;
}

function asLines(run: readonly Extract<Block, { kind: 'paragraph' }>[]): Block[] {
  const text = run.map((paragraph) => paragraph.text.replaceAll('\n', ' ')).join('\n');
  const placed = (place: Place): Place => run[(place.line ?? 1) - 1]?.place ?? place;
  return linesToBlocks(text).map((block): Block => {
    const place = placed(block.place);
    if (block.kind === 'paragraph') return { ...block, place };
    const cells = block.grid.cells.map((cell) => ({ ...cell, place: placed(cell.place) }));
    return { ...block, grid: { ...block.grid, cells }, place };
  });
}
