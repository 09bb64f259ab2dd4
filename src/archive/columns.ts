import type { Column, ColumnCell } from '../model/library.ts';

const ABSENT = 0;
const BLANK = 1;
const REPORTED = 2;
const absent: ColumnCell = { value: null, status: 'absent' };
const blank: ColumnCell = { value: null, status: 'blank' };

interface Cells {
  values: Float64Array;
  states: Uint8Array;
}

/**
 * The readings of all reports, one typed array a reading. Each report has a slot; a slot that became free is
 * given to the next report, so a change writes a few hundred numbers and moves nothing.
 */
export class ColumnStore {
  readonly slots = new Map<string, number>();
  readonly cells = new Map<string, Cells>();
  private readonly free: number[] = [];
  private capacity = 64;

  set(reportId: string, readings: Readonly<Record<string, { value: number | null }>>): void {
    this.delete(reportId);
    const slot = this.free.pop() ?? this.slots.size;
    this.slots.set(reportId, slot);
    this.grow(slot + 1);
    for (const [id, reading] of Object.entries(readings)) {
      const cells = this.cells.get(id) ?? this.open(id);
      cells.values[slot] = reading.value ?? Number.NaN;
      cells.states[slot] = reading.value === null ? BLANK : REPORTED;
    }
  }

  delete(reportId: string): void {
    const slot = this.slots.get(reportId);
    if (slot === undefined) return;
    this.slots.delete(reportId);
    this.free.push(slot);
    for (const { states } of this.cells.values()) states[slot] = ABSENT;
  }

  /** @param rows the slot of each row of `Library.holdings` */
  column(readingId: string, rows: Uint32Array): Column {
    const cells = this.cells.get(readingId);
    if (!cells) return { at: () => absent };
    return {
      at: (row) => {
        const slot = rows[row];
        const state = slot === undefined ? ABSENT : cells.states[slot];
        if (state === REPORTED) return { value: cells.values[slot ?? 0] ?? null, status: 'reported' };
        return state === BLANK ? blank : absent;
      },
    };
  }

  private open(readingId: string): Cells {
    const cells = { values: new Float64Array(this.capacity), states: new Uint8Array(this.capacity) };
    this.cells.set(readingId, cells);
    return cells;
  }

  private grow(size: number): void {
    if (size <= this.capacity) return;
    while (this.capacity < size) this.capacity *= 2;
    for (const [id, { values, states }] of this.cells) {
      const cells = { values: new Float64Array(this.capacity), states: new Uint8Array(this.capacity) };
      cells.values.set(values);
      cells.states.set(states);
      this.cells.set(id, cells);
    }
  }

  /** Header and body of a snapshot: for each column its values, then its states, in slot order, rows without gaps. */
  snapshot(): Uint8Array {
    const ids = [...this.slots.keys()];
    const readings = [...this.cells.keys()];
    const head = Buffer.from(JSON.stringify({ ids, readings }));
    const padding = (8 - ((4 + head.length) % 8)) % 8;
    const start = 4 + head.length + padding;
    const bytes = new Uint8Array(start + readings.length * ids.length * 9);
    new DataView(bytes.buffer).setUint32(0, head.length, true);
    bytes.set(head, 4);
    const order = [...this.slots.values()];
    const values = new Float64Array(bytes.buffer, start, readings.length * ids.length);
    const states = bytes.subarray(start + values.byteLength);
    [...this.cells.values()].forEach((cells, c) => {
      order.forEach((slot, row) => {
        values[c * ids.length + row] = cells.values[slot] ?? 0;
        states[c * ids.length + row] = cells.states[slot] ?? ABSENT;
      });
    });
    return bytes;
  }

  /** @param bytes what `snapshot` gave */
  static restore(bytes: Uint8Array): ColumnStore {
    const store = new ColumnStore();
    const headLength = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
    const { ids, readings }: { ids: string[]; readings: string[] } = JSON.parse(
      Buffer.from(bytes.buffer, bytes.byteOffset + 4, headLength).toString('utf8'),
    );
    const start = 4 + headLength + ((8 - ((4 + headLength) % 8)) % 8);
    // A copy that begins at a multiple of eight; a Buffer's own slice would be a view.
    const body = Uint8Array.prototype.slice.call(bytes, start).buffer;
    const values = new Float64Array(body, 0, readings.length * ids.length);
    const states = new Uint8Array(body, values.byteLength);
    ids.forEach((id, slot) => {
      store.slots.set(id, slot);
    });
    store.grow(ids.length);
    readings.forEach((reading, c) => {
      const cells = store.open(reading);
      cells.values.set(values.subarray(c * ids.length, (c + 1) * ids.length));
      cells.states.set(states.subarray(c * ids.length, (c + 1) * ids.length));
    });
    return store;
  }
}
