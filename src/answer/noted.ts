import type { Finding } from '../model/finding.ts';
import { spoken } from './names.ts';
import type { Task } from './task.ts';

/** What a check found, in the asker's language; the official wording stays in Chinese. */
export function noted(
  { message, readings, printed, computed }: Finding,
  { query }: Pick<Task, 'query'>,
): string {
  const [first] = readings;
  if (query.language !== 'en') return message;
  if (first === undefined || printed === null || computed === null)
    return `figures of the report do not fit together (${message})`;
  return `${spoken(first, 'en')} is printed as ${printed}; the other cells make it ${computed}`;
}
