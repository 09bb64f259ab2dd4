import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { dataPath } from '../package-root.ts';

/** A file under `data/` cannot be used: the message names the file and the path inside it. */
export class DataFileError extends Error {
  readonly code = 'data-file';
  constructor(
    readonly file: string,
    readonly path: string,
    reason: string,
    cause?: unknown,
  ) {
    super(`${file}${path ? ` at ${path}` : ''}: ${reason}`, { cause });
    this.name = 'DataFileError';
  }
}

/**
 * Reads and checks one JSON file of the project's data.
 * @throws {DataFileError} when it is missing, is no JSON, or does not fit the schema.
 */
export function loadDataFile<T>(schema: z.ZodType<T>, ...parts: string[]): T {
  return readDataFile(schema, dataPath(...parts));
}

/** The same for a file anywhere. */
export function readDataFile<T>(schema: z.ZodType<T>, file: string): T {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new DataFileError(file, '', error instanceof Error ? error.message : String(error), error);
  }
  const result = schema.safeParse(content);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new DataFileError(file, pathText(issue?.path ?? []), issue?.message ?? 'does not fit', result.error);
}

/** `['rows', 3, 'key']` → `rows[3].key` */
function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((part, i) => (typeof part === 'number' ? `[${part}]` : `${i ? '.' : ''}${String(part)}`))
    .join('');
}
