import { GrowingUint32 } from '../../index/growing.ts';
import type { Holding, LibraryRows, RowFilter } from '../model/library.ts';
import type { Region } from '../model/report.ts';

const levels: readonly (keyof Region)[] = ['province', 'city', 'county', 'town'];
/** The number of what a report does not say. */
const NONE = 0;

/** Words and their numbers, from 1 on. */
class Numbers {
  private readonly known = new Map<string, number>();

  /** New if need be. */
  of(word: string | undefined): number {
    if (word === undefined) return NONE;
    const number = this.known.get(word) ?? this.known.size + 1;
    this.known.set(word, number);
    return number;
  }

  /** Undefined for a word nobody has. */
  find(word: string): number | undefined {
    return this.known.get(word);
  }

  get count(): number {
    return this.known.size + 1;
  }
}

/**
 * Year, agency, kind and region of every row as numbers, so that a filter over 50,000 reports is a scan of an array
 * or two. A change moves what stands behind it, which for arrays takes microseconds.
 */
export class RowColumns implements LibraryRows {
  private readonly year = new GrowingUint32();
  private readonly agency = new GrowingUint32();
  private readonly kind = new GrowingUint32();
  private readonly regions = levels.map((level) => ({
    level,
    column: new GrowingUint32(),
    names: new Numbers(),
  }));
  /** One more than the slot of the row's report in the column store; 0: not looked up yet. */
  private readonly place = new GrowingUint32();
  private placesKnown = 0;
  private readonly agencyIds = new Numbers();
  private readonly kinds = new Numbers();

  /** @param rowOf the row of a report */
  constructor(readonly rowOf: (reportId: string) => number | undefined) {}

  get years(): Uint32Array {
    return this.year.values();
  }

  get agencies(): Uint32Array {
    return this.agency.values();
  }

  get agencyCount(): number {
    return this.agencyIds.count;
  }

  test({ region, kinds }: RowFilter): (row: number) => boolean {
    const place = region && this.regions.find(({ level }) => level === region.level);
    const wanted = region && place?.names.find(region.name);
    if (region && wanted === undefined) return () => false;
    const places = place?.column.data;
    if (!kinds?.length) return places ? (row) => places[row] === wanted : () => true;
    const allowed = new Uint8Array(this.kinds.count);
    for (const kind of kinds) allowed[this.kinds.find(kind) ?? NONE] = 1;
    allowed[NONE] = 0;
    const kindOf = this.kind.data;
    return (row) => (!places || places[row] === wanted) && allowed[kindOf[row] ?? NONE] === 1;
  }

  /** For each row one more than what `slotOf` says of it, which is asked only for rows that changed. */
  places(slotOf: (row: number) => number | undefined): Uint32Array {
    const places = this.place.values();
    if (this.placesKnown === places.length) return places;
    for (let row = 0; row < places.length; row++) {
      if (places[row] === 0) places[row] = (slotOf(row) ?? -1) + 1;
    }
    this.placesKnown = places.length;
    return places;
  }

  insert(row: number, holding: Holding): void {
    for (const column of this.columns()) {
      const last = column.push(0);
      column.data.copyWithin(row + 1, row, last);
    }
    this.set(row, holding);
  }

  remove(row: number): void {
    for (const column of this.columns()) {
      column.data.copyWithin(row, row + 1, column.length);
      column.length -= 1;
    }
    this.placesKnown = -1;
  }

  set(row: number, { year, agencyId, kind, region }: Holding): void {
    this.placesKnown = -1;
    this.place.set(row, 0);
    this.year.set(row, year);
    this.agency.set(row, this.agencyIds.of(agencyId));
    this.kind.set(row, this.kinds.of(kind));
    for (const { level, column, names } of this.regions) column.set(row, names.of(region[level]));
  }

  private columns(): GrowingUint32[] {
    return [this.year, this.agency, this.kind, this.place, ...this.regions.map(({ column }) => column)];
  }
}
