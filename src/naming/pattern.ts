import { z } from 'zod';

/** A regular expression written in a data file: a wrong one is told with the file and the path inside it. */
export const pattern = z.string().refine(isRegExp, 'is no regular expression');

function isRegExp(text: string): boolean {
  try {
    new RegExp(text, 'u');
    return true;
  } catch {
    return false;
  }
}
