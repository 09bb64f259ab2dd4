import type { GrowingUint32 } from '../growing.ts';

const ABSENT = 2 ** 32 - 1;

/**
 * How many different terms each document has in each field, and the averages, kept as MiniSearch keeps them.
 * `averages` is MiniSearch's own array. MiniSearch reads this as its `Map<document, lengths by field>`.
 */
export class FieldLengths {
  readonly columns: readonly GrowingUint32[];
  readonly #averages: number[];

  constructor(columns: readonly GrowingUint32[], averages: number[]) {
    this.columns = columns;
    this.#averages = averages;
  }

  /** @param before how many documents there were before this one */
  add(doc: number, field: number, length: number, before: number): void {
    this.#column(field, doc).set(doc, length);
    this.#averages[field] = ((this.#averages[field] ?? 0) * before + length) / (before + 1);
  }

  /** @param count how many documents there are, this one included */
  forget(doc: number, count: number): void {
    for (const [field, column] of this.columns.entries()) {
      const length = doc < column.length ? column.at(doc) : ABSENT;
      if (length === ABSENT) continue;
      column.set(doc, ABSENT);
      this.#averages[field] = count === 1 ? 0 : ((this.#averages[field] ?? 0) * count - length) / (count - 1);
    }
  }

  get(doc: number): number[] {
    const lengths: number[] = [];
    for (const [field, column] of this.columns.entries()) {
      if (doc < column.length && column.at(doc) !== ABSENT) lengths[field] = column.at(doc);
    }
    return lengths;
  }

  *[Symbol.iterator](): Iterator<[number, number[]]> {
    const end = Math.max(0, ...this.columns.map((column) => column.length));
    for (let doc = 0; doc < end; doc++) {
      const lengths = this.get(doc);
      if (lengths.length > 0) yield [doc, lengths];
    }
  }

  #column(field: number, doc: number): GrowingUint32 {
    const column = this.columns[field];
    if (!column) throw new RangeError(`no field ${field}`);
    while (column.length <= doc) column.push(ABSENT);
    return column;
  }
}
