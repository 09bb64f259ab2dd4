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
    expect(warned(read)).toEqual([]);
  });

  it('says nothing new where its label stands alone on a line', () => {
    const stacked = (line: string) => line.split('\t').filter(Boolean);
    const lines = applicationLines().flatMap((line) =>
      line.includes(repeated) ? [...stacked(line), '', '- 2 -', '', ...stacked(line)] : stacked(line),
    );
    const read = readLines(lines);
    expect(rowValues(read, 'notProcessed.repeated')).toEqual(figuresOf(17));
    expect(warned(read)).toEqual([]);
  });

  it('says nothing new where a heading stands above its label', () => {
    const stacked = (line: string) => line.split('\t').filter(Boolean);
    const heading = '（四）无法提供';
    const lines = applicationLines().flatMap((line) =>
      line.includes(heading) ? [...stacked(line), '', '- 2 -', '', ...stacked(line)] : stacked(line),
    );
    const read = readLines(lines);
    expect(rowValues(read, 'unavailable.notHeld')).toEqual(figuresOf(13));
    expect(warned(read)).toEqual([]);
  });

  it('says nothing new where its label is a heading in the other form', () => {
    const one = applicationLines().filter((line) => !/2\.申请人逾期|3\.其他/.test(line));
    const lines = one.map((line) => line.replace(/（六）其他处理\t[^\t]*/, '（六）其他处理\t'));
    const read = readLines(lines.flatMap((line) => (line.includes('（六）') ? [line, '', line] : [line])));
    expect(rowValues(read, 'otherHandling')).toEqual(figuresOf(21));
    expect(warned(read)).toEqual([]);
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
      expect(warned(read)).toEqual([]);
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

  it('is open where one of two equal figures may have taken the place of the blank between the lines', () => {
    const figures = ['\t\t2.重复申请\t0\t0\t9\t8\t', '\t\t\t0\t0\t17'];
    const read = readLines(applicationLines().flatMap((l) => (l.includes(repeated) ? figures : [l])));
    expect(rowValues(read, 'notProcessed.repeated')).toEqual(open);
    const other = figures.map((line) => line.replace('8\t', '8').replace('0\t0\t17', '5\t6\t17'));
    const whole = readLines(applicationLines().flatMap((l) => (l.includes(repeated) ? other : [l])));
    expect(rowValues(whole, 'notProcessed.repeated')).toEqual([0, 0, 9, 8, 5, 6, 17]);
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

describe('padding here and there', () => {
  /** Every fourth row is padded, that of the label too; `cells` are the figures of that one. */
  const padded = (cells: string, blank: number[] = []) =>
    applicationLines().map((line, i) => {
      if (line.includes(repeated)) return `\t\t${repeated}\t${cells}`;
      if (i < 3) return line;
      const own = blank.reduce((all, c) => all.with(3 + c, ''), line.split('\t'));
      return own.join('\t') + (i % 4 === 0 ? '\t\t' : '');
    });

  it('moves nothing in a row with a blank between its ends', () => {
    const read = readLines(padded('1\t2\t\t3\t4\t5\t6\t'));
    expect(rowValues(read, 'notProcessed.repeated')).toEqual([1, 2, null, 3, 4, 5, 6]);
    expect(warned(read)).toEqual([]);
  });

  it('moves nothing in a row that is blank in front', () => {
    const lines = padded('\t2\t2\t3\t4\t5\t6\t\t').map((line, i) =>
      i === 5 ? line.replace(/\t\d+/, '\t') : line,
    );
    const read = readLines(lines);
    expect(rowValues(read, 'notProcessed.repeated')).toEqual([null, 2, 2, 3, 4, 5, 6]);
    expect(warned(read)).toEqual([]);
  });

  it('hides a lost figure in a row that is blank at its end', () => {
    expect(rowValues(readLines(padded('1\t2\t3\t4\t5\t6\t\t')), 'notProcessed.repeated')).toEqual(open);
  });

  it('hides no column that is blank in every row, though all rows of a kind are padded', () => {
    const lines = padded('\t2\t1\t3\t4\t5\t6', [0]).map((line) =>
      /（[一二七]）/.test(line) ? `${line.trimEnd()}\t` : line,
    );
    const read = readLines(lines);
    expect(rowValues(read, 'handledTotal')).toEqual([null, ...figuresOf(24).slice(1)]);
    expect(warned(read)).toEqual([]);
    const lost = readLines(
      lines.map((line) => (line.includes('（七）') ? line.replace(/\t\d+(?=\t$)/, '') : line)),
    );
    expect(rowValues(lost, 'handledTotal')).toEqual(open);
  });
});

describe('the last rows of a table', () => {
  it('belong to it where their labels are torn', () => {
    const stacked = applicationLines().flatMap((line) => line.split('\t').filter(Boolean));
    const lines = stacked.flatMap((line) =>
      line.startsWith('四、') ? [line.slice(0, 4), line.slice(4)] : [line],
    );
    const read = readLines([...lines, '四、政府信息公开行政复议、行政诉讼情况', '行政复议', '7', '8', '9']);
    expect(rowValues(read, 'handledTotal')).toEqual(figuresOf(24));
    expect(rowValues(read, 'carriedForward')).toEqual(figuresOf(25));
  });
});

describe('the sign of a footnote behind a label', () => {
  it('is no cell, where each stands on a line of its own', () => {
    const stacked = (line: string) => line.split('\t').filter(Boolean);
    const signed = (lost: number) =>
      applicationLines().flatMap((line) => {
        if (!line.includes(repeated)) return stacked(line);
        const [label, ...figures] = stacked(line);
        return [`${label} *`, ...figures.slice(lost)];
      });
    expect(rowValues(readLines(signed(0)), 'notProcessed.repeated')).toEqual(figuresOf(17));
    expect(rowValues(readLines(signed(1)), 'notProcessed.repeated')).toEqual(open);
  });
});
