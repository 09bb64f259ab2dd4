import type { Random } from './random.ts';

/** What a Word file holds beside what it prints, each with the share of texts that have it. */
export interface WordStyle {
  /** Table 三 is broken into two tables. */
  cut: boolean;
  /** Everything stands in one cell of a table, as pages copied from the web do. */
  nested: boolean;
  /** Text deleted with changes tracked, and hidden text, beside what is printed. */
  tracked: number;
  /** Links and other fields around printed text. */
  fields: number;
  /** Labels broken by hand into two paragraphs or lines. */
  broken: number;
  /** Cells joined sideways are written as a first one and covered ones, not as one wide cell. */
  pairs: boolean;
  /** The title stands in a text box. */
  boxed: boolean;
}

export function randomWordStyle(random: Random): WordStyle {
  return {
    cut: random.chance(0.3),
    nested: random.chance(0.1),
    tracked: random.pick([0, 0, 0, 0.02, 0.2]),
    fields: random.pick([0, 0, 0.05, 0.2]),
    broken: random.pick([0, 0, 0.1, 0.3]),
    pairs: random.chance(0.3),
    boxed: random.chance(0.15),
  };
}

/** What a style does to a file, in words. */
export function namesOf(style: WordStyle): string[] {
  const names: [string, boolean][] = [
    ['Word: table cut', style.cut],
    ['Word: all in one cell', style.nested],
    ['Word: changes tracked and hidden text', style.tracked > 0],
    ['Word: fields', style.fields > 0],
    ['Word: labels broken by hand', style.broken > 0],
    ['Word: cells joined in pairs', style.pairs],
    ['Word: title in a text box', style.boxed],
  ];
  return names.filter(([, is]) => is).map(([name]) => name);
}

/** A piece of a paragraph: printed as it is, as the result of a field, deleted, hidden, or a break inside it. */
export interface Span {
  kind: 'text' | 'field' | 'deleted' | 'hidden' | 'break';
  text: string;
}

/** A text as a word processor may hold it; what is printed of it stays the same. */
export function spansOf(text: string, style: WordStyle, random: Random, isLabel = false): Span[] {
  if (!text) return random.chance(style.tracked / 2) ? [unseen(random)] : [];
  const spans: Span[] = [{ kind: random.chance(style.fields) ? 'field' : 'text', text }];
  if (isLabel && text.length > 5 && random.chance(style.broken)) {
    const at = random.int(2, text.length - 2);
    spans.splice(0, 1, ...halves(text, at));
  }
  if (random.chance(style.tracked)) spans.splice(random.int(0, spans.length), 0, unseen(random));
  return spans;
}

function halves(text: string, at: number): Span[] {
  return [
    { kind: 'text', text: text.slice(0, at) },
    { kind: 'break', text: '' },
    { kind: 'text', text: text.slice(at) },
  ];
}

function unseen(random: Random): Span {
  return { kind: random.pick(['deleted', 'hidden'] as const), text: String(random.int(0, 9999)) };
}
