import type { EditionKey } from '../../src/model/report.ts';
import { type Forms, generateFigures } from './figures.ts';
import { applicationsSheet, disclosureSheet, reviewSheets } from './official-sheets.ts';
import { generateProse, type Prose } from './prose.ts';
import type { Random } from './random.ts';
import type { Sheet } from './sheet.ts';

/** A whole report about an agency that does not exist, with every cell known. */
export interface GeneratedReport extends Prose {
  forms: Forms;
  /** Reading id → the figure printed; null for a cell that is left blank. Only cells that the report has. */
  cells: Map<string, number | null>;
  sheets: { disclosure: Sheet[]; applications: Sheet[]; reviews: Sheet[] };
  /** The sums of the tables come out; a check that finds an error here is wrong. */
  consistent: boolean;
}

export interface GenerateOptions {
  year?: number;
  forms?: Forms;
}

/** A sound report in one of the official editions; damages come later. */
export function generateReport(random: Random, options: GenerateOptions = {}): GeneratedReport {
  const year = options.year ?? random.int(2019, 2025);
  const native: EditionKey = year < 2021 ? '2019' : '2021';
  const forms = options.forms ?? {
    disclosure: random.chance(0.93) ? native : '2019',
    applications: native === '2021' && random.chance(0.3) ? '2019' : native,
  };
  const cells: Map<string, number | null> = generateFigures(random, forms);
  const print = (id: string) => printFigure(cells.get(id) ?? null);
  const layout = random.pick([
    'one',
    'one',
    'one',
    'one',
    'one',
    'one',
    'split',
    'rows',
    'transposed',
  ] as const);
  return {
    ...generateProse(random, year, cells),
    forms,
    cells,
    sheets: {
      disclosure: [disclosureSheet(forms.disclosure, print)],
      applications: [applicationsSheet(forms.applications, print)],
      reviews: reviewSheets(layout, print),
    },
    consistent: true,
  };
}

export function printFigure(value: number | null): string {
  return value === null ? '' : String(value);
}
