import type { SourceDocument } from '../../model/document.ts';
import { IngestError } from '../errors.ts';
import { finishBlocks } from '../layout/finish-blocks.ts';
import { paragraphBlocks } from '../layout/word-tables.ts';
import type { Limits } from '../limits.ts';
import { binaryParagraphs } from './doc/paragraphs.ts';
import { storyText } from './doc/pieces.ts';
import { openWordBinary } from './doc/word-binary.ts';

/** What stands in the text for a picture and for a drawing. */
const picture = /[\x01\x08]/;

/**
 * A file of Word 97–2003 (also what WPS writes as `.wps`) or of Word 6 and 95. A line is a paragraph, counted from 1.
 * @throws {IngestError} `encrypted`, `damaged`, `unsupported-format`, `too-complex`, `no-text-layer`
 */
export function decodeDoc(bytes: Uint8Array, limits: Limits): SourceDocument {
  try {
    const word = openWordBinary(bytes);
    const blocks = paragraphBlocks(binaryParagraphs(word), limits.gridCells);
    if (blocks.length === 0 && picture.test(storyText(word).text)) throw new IngestError('no-text-layer');
    return { format: 'doc', blocks: finishBlocks(blocks), warnings: [] };
  } catch (error) {
    // Offsets that lead out of a stream.
    if (error instanceof RangeError) throw new IngestError('damaged', undefined, { cause: error });
    throw error;
  }
}
