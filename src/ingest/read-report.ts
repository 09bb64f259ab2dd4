import { createHash } from 'node:crypto';
import type { Format } from '../model/document.ts';
import type { Report } from '../model/report.ts';
import { detectFormat } from './decode/format.ts';
import { decode } from './decode/registry.ts';
import { IngestError } from './errors.ts';
import type { Limits } from './limits.ts';
import { readTables } from './map/tables/read-tables.ts';
import { readText } from './map/text/read-text.ts';

/** One file to read, no ZIP; plain data, so that it can be sent to a worker. */
export interface ReadJob {
  bytes: Uint8Array;
  fileName: string;
  limits: Limits;
}

/** A report before anybody said where the file lay and when it came. */
export type ReadReport = Omit<Report, 'source'> & { format: Format };

/**
 * decode → tables → text, in this thread.
 * @throws {IngestError | NotAReport} with the code of the refusal
 */
export async function readReport({ bytes, fileName, limits }: ReadJob): Promise<ReadReport> {
  const kind = detectFormat(bytes, fileName);
  const document = await decode(kind, bytes, fileName, limits);
  if (document.blocks.length === 0) throw new IngestError('empty', '没有可读的文字');
  const tables = readTables(document.blocks);
  const text = readText(document, tables, fileName);
  return {
    id: reportId(text.agency.id, text.year),
    agency: text.agency,
    year: text.year,
    title: text.title,
    edition: tables.edition,
    publishedAt: text.publishedAt,
    period: text.period,
    contact: text.contact,
    readings: tables.readings,
    sections: text.sections,
    problems: text.problems,
    improvements: text.improvements,
    claims: text.claims,
    warnings: [...document.warnings, ...tables.warnings, ...text.warnings],
    findings: [],
    format: document.format,
  };
}

/** `2023-0a1b2c3d4e`: the same for every spelling under which the agency's id is the same. */
export function reportId(agencyId: string, year: number): string {
  return `${year}-${createHash('sha256').update(agencyId).digest('hex').slice(0, 10)}`;
}
