import { describe, expect, it } from 'vitest';
import { applicationLines, figuresOf, readLines, rowValues, warned } from './report-text.ts';

const open = Array.from({ length: 7 }, () => undefined);
const repeated = '2.重复申请';

/** The lines of the table, those with `label` changed. */
function changed(label: string, change: (line: string) => string[]): string[] {
  return applicationLines().flatMap((line) => (line.includes(label) ? change(line) : [line]));
}

describe('a row that is printed once more word for word', () => {
  it('says nothing new', () => {
    const read = readLines(changed(repeated, (line) => [line, '', '- 2 -', '', line]));
    expect(rowValues(read, 'notProcessed.repeated')).toEqual(figuresOf(17));
    expect(read.warnings).toEqual([]);
  });

  it('says nothing new where its label stands alone on a line', () => {
    const stacked = (line: string) => line.split('\t').filter(Boolean);
    const lines = applicationLines().flatMap((line) =>
      line.includes(repeated) ? [...stacked(line), '', '- 2 -', '', ...stacked(line)] : stacked(line),
    );
    const read = readLines(lines);
    expect(rowValues(read, 'notProcessed.repeated')).toEqual(figuresOf(17));
    expect(read.warnings).toEqual([]);
  });

  it('is not the row behind it, which stays missing', () => {
    const lines = applicationLines().filter((line) => !line.includes('3.要求提供公开出版物'));
    const read = readLines(lines.flatMap((line) => (line.includes(repeated) ? [line, line] : [line])));
    expect(rowValues(read, 'notProcessed.repeated')).toEqual(figuresOf(17));
    expect(rowValues(read, 'notProcessed.publications')).toEqual(open);
    expect(warned(read).every((id) => id.includes('publications'))).toBe(true);
  });

  it('is in doubt where one figure differs, or no label tells whose figures they are', () => {
    const other = readLines(changed(repeated, (line) => [line, line.replace(/\d+$/, '9')]));
    expect(warned(other).length).toBeGreaterThan(0);
    const bare = readLines(
      changed(repeated, (line) => [repeated, line.replace(repeated, ''), line.replace(repeated, '')]),
    );
    expect(warned(bare).length).toBeGreaterThan(0);
  });
});

describe('a row whose figures go on in the next line', () => {
  const blank = (line: string) => line.split('\t').with(3, '');
  const lines = (change: (cells: string[]) => string[]) =>
    applicationLines().flatMap((line, i) => {
      if (i < 3) return [line];
      return line.includes(repeated) ? change(blank(line)) : [blank(line).join('\t')];
    });
  const halves = (cells: string[], cut: number, lead: string[] = []) => [
    cells.slice(0, cut).join('\t'),
    [...lead, ...cells.slice(cut)].join('\t'),
  ];
  const expected = [null, ...figuresOf(17).slice(1)];

  it.each([[[]], [['', '', '']]])(
    'is whole with just as many cells as the others, %j before the rest',
    (lead) => {
      const read = readLines(lines((cells) => halves(cells, 6, lead)));
      expect(rowValues(read, 'notProcessed.repeated')).toEqual(expected);
      expect(read.warnings).toEqual([]);
    },
  );

  it.each([
    [[], 8],
    [['', '', ''], 8],
    [['', ''], 8],
  ])('is open where a cell is lost between, %j before the rest', (lead, lost) => {
    const read = readLines(lines((cells) => halves(cells.toSpliced(lost, 1), 6, lead)));
    expect(rowValues(read, 'notProcessed.repeated')).toEqual(open);
  });

  it('is open where other rows are padded, so that their length says nothing', () => {
    const padded = lines((cells) =>
      halves(cells.toSpliced(8, 1), 6).map((line, i) => (i ? `${line}\t` : line)),
    );
    const read = readLines(padded.map((line, i) => (i % 4 === 0 ? `${line}\t` : line)));
    expect(rowValues(read, 'notProcessed.repeated')).toEqual(open);
  });
});

describe('a figure that may be printed twice in a padded row', () => {
  const scattered = (change: (line: string) => string) =>
    applicationLines().map((line, i) => {
      if (line.includes('（二）部分公开')) return line.split('\t').with(5, '').join('\t');
      return line.includes(repeated) ? change(line) : line + (i > 3 && i % 3 === 0 ? '\t' : '');
    });

  it('leaves open only what a blank pushed out of the row would change', () => {
    const read = readLines(scattered((line) => line.replace(/(?<=申请\t).*/, '3\t1\t2\t0\t0\t4\t7\t')));
    expect(rowValues(read, 'notProcessed.repeated')).toEqual([3, 1, 2, 0, ...open.slice(4)]);
    expect(warned(read)).toHaveLength(3);
  });

  it('leaves nothing open where no two neighbours are equal', () => {
    const read = readLines(scattered((line) => line.replace(/(?<=申请\t).*/, '3\t1\t2\t0\t1\t4\t7\t')));
    expect(rowValues(read, 'notProcessed.repeated')).toEqual([3, 1, 2, 0, 1, 4, 7]);
    expect(warned(read)).toEqual([]);
  });
});
