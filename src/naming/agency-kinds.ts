import { z } from 'zod';
import { loadDataFile } from '../catalogue/data-file.ts';
import type { AgencyKind } from '../model/report.ts';
import { pattern } from './pattern.ts';

const kind = z.enum(['government', 'town', 'subdistrict', 'bureau', 'centre', 'other']);
const schema = z.strictObject({ kinds: z.array(z.strictObject({ kind, whole: z.array(pattern).min(1) })) });

let kinds: { kind: AgencyKind; pattern: RegExp }[] | undefined;

/** What an organ is, told from the end of its name; `other` when nothing in the lexicon fits. */
export function kindOf(name: string): AgencyKind {
  kinds ??= loadDataFile(schema, 'lexicon', 'agency-kinds.json').kinds.map((entry) => ({
    kind: entry.kind,
    pattern: new RegExp(entry.whole.join('|'), 'u'),
  }));
  return kinds.find((entry) => entry.pattern.test(name))?.kind ?? 'other';
}
