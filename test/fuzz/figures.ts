import { catalogue } from '../../src/catalogue/catalogue.ts';
import type { EditionKey } from '../../src/model/report.ts';
import type { Random } from './random.ts';

/** Which form each table of a report follows; hybrids mix them. */
export interface Forms {
  disclosure: EditionKey;
  applications: EditionKey;
}

const applicants = [
  'naturalPerson',
  'commercial',
  'research',
  'publicWelfare',
  'legalService',
  'otherOrganization',
];

/** Every cell that the forms print, with a figure that keeps the laws of the tables: the sums come out. */
export function generateFigures(random: Random, forms: Forms): Map<string, number> {
  const cells = new Map<string, number>();
  const scale = random.pick([0, 0, 1, 3, 30, 2500]);
  for (const field of catalogue().fields.values()) {
    if (field.table === 'disclosure' && field.editions.includes(forms.disclosure)) {
      cells.set(field.id, disclosureFigure(random, field.column));
    }
    if (field.table === 'reviews' && field.column !== 'total') {
      cells.set(field.id, random.chance(0.6) ? 0 : random.int(0, Math.max(1, scale)));
    }
  }
  fillApplications(random, forms.applications, scale, cells);
  fillReviewTotals(cells);
  return cells;
}

function disclosureFigure(random: Random, column: string): number {
  if (random.chance(0.4)) return 0;
  if (column === 'amount') return random.int(0, 900_000) / 100;
  if (column === 'change') return random.int(-5, 5);
  return random.int(0, random.pick([3, 40, 5000]));
}

function fillApplications(random: Random, form: EditionKey, scale: number, cells: Map<string, number>): void {
  const rows = applicationRows(form);
  const outcomes = rows.filter(
    (row) => !['newReceived', 'carriedIn', 'handledTotal', 'carriedForward'].includes(row),
  );
  for (const column of applicants) {
    const id = (row: string) => `applications.${row}.${column}`;
    let handled = 0;
    for (const row of outcomes) {
      const figure = scale && random.chance(0.35) ? random.int(0, scale) : 0;
      cells.set(id(row), figure);
      handled += figure;
    }
    const forward = scale && random.chance(0.4) ? random.int(0, scale) : 0;
    const carriedIn = Math.min(handled + forward, scale && random.chance(0.4) ? random.int(0, scale) : 0);
    cells.set(id('handledTotal'), handled);
    cells.set(id('carriedForward'), forward);
    cells.set(id('carriedIn'), carriedIn);
    cells.set(id('newReceived'), handled + forward - carriedIn);
  }
  for (const row of rows) {
    const sum = applicants.reduce(
      (total, column) => total + (cells.get(`applications.${row}.${column}`) ?? 0),
      0,
    );
    cells.set(`applications.${row}.total`, sum);
  }
}

/** Keys of table 三's rows in the form's order. */
export function applicationRows(form: EditionKey): string[] {
  return (
    catalogue()
      .editions.get(form)
      ?.applications.rows.map((row) => row.key) ?? []
  );
}

function fillReviewTotals(cells: Map<string, number>): void {
  for (const block of ['reconsideration', 'directLitigation', 'litigationAfterReconsideration']) {
    const results = ['upheld', 'corrected', 'otherResult', 'pending'];
    const sum = results.reduce((total, column) => total + (cells.get(`reviews.${block}.${column}`) ?? 0), 0);
    cells.set(`reviews.${block}.total`, sum);
  }
}
