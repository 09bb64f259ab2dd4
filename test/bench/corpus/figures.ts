import { catalogue } from '../../../src/catalogue/catalogue.ts';
import type { EditionKey } from '../../../src/model/report.ts';
import { applicationRows } from '../../fuzz/figures.ts';
import type { Random } from '../../fuzz/random.ts';

/** Reading id → figure; null for a cell that is left blank. */
export type Figures = Map<string, number | null>;

/** What part of the applications each kind of applicant makes. */
const APPLICANTS: Record<string, number> = {
  naturalPerson: 0.72,
  commercial: 0.18,
  research: 0.01,
  publicWelfare: 0.02,
  legalService: 0.05,
  otherOrganization: 0.02,
};
const FRAME = ['newReceived', 'carriedIn', 'handledTotal', 'carriedForward'];
const BLOCKS = ['reconsideration', 'directLitigation', 'litigationAfterReconsideration'];

/**
 * The figures of one agency, year after year: the sums come out, and what is carried forward is carried in by the next.
 */
export function* figuresOver(
  random: Random,
  years: readonly number[],
): Generator<{ year: number; form: EditionKey; figures: Figures }> {
  const scale = 10 ** (random.next() * 3.2) - 0.5;
  const carried = new Map<string, number>();
  for (const year of years) {
    const form: EditionKey = year < 2021 ? '2019' : '2021';
    const figures: Figures = new Map();
    fillDisclosure(random, form, scale, figures);
    fillApplications(random, { form, scale, carried }, figures);
    fillReviews(random, scale, figures);
    yield { year, form, figures };
  }
}

function fillDisclosure(random: Random, form: EditionKey, scale: number, figures: Figures): void {
  for (const field of catalogue().fields.values()) {
    if (field.table !== 'disclosure' || !field.editions.includes(form)) continue;
    if (field.column === 'amount')
      figures.set(field.id, random.chance(0.05) ? null : random.int(0, 90_000) / 100);
    else if (field.column === 'change') figures.set(field.id, random.int(-3, 5));
    else figures.set(field.id, random.chance(0.4) ? 0 : random.int(0, 3 + Math.floor(scale * 4)));
  }
}

interface Setting {
  form: EditionKey;
  scale: number;
  /** Applicant → what last year's report carried forward. */
  carried: Map<string, number>;
}

function fillApplications(random: Random, { form, scale, carried }: Setting, figures: Figures): void {
  const outcomes = applicationRows(form).filter((row) => !FRAME.includes(row));
  const totals = new Map<string, number>();
  const set = (row: string, column: string, figure: number) => {
    figures.set(`applications.${row}.${column}`, figure);
    totals.set(row, (totals.get(row) ?? 0) + figure);
  };
  for (const [column, part] of Object.entries(APPLICANTS)) {
    const received = Math.floor(scale * part * (0.6 + random.next()) + random.next());
    const carriedIn = carried.get(column) ?? 0;
    const forward = Math.floor((received + carriedIn) * random.next() * 0.15);
    set('newReceived', column, received);
    set('carriedIn', column, carriedIn);
    set('carriedForward', column, forward);
    carried.set(column, forward);
    let rest = received + carriedIn - forward;
    set('handledTotal', column, rest);
    for (const [i, row] of outcomes.entries()) {
      // The first outcomes are the common ones; the last takes what is left.
      const some = Math.floor(rest * random.next() * (i < 2 ? 0.7 : 0.3) + random.next() * 0.6);
      const figure = i === outcomes.length - 1 ? rest : Math.min(rest, some);
      rest -= figure;
      set(row, column, figure);
    }
  }
  for (const [row, total] of totals) figures.set(`applications.${row}.total`, total);
}

function fillReviews(random: Random, scale: number, figures: Figures): void {
  for (const block of BLOCKS) {
    let total = 0;
    for (const column of ['upheld', 'corrected', 'otherResult', 'pending']) {
      const figure = random.chance(0.7) ? 0 : random.int(0, 1 + Math.floor(scale / 50));
      figures.set(`reviews.${block}.${column}`, figure);
      total += figure;
    }
    figures.set(`reviews.${block}.total`, total);
  }
}
