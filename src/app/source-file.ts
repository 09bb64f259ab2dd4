import { basename, extname } from 'node:path';
import type { Archive } from '../archive/archive.ts';
import { ArchiveError } from '../archive/errors.ts';
import type { ReadOptions } from '../ingest/reader.ts';

/** A file as it came, to the byte. */
export interface SourceFile {
  name: string;
  bytes: Uint8Array;
}

/**
 * The file that a report was read from; of a ZIP the member. Undefined when it was not kept.
 * @throws {ArchiveError} when what is kept is damaged
 */
export function sourceFile(library: Archive, reportId: string): SourceFile | undefined {
  const bytes = library.source(reportId);
  const source = bytes && library.report(reportId)?.source;
  const holding = library.holding(reportId);
  if (!bytes || !source || !holding) return undefined;
  const name = basename(source.file);
  // What came by standard input bears no name.
  return { name: extname(name) ? name : `${holding.agency}-${holding.year}.${source.format}`, bytes };
}

/** Keeps what is read; a file that cannot be kept is refused, as its report could not be written either. */
export function keeping(archive: Archive): NonNullable<ReadOptions['keep']> {
  return async (sha256, bytes) => {
    try {
      await archive.keepSource(sha256, bytes);
      return undefined;
    } catch (error) {
      if (!(error instanceof ArchiveError)) throw error;
      return { code: error.code, message: error.message };
    }
  };
}
