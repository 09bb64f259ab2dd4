/** A place in a folded text where a name stands whole. */
export interface ExactSpan {
  start: number;
  end: number;
  name: number;
}

const LONGEST = 64;

/**
 * Finds names inside a text. For the first two characters of every name it remembers which lengths occur, so
 * that at most a few substrings are looked up at each place of the text.
 */
export class ExactNames {
  readonly #lengths = new Map<string, number[]>();

  add(text: string): void {
    if (text.length > LONGEST) return;
    const key = text.slice(0, 2);
    const lengths = this.#lengths.get(key);
    if (lengths === undefined) this.#lengths.set(key, [text.length]);
    else if (!lengths.includes(text.length)) {
      lengths.push(text.length);
      lengths.sort((a, b) => b - a);
    }
  }

  /** The longest name at each place, longest first, without those that overlap one chosen before. */
  find(text: string, lookUp: (text: string) => number | undefined): ExactSpan[] {
    const spans: ExactSpan[] = [];
    for (let start = 0; start + 1 < text.length; start++) {
      const lengths = this.#lengths.get(text.slice(start, start + 2));
      for (const length of lengths ?? []) {
        if (start + length > text.length || cutsRun(text, start, start + length)) continue;
        const name = lookUp(text.slice(start, start + length));
        if (name === undefined) continue;
        spans.push({ start, end: start + length, name });
        break;
      }
    }
    return withoutOverlap(spans);
  }
}

/** Longer spans first, then earlier ones. */
export function withoutOverlap<T extends { start: number; end: number }>(spans: readonly T[]): T[] {
  const chosen: T[] = [];
  const sorted = [...spans].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  for (const span of sorted) {
    if (chosen.every((other) => span.end <= other.start || span.start >= other.end)) chosen.push(span);
  }
  return chosen.sort((a, b) => a.start - b.start);
}

/** A name of Latin letters or digits must not begin or end inside a longer word. */
function cutsRun(text: string, start: number, end: number): boolean {
  return isWord(text, start - 1, start) || isWord(text, end - 1, end);
}

function isWord(text: string, left: number, right: number): boolean {
  return /^[a-z\d]{2}$/.test((text[left] ?? '') + (text[right] ?? ''));
}
