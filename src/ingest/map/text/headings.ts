import { z } from 'zod';
import { loadDataFile } from '../../../catalogue/data-file.ts';
import type { SectionNumber } from '../../../model/report.ts';
import { pattern } from '../../../naming/pattern.ts';
import type { TextLine } from './lines.ts';
import { type Ordinal, ordinalAt } from './ordinals.ts';

/** A line that may head an official part. */
export interface Heading {
  /** Index into the lines. */
  at: number;
  number: Exclude<SectionNumber, 0>;
  strength: 'official' | 'reworded' | 'weak';
  ordinal: Ordinal | undefined;
  /** The heading as printed. */
  text: string;
  /** What follows on the same line: 六、其他需要报告的事项：无. */
  rest: string;
}

const expressions = z.array(pattern);
const schema = z.strictObject({
  note: z.string(),
  parts: z.array(
    z.strictObject({
      number: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5), z.literal(6)]),
      official: expressions,
      reworded: expressions,
      weak: expressions,
    }),
  ),
});

type Strength = Heading['strength'];
interface Pattern {
  number: Heading['number'];
  strength: Strength;
  whole: RegExp;
  /** The heading and its text on one line. */
  start: RegExp;
}
let loaded: Pattern[] | undefined;

function patterns(): Pattern[] {
  if (loaded) return loaded;
  const { parts } = loadDataFile(schema, 'lexicon', 'report-parts.json');
  loaded = (['official', 'reworded', 'weak'] as const).flatMap((strength) =>
    parts
      .filter((part) => part[strength].length > 0)
      .map((part) => {
        const words = `(?:${part[strength].join('|')})`;
        return {
          number: part.number,
          strength,
          whole: new RegExp(`^${words}(?:[(（][^)）]{0,24}[)）])?[.。:：;；…]*\\d{0,2}$`),
          start: new RegExp(`^${words}[:：。]`),
        };
      }),
  );
  return loaded;
}

const LONGEST = 48;

export function headingAt(line: TextLine, at: number): Heading | undefined {
  if (line.row) return undefined;
  const ordinal = ordinalAt(line.text);
  const body = line.text.slice(ordinal?.length ?? 0);
  const flat = line.flat.slice(ordinal ? (ordinalAt(line.flat)?.length ?? 0) : 0).replace(/[“”"]/g, '');
  for (const { number, strength, whole, start } of patterns()) {
    if (flat.length <= LONGEST && whole.test(flat))
      return { at, number, strength, ordinal, text: line.text, rest: '' };
    if (!ordinal || strength === 'weak' || !start.test(flat)) continue;
    const end = /[:：。]/.exec(body);
    const cut = (end?.index ?? 0) + 1;
    const head = line.text.slice(0, ordinal.length + cut - 1);
    return { at, number, strength, ordinal, text: head, rest: body.slice(cut).trim() };
  }
  return undefined;
}
