import { z } from 'zod';
import { loadDataFile } from '../../catalogue/data-file.ts';

const schema = z.strictObject({
  note: z.string(),
  numbering: z.string(),
  headings: z.array(z.string()).min(1),
  tableLabels: z.array(z.string()).min(1),
});

interface Patterns {
  heading: RegExp;
  beginning: RegExp;
  tableLabel: RegExp;
}

let patterns: Patterns | undefined;

function load(): Patterns {
  const data = loadDataFile(schema, 'lexicon', 'official-headings.json');
  return {
    heading: new RegExp(`^(?:${data.numbering})?(?:${data.headings.join('|')})[。：:]?$`),
    beginning: new RegExp(`^${data.numbering}(?:${data.headings.join('|')})(?![、，])`),
    tableLabel: new RegExp(data.tableLabels.join('|')),
  };
}

/** Is this text one of the six parts' headings, as printed or reworded, and nothing more? */
export function isOfficialHeading(text: string): boolean {
  patterns ??= load();
  const flat = text.replace(/[\s*#]/g, '');
  return flat.length <= 40 && patterns.heading.test(flat);
}

/** Does a paragraph begin with one of these headings under its number, the text running on behind it? */
export function beginsOfficially(text: string): boolean {
  patterns ??= load();
  return patterns.beginning.test(text.slice(0, 60).replace(/[\s*#]/g, ''));
}

/** Does a table's text hold row labels that only the official tables have? */
export function hasOfficialLabels(text: string): boolean {
  patterns ??= load();
  return patterns.tableLabel.test(text.replace(/\s/g, ''));
}
