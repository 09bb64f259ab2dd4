import type { Concept, Form } from './concepts.ts';

export interface Match {
  /** 1: the very word; less: another word for it, or part of it; 0: nothing. */
  strength: number;
  /** What of the text it was found by. */
  found: string[];
  /** Offset of the first of them. */
  at: number;
}

const OTHER_WORD = 0.75;
const LOOSE = 0.9;
const PARTS = 0.6;
const PARTS_OF_PHRASE = 0.35;
const SPREAD = 0.4;
/** Characters that may stand between those of a short word said in full: 公车 in 公务用车. */
const BETWEEN = 3;

const nothing: Match = { strength: 0, found: [], at: -1 };

/** How well a folded text speaks of a concept. */
export function match(text: string, concept: Concept): Match {
  const own = matchForm(text, concept);
  if (own.strength === 1) return own;
  const others = concept.others.map((form) => matchForm(text, form));
  const other = best(others);
  const tries = [own, { ...other, strength: OTHER_WORD * other.strength }, matchParts(text, concept)];
  const found = best(tries);
  return found.strength > 0 ? found : matchSpread(text, concept);
}

/** The word itself, or its pieces one after the other in the same clause with little between them. */
function matchForm(text: string, { word, pieces }: Form): Match {
  const at = text.indexOf(word);
  if (at >= 0) return { strength: 1, found: [word], at };
  if (pieces.length < 2) return nothing;
  const [first = ''] = pieces;
  for (let start = text.indexOf(first); start >= 0; start = text.indexOf(first, start + 1)) {
    const end = endOf(text, pieces, start);
    if (end > 0) return { strength: LOOSE, found: [text.slice(start, end)], at: start };
  }
  return nothing;
}

/** Where the last piece ends; -1 when they do not all follow. */
function endOf(text: string, pieces: readonly string[], start: number): number {
  let end = start;
  for (const piece of pieces) {
    const next = text.indexOf(piece, end);
    const between = text.slice(end, next);
    if (next < 0 || (end > start && (between.length > BETWEEN || /[^\p{L}\p{N}]/u.test(between)))) return -1;
    end = next + piece.length;
  }
  return end;
}

function best(matches: readonly Match[]): Match {
  return matches.reduce((a, b) => (b.strength > a.strength ? b : a), nothing);
}

function matchParts(text: string, { word, parts, others }: Concept): Match {
  const found = parts.filter((part) => part.length > 1 && text.includes(part));
  if (found.length === 0) return nothing;
  const held = [...word].filter((character) => found.some((part) => part.includes(character))).length;
  // Half of a set phrase is another thing: 业务培训 is not 培训不够.
  const share = others.length > 0 ? PARTS_OF_PHRASE : PARTS;
  return { strength: (share * held) / word.length, found, at: text.indexOf(found[0] ?? '') };
}

/** A word of two characters may be short for one of four or more, in the same order. */
function matchSpread(text: string, { word }: Concept): Match {
  const [first, second, more] = word;
  if (!first || !second || more || !/^\p{Script=Han}+$/u.test(word)) return nothing;
  for (let at = text.indexOf(first); at >= 0; at = text.indexOf(first, at + 1)) {
    const span = text.slice(at + 1, at + 2 + BETWEEN);
    const end = span.indexOf(second);
    if (end >= 0 && /^\p{Script=Han}+$/u.test(span.slice(0, end + 1)))
      return { strength: SPREAD, found: [text.slice(at, at + end + 2)], at };
  }
  return nothing;
}
