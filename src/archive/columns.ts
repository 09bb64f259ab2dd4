import type { Column, ColumnCell } from '../model/library.ts';

const ABSENT = 0;
const BLANK = 1;
const REPORTED = 2;
const absent: ColumnCell = { value: null, status: 'absent' };
const blank: ColumnCell = { value: null, status: 'blank' };

/** The cells of one reading, slot by slot. */
interface Cells {
  /** Of the first slots, as many as the snapshot had: they lie in its bytes. */
  values: Float64Array;
  states: Uint8Array;
  /** Of the slots that came since. */
  moreValues: Float64Array;
  moreStates: Uint8Array;
}

const FIRST_ROOM = 64;

/**
 * The readings of all reports, one typed array a reading. Each report has a slot; a slot that became free is
 * given to the next report, so a change writes a few hundred numbers and moves nothing. What was restored is used
 * where it lies; what comes later grows beside it.
 */
export class ColumnStore {
  readonly slots = new Map<string, number>();
  readonly cells = new Map<string, Cells>();
  private readonly free: number[] = [];
  private room = FIRST_ROOM;

  /** @param restored slots that lie in the bytes of a snapshot */
  constructor(private readonly restored = 0) {}

  set(reportId: string, readings: Readonly<Record<string, { value: number | null }>>): void {
    this.delete(reportId);
    const slot = this.free.pop() ?? this.slots.size;
    this.slots.set(reportId, slot);
    this.grow(slot + 1 - this.restored);
    for (const [id, reading] of Object.entries(readings)) {
      const state = reading.value === null ? BLANK : REPORTED;
      this.write(this.cells.get(id) ?? this.open(id), slot, reading.value ?? Number.NaN, state);
    }
  }

  delete(reportId: string): void {
    const slot = this.slots.get(reportId);
    if (slot === undefined) return;
    this.slots.delete(reportId);
    this.free.push(slot);
    for (const cells of this.cells.values()) this.write(cells, slot, Number.NaN, ABSENT);
  }

  /** @param places for each row of `Library.holdings` one more than its slot */
  column(readingId: string, places: Uint32Array): Column {
    const cells = this.cells.get(readingId);
    if (!cells) return { at: () => absent };
    const { values, states, moreValues, moreStates } = cells;
    const { restored } = this;
    return {
      at: (row) => {
        const slot = (places[row] ?? 0) - 1;
        const state = slot < restored ? states[slot] : moreStates[slot - restored];
        if (state === REPORTED) {
          const value = slot < restored ? values[slot] : moreValues[slot - restored];
          return { value: value ?? null, status: 'reported' };
        }
        return state === BLANK ? blank : absent;
      },
    };
  }

  private write(cells: Cells, slot: number, value: number, state: number): void {
    const { restored } = this;
    const [values, states] =
      slot < restored ? [cells.values, cells.states] : [cells.moreValues, cells.moreStates];
    const at = slot < restored ? slot : slot - restored;
    values[at] = value;
    states[at] = state;
  }

  private open(readingId: string): Cells {
    const cells = {
      values: new Float64Array(this.restored),
      states: new Uint8Array(this.restored),
      moreValues: new Float64Array(this.room),
      moreStates: new Uint8Array(this.room),
    };
    this.cells.set(readingId, cells);
    return cells;
  }

  private grow(size: number): void {
    if (size <= this.room) return;
    while (this.room < size) this.room *= 2;
    for (const cells of this.cells.values()) {
      const { moreValues, moreStates } = cells;
      cells.moreValues = new Float64Array(this.room);
      cells.moreStates = new Uint8Array(this.room);
      cells.moreValues.set(moreValues);
      cells.moreStates.set(moreStates);
    }
  }

  /** Header and body of a snapshot: for each column its values, then its states, in slot order, rows without gaps. */
  snapshot(): Uint8Array {
    const ids = [...this.slots.keys()];
    const readings = [...this.cells.keys()];
    const head = Buffer.from(JSON.stringify({ ids, readings }));
    const start = startOf(head.length);
    const count = ids.length;
    const bytes = new Uint8Array(start + readings.length * count * 9);
    new DataView(bytes.buffer).setUint32(0, head.length, true);
    bytes.set(head, 4);
    const order = Uint32Array.from(this.slots.values());
    const values = new Float64Array(bytes.buffer, start, readings.length * count);
    const states = bytes.subarray(start + values.byteLength);
    const { restored } = this;
    let at = 0;
    for (const cells of this.cells.values()) {
      for (let row = 0; row < count; row++, at++) {
        const slot = order[row] as number;
        const old = slot < restored;
        const state = (old ? cells.states[slot] : cells.moreStates[slot - restored]) as number;
        states[at] = state;
        if (state === REPORTED)
          values[at] = (old ? cells.values[slot] : cells.moreValues[slot - restored]) as number;
      }
    }
    return bytes;
  }

  /** @param bytes what `snapshot` gave; they are used, and written to, from here on */
  static restore(bytes: Uint8Array): ColumnStore {
    const headLength = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
    const { ids, readings }: { ids: string[]; readings: string[] } = JSON.parse(
      Buffer.from(bytes.buffer, bytes.byteOffset + 4, headLength).toString('utf8'),
    );
    const start = startOf(headLength);
    // Numbers must lie at multiples of eight; a Buffer's own slice would be a view.
    const whole = bytes.byteOffset % 8 === 0 ? bytes : Uint8Array.prototype.slice.call(bytes);
    const count = ids.length;
    const store = new ColumnStore(count);
    for (const [slot, id] of ids.entries()) store.slots.set(id, slot);
    const from = whole.byteOffset + start;
    for (const [c, reading] of readings.entries()) {
      store.cells.set(reading, {
        values: new Float64Array(whole.buffer, from + c * count * 8, count),
        states: new Uint8Array(whole.buffer, from + readings.length * count * 8 + c * count, count),
        moreValues: new Float64Array(FIRST_ROOM),
        moreStates: new Uint8Array(FIRST_ROOM),
      });
    }
    return store;
  }
}

/** Where the values begin. */
function startOf(headLength: number): number {
  return Math.ceil((4 + headLength) / 8) * 8;
}
