import { value } from './text-rows.ts';

/** Display columns, a Han character counting two; `end` is exclusive. */
export interface Stretch {
  start: number;
  end: number;
}

/** A cell of a line whose columns are drawn with spaces. */
export interface Token extends Stretch {
  text: string;
}

export function overlap(a: Stretch, b: Stretch): boolean {
  return a.start < b.end && a.end > b.start;
}

/** Runs of text with one space inside belong together, but numbers stand alone. */
export function tokenize(line: string): Token[] {
  const tokens: Token[] = [];
  for (const match of line.matchAll(/\S+(?: (?! )\S+)*/g)) {
    let at = displayWidth(line.slice(0, match.index));
    const words = match[0].split(' ');
    const separate = words.length > 1 && words.every((word) => value.test(word));
    for (const text of separate ? words : [match[0]]) {
      tokens.push({ text, start: at, end: at + displayWidth(text) });
      at += displayWidth(text) + 1;
    }
  }
  return tokens;
}

/** Those at the line's end. */
export function numbersOf(tokens: readonly Token[]): Token[] {
  let first = tokens.length;
  while (first > 0 && value.test(tokens[first - 1]?.text ?? '')) first--;
  return tokens.slice(first);
}

/** More than one: a lone one is a page's number or a year. */
export function hasFigures(line: string): boolean {
  return numbersOf(tokenize(line)).length > 1;
}

function displayWidth(text: string): number {
  let width = 0;
  for (const char of text)
    width += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]/.test(char)
      ? 2
      : 1;
  return width;
}
