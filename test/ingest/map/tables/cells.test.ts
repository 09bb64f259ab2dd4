import { describe, expect, it } from 'vitest';
import { alignCells } from '../../../../src/ingest/map/tables/align-cells.ts';
import { cellValue } from '../../../../src/ingest/map/tables/cell-value.ts';
import { rowCell } from '../../../../src/ingest/map/tables/stream.ts';

describe('a cell', () => {
  it.each([
    ['0', 0],
    ['１，２３４', 1234],
    ['1,234,567.80', 1234567.8],
    ['21 件', 21],
    ['-3', -3],
    ['　7 ', 7],
  ])('%s is a number', (text, value) => {
    expect(cellValue(text)).toEqual({ kind: 'number', value });
  });

  it.each(['/', '-', '—', '——', '－', '无', '--', '／'])('%s is a sign for nothing', (text) => {
    expect(cellValue(text)).toEqual({ kind: 'mark' });
  });

  it.each(['见附件', '1,23', '12 34', '①', '3/5', 'O', '1.2.3', '约10'])('%s is no number', (text) => {
    expect(cellValue(text)).toEqual({ kind: 'text' });
  });

  it('is empty when nothing or only space is printed', () => {
    expect(cellValue(' \u00a0　')).toEqual({ kind: 'empty' });
  });
});

/** What each column may hold, `|` between several, `?` for a cell that may not be there. */
function aligned(...rows: string[]): string[][] {
  const slots = rows.map((row) => ({
    slots: row.split(',').map((text, i) => rowCell(text, i)),
    labelColumn: 2,
    labelStart: 2,
    depth: 3,
  }));
  return alignCells(slots, 7).map(({ columns }) =>
    columns.map((cells) => cells.map((cell) => cell?.text ?? '?').join('|')),
  );
}

const whole = '1,2,3,4,5,6,7';

describe('the cells of a row', () => {
  it('fill the columns in their order, whatever padding stands around', () => {
    expect(aligned(whole, `,${whole},,`)).toEqual([whole.split(','), whole.split(',')]);
  });

  it('are blank where rows that begin alike are not padded', () => {
    const [row] = aligned(',2,3,4,5,6,7', whole, whole, whole);
    expect(row).toEqual(['', '2', '3', '4', '5', '6', '7']);
  });

  it('stay open where one is missing', () => {
    const [row] = aligned('1,2,3,4,5,6', whole, whole);
    expect(row?.every((cell) => cell.includes('?'))).toBe(true);
  });

  it('keep for each column what every reading of it agrees on', () => {
    const [row] = aligned('1,0,0,0,0,0,0,1', whole, whole);
    expect(row).toEqual(['1|0', '0', '0', '0', '0', '0', '0|1']);
  });
});
