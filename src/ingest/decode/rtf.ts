import type { SourceDocument } from '../../model/document.ts';
import { finishBlocks } from '../layout/finish-blocks.ts';
import { paragraphBlocks } from '../layout/word-tables.ts';
import type { Limits } from '../limits.ts';
import { rtfParagraphs } from './rtf/paragraphs.ts';

/**
 * Rich text, which some programs write into files called `.doc`. A line is a paragraph, counted from 1.
 * @throws {IngestError} `too-deep`, `too-complex`
 */
export function decodeRtf(bytes: Uint8Array, limits: Limits): SourceDocument {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const paragraphs = rtfParagraphs(source, limits.htmlDepth);
  return { format: 'doc', blocks: finishBlocks(paragraphBlocks(paragraphs, limits.gridCells)), warnings: [] };
}
