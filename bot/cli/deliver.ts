import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type ExportFormat, encode } from '../../src/export/encode.ts';
import type { ExportTable } from '../../src/export/readings.ts';
import { UsageError } from './exit.ts';
import type { Output } from './output.ts';

/** Writes a table to a file, or to standard output where none is named. */
export async function deliver(
  table: ExportTable,
  format: ExportFormat,
  file: string | undefined,
  output: Output,
): Promise<void> {
  const onTerminal = output.out.isTTY === true;
  if (format === 'xlsx' && file === undefined && onTerminal)
    throw new UsageError('xlsx 不能显示在终端上：请用 --out 文件名，或者用 > 转到文件');
  const content = Readable.from(encode(table, format));
  if (file !== undefined) return pipeline(content, createWriteStream(file));
  return pipeline(content, output.out, { end: false });
}
