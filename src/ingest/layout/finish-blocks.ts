import type { Block } from '../../model/document.ts';
import { splitAtHeadings } from './heading-rows.ts';
import { typedTables } from './typed-tables.ts';

/** What markup needs once its blocks are known: typed tables become grids, headings come out of tables. */
export function finishBlocks(blocks: readonly Block[]): Block[] {
  return typedTables(blocks).flatMap((block) =>
    block.kind === 'grid' && block.grid.exact ? splitAtHeadings(block) : [block],
  );
}
