import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ColumnStore } from '../../src/archive/columns.ts';
import type { Reading } from '../../src/model/report.ts';

const ids = ['a', 'b', 'c', 'd', 'e'];
const readingIds = ['x', 'y', 'z'];

function reading(value: number | null): Reading {
  const status = value === null ? 'blank' : 'reported';
  return { value, raw: String(value ?? ''), status, source: { text: '' } };
}

const change = fc.oneof(
  fc.record({
    id: fc.constantFrom(...ids),
    cells: fc.dictionary(fc.constantFrom(...readingIds), fc.option(fc.integer())),
  }),
  fc.record({ id: fc.constantFrom(...ids), cells: fc.constant(undefined) }),
);

describe('the column store', () => {
  it('holds what a plain map holds, after any changes, and after a snapshot', () => {
    fc.assert(
      fc.property(fc.array(change), fc.array(change), (changes, later) => {
        const store = new ColumnStore();
        const plain = new Map<string, Record<string, number | null>>();
        for (const { id, cells } of changes) {
          if (!cells) {
            store.delete(id);
            plain.delete(id);
            continue;
          }
          store.set(
            id,
            Object.fromEntries(Object.entries(cells).map(([key, value]) => [key, reading(value)])),
          );
          plain.set(id, cells);
        }
        const restored = ColumnStore.restore(Buffer.from(store.snapshot()));
        // What comes after a restart lies beside what was restored; what goes leaves its place to the next.
        for (const { id, cells } of later) {
          if (cells)
            restored.set(id, Object.fromEntries(Object.entries(cells).map(([k, v]) => [k, reading(v)])));
          else restored.delete(id);
        }
        for (const { id, cells } of later) {
          if (cells)
            store.set(id, Object.fromEntries(Object.entries(cells).map(([k, v]) => [k, reading(v)])));
          else store.delete(id);
          if (cells) plain.set(id, cells);
          else plain.delete(id);
        }
        for (const held of [store, restored, ColumnStore.restore(Buffer.from(restored.snapshot()))]) {
          expect([...held.slots.keys()].sort()).toEqual([...plain.keys()].sort());
          for (const [id, cells] of plain)
            for (const key of readingIds) {
              const cell = held.column(key, Uint32Array.of((held.slots.get(id) ?? -1) + 1)).at(0);
              const value = cells[key];
              expect(cell.status).toBe(
                value === undefined ? 'absent' : value === null ? 'blank' : 'reported',
              );
              expect(cell.value).toBe(value ?? null);
            }
        }
      }),
    );
  });

  it('grows past its first size', () => {
    const store = new ColumnStore();
    for (let i = 0; i < 1000; i += 1) store.set(`r${i}`, { x: reading(i) });
    const rows = Uint32Array.from({ length: 1000 }, (_, i) => (store.slots.get(`r${i}`) ?? 0) + 1);
    const column = store.column('x', rows);
    expect(rows.every((_, i) => column.at(i).value === i)).toBe(true);
  });
});
