import { type ExportFormat, encode } from '../../../src/export/encode.ts';
import type { ExportTable } from '../../../src/export/readings.ts';
import type { Attachment } from '../port/port.ts';

/** A table as a file to be sent. @throws {ExportTooLargeError} */
export async function tableFile(table: ExportTable, format: ExportFormat, name: string): Promise<Attachment> {
  const parts: Uint8Array[] = [];
  for await (const part of encode(table, format)) parts.push(part);
  return { name: `${name}.${format}`, bytes: Buffer.concat(parts) };
}
