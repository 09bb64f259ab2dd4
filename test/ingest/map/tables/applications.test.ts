import { describe, expect, it } from 'vitest';
import { readTables } from '../../../../src/ingest/map/tables/read-tables.ts';
import {
  applicationHeader,
  applicationLines,
  blocksOf,
  figuresOf,
  readLines,
  rowValues,
  warned,
} from './report-text.ts';

const lineOf = (text: string) => applicationLines().findIndex((line) => line.includes(text));

/** The table with one line replaced by others. */
function replaced(text: string, ...lines: string[]): string[] {
  return applicationLines().flatMap((line) => (line.includes(text) ? lines : [line]));
}

const none = (count: number) => Array.from({ length: count }, () => null);

describe('table 三 in tab-separated text', () => {
  it('reads every cell with its line and the row as printed', () => {
    const read = readLines(applicationLines());
    expect(Object.keys(read.readings)).toHaveLength(175);
    expect(rowValues(read, 'newReceived')).toEqual(figuresOf(1));
    expect(rowValues(read, 'carriedForward')).toEqual(figuresOf(25));
    expect(read.readings['applications.refused.stateSecret.total']).toEqual({
      value: 315,
      raw: '315',
      status: 'reported',
      source: { line: 8, text: '（三）不予公开 1.属于国家秘密 | 50 | 51 | 52 | 53 | 54 | 55 | 315' },
    });
    expect(read.edition).toBe('2021');
  });

  it('takes a label that goes on behind the figures', () => {
    const read = readLines(
      replaced(
        '2.申请人逾期',
        '\t\t2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信\t9\t8\t7\t6\t5\t4\t3',
        '',
        '\t息公开申请\t\t\t\t\t\t\t\t',
      ),
    );
    expect(rowValues(read, 'otherHandling.feeOverdue')).toEqual([9, 8, 7, 6, 5, 4, 3]);
    expect(rowValues(read, 'otherHandling.other')).toEqual(figuresOf(23));
    expect(warned(read)).toEqual([]);
  });

  it('takes figures that stand between the lines of their label', () => {
    const read = readLines(
      replaced('5.要求行政机关', '5.要求行政机关确认或重新', '\t\t\t1\t2\t3\t4\t5\t6\t7', '出具已获取信息'),
    );
    expect(rowValues(read, 'notProcessed.confirmation')).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(warned(read)).toEqual([]);
  });

  it('goes on behind page breaks, page numbers and a repeated header', () => {
    const lines = applicationLines();
    const at = lineOf('2.重复申请');
    const broken = [
      ...lines.slice(0, at),
      '',
      '- 3 -',
      '',
      ...applicationHeader,
      ...lines.slice(at, at + 2),
      '4',
      ...lines.slice(at + 2),
    ];
    const read = readLines(broken);
    expect(rowValues(read, 'notProcessed.repeated')).toEqual(figuresOf(17));
    expect(rowValues(read, 'carriedForward')).toEqual(figuresOf(25));
    expect(warned(read)).toEqual([]);
  });

  it('names the blocks that belong to the table, torn lines and page numbers too, but not the heading', () => {
    const lines = [
      '三、收到和处理政府信息公开申请情况',
      ...replaced(
        '5.要求行政机关',
        '5.要求行政机关确认或重新',
        '\t\t\t1\t2\t3\t4\t5\t6\t7',
        '出具已获取信息',
        '- 3 -',
      ),
    ];
    const blocks = blocksOf([...lines, '五、存在的主要问题及改进情况', '公开不及时。']);
    const { tableBlocks } = readTables(blocks);
    const rest = blocks
      .filter((block) => !tableBlocks.has(block))
      .map((block) => (block.kind === 'paragraph' ? block.text : 'grid'));
    expect(rest).toEqual([lines[0], '五、存在的主要问题及改进情况', '公开不及时。']);
  });

  it('reads one row of （六） as the 2019 form prints it', () => {
    const one = applicationLines().filter((line) => !/2\.申请人逾期|3\.其他/.test(line));
    const read = readLines(one.map((line) => line.replace(/（六）其他处理\t[^\t]*/, '（六）其他处理\t')));
    expect(rowValues(read, 'otherHandling')).toEqual(figuresOf(21));
    expect(read.edition).toBe('2019');
    expect(read.readings['applications.otherHandling.other.total']).toBeUndefined();
  });

  it('keeps slips of reading, lost numbering and spaces inside words from losing a row', () => {
    const read = readLines(
      applicationLines().map((line) =>
        line
          .replace('2.其他法律行政法规禁止公开', '2.其他法律行政止公开')
          .replace('6.属于四类', '属 于四 类')
          .replace('（七）总计', '（七）合 计'),
      ),
    );
    expect(rowValues(read, 'refused.prohibitedByLaw')).toEqual(figuresOf(6));
    expect(rowValues(read, 'refused.processInformation')).toEqual(figuresOf(10));
    expect(rowValues(read, 'handledTotal')).toEqual(figuresOf(24));
    expect(warned(read)).toEqual([]);
  });
});

describe('cells of table 三', () => {
  it('leaves blank what is blank: nothing, marks and 无', () => {
    const read = readLines(replaced('2.重复申请', '\t\t2.重复申请\t/\t—\t无\t-\t\t0\t１，２３４'));
    expect(rowValues(read, 'notProcessed.repeated')).toEqual([...none(5), 0, 1234]);
    expect(read.readings['applications.notProcessed.repeated.research']).toMatchObject({
      raw: '无',
      status: 'blank',
    });
    expect(read.readings['applications.notProcessed.repeated.total']?.raw).toBe('１，２３４');
  });

  it('keeps words in a cell as blank and says so', () => {
    const read = readLines(replaced('2.重复申请', '\t\t2.重复申请\t见附件\t1\t2\t3\t4\t5\t6'));
    expect(rowValues(read, 'notProcessed.repeated')).toEqual([null, 1, 2, 3, 4, 5, 6]);
    expect(read.warnings).toMatchObject([
      { code: 'value-unreadable', readings: ['applications.notProcessed.repeated.naturalPerson'] },
    ]);
  });

  it('finds a column that is blank in every row where labels are padded differently', () => {
    const lines = applicationLines().map((line, i) => {
      if (i < applicationHeader.length) return line;
      const cells = line.split('\t');
      cells[3] = '';
      return (cells[2] ? cells : [...cells.slice(0, 2), ...cells.slice(3), '']).join('\t');
    });
    const read = readLines(lines);
    expect(rowValues(read, 'refused.internalAffairs')).toEqual([null, ...figuresOf(9).slice(1)]);
    expect(rowValues(read, 'carriedForward')).toEqual([null, ...figuresOf(25).slice(1)]);
    expect(warned(read)).toEqual([]);
  });

  it('reads eight equal values, but not eight that differ', () => {
    const read = readLines(replaced('2.重复申请', '\t\t2.重复申请\t0\t0\t0\t0\t0\t0\t0\t0'));
    expect(rowValues(read, 'notProcessed.repeated')).toEqual([0, 0, 0, 0, 0, 0, 0]);
    const doubtful = readLines(replaced('2.重复申请', '\t\t2.重复申请\t1\t0\t0\t0\t0\t0\t0\t1'));
    expect(rowValues(doubtful, 'notProcessed.repeated')).toEqual([undefined, 0, 0, 0, 0, 0, undefined]);
    expect(doubtful.warnings.filter(({ code }) => code === 'row-count')).toMatchObject([
      {
        code: 'row-count',
        readings: [
          'applications.notProcessed.repeated.naturalPerson',
          'applications.notProcessed.repeated.total',
        ],
      },
    ]);
  });

  it('reads nothing from a row that lacks a figure, and names its cells', () => {
    const read = readLines(replaced('2.重复申请', '\t\t2.重复申请\t1\t2\t3\t4\t5\t6'));
    expect(rowValues(read, 'notProcessed.repeated')).toEqual(Array.from({ length: 7 }, () => undefined));
    expect(warned(read)).toHaveLength(7);
  });

  it.each<[string, string[]]>([
    ['digits of several cells', ['\t\t2.重复申请\t38\t7\t4\t0\t0\t12\t43', '\t\t\t7\t\t\t\t\t\t6']],
    [
      'digits behind the rest of a heading',
      ['\t\t2.重复申请\t1\t7\t4\t0\t0\t12\t2', '\t处理\t\t\t\t\t\t\t\t4'],
    ],
  ])('reads nothing from figures cut over two lines: %s', (_name, lines) => {
    const read = readLines(replaced('2.重复申请', ...lines));
    expect(rowValues(read, 'notProcessed.repeated')).toEqual(Array.from({ length: 7 }, () => undefined));
    expect(warned(read)).toHaveLength(7);
    expect(rowValues(read, 'notProcessed.petition')).toEqual(figuresOf(16));
    expect(rowValues(read, 'notProcessed.publications')).toEqual(figuresOf(18));
  });

  it('doubts a figure printed twice behind a blank cell', () => {
    const read = readLines(replaced('2.重复申请', '\t\t2.重复申请\t\t3\t3\t2\t2\t1\t1\t12'));
    const open = undefined;
    expect(rowValues(read, 'notProcessed.repeated')).toEqual([open, 3, open, 2, open, 1, 12]);
    expect(warned(read)).toHaveLength(3);
  });

  it('reads nothing from figures that moved to the left, so that the total seems blank', () => {
    const read = readLines(replaced('2.重复申请', '\t\t2.重复申请\t1\t0\t3\t0\t5\t9\t'));
    expect(rowValues(read, 'notProcessed.repeated')).toEqual(Array.from({ length: 7 }, () => undefined));
    expect(warned(read)).toHaveLength(7);
    const blank = readLines(replaced('2.重复申请', '\t\t2.重复申请\t1\t0\t3\t0\t9\t8\t'));
    expect(rowValues(blank, 'notProcessed.repeated')).toEqual([1, 0, 3, 0, 9, 8, null]);
  });

  it('never mends a total that does not add up', () => {
    const read = readLines(replaced('2.重复申请', '\t\t2.重复申请\t1\t1\t1\t1\t1\t1\t5'));
    expect(read.readings['applications.notProcessed.repeated.total']?.value).toBe(5);
    expect(warned(read)).toEqual([]);
  });

  it('gives a row that is not there no reading, and a warning', () => {
    const read = readLines(replaced('2.重复申请'));
    expect(rowValues(read, 'notProcessed.repeated')).toEqual(Array.from({ length: 7 }, () => undefined));
    expect(read.warnings).toMatchObject([{ code: 'row-missing' }]);
    expect(rowValues(read, 'notProcessed.publications')).toEqual(figuresOf(18));
  });
});

describe('table 三 in other layouts of text', () => {
  const cells = (line: string) => line.split('\t').filter(Boolean);

  it('reads labels and figures that single spaces part', () => {
    const read = readLines(applicationLines().map((line) => cells(line).join(' ')));
    expect(rowValues(read, 'granted')).toEqual(figuresOf(3));
    expect(Object.keys(read.readings)).toHaveLength(175);
  });

  it.each([
    ['a lone digit of the total', ['2.重复申请 700 80 4 3 2 1 79', '0']],
    ['lines that narrow columns tore', ['2.重复申请 38', '7 4 3 2 1 43', '6']],
  ])('reads nothing from figures that narrow cells cut: %s', (_name, lines) => {
    const text = applicationLines().map((line) => cells(line).join(' '));
    const read = readLines(text.flatMap((line) => (line.startsWith('2.重复申请') ? lines : [line])));
    expect(rowValues(read, 'notProcessed.repeated')).toEqual(Array.from({ length: 7 }, () => undefined));
    expect(warned(read)).toHaveLength(7);
  });

  it('reads a paste with one cell on each line', () => {
    const read = readLines(applicationLines().flatMap(cells));
    expect(rowValues(read, 'refused.stateSecret')).toEqual(figuresOf(5));
    expect(Object.keys(read.readings)).toHaveLength(175);
  });

  it('keeps blanks in their columns where every cell is printed once, as copied from a page', () => {
    const copied = applicationLines()
      .slice(3)
      .map((line) => {
        const [label, ...figures] = [cells(line).slice(0, -7).join('\t'), ...cells(line).slice(-7)];
        return [label, '', ...figures.slice(1)].join('\t');
      });
    const header = applicationHeader.map((line) => cells(line).join('\t'));
    const read = readLines([...header, ...copied]);
    expect(rowValues(read, 'newReceived')).toEqual([null, ...figuresOf(1).slice(1)]);
    expect(rowValues(read, 'notProcessed.repeated')).toEqual([null, ...figuresOf(17).slice(1)]);
    expect(warned(read)).toEqual([]);
  });

  it('reads a row that slipped where it is blank in the column that is blank everywhere', () => {
    const blank = (line: string, c: number) => line.split('\t').with(c, '').join('\t');
    const lines = applicationLines().map((line, i) => (i < 3 ? line : blank(line, 5)));
    const slipped = lines.map((line) =>
      line.includes('2.重复申请') ? `${line.replace('\t\t2.', '\t2.')}\t` : line,
    );
    const read = readLines(slipped);
    expect(rowValues(read, 'notProcessed.repeated')).toEqual([170, 171, null, 173, 174, 175, 1035]);
    expect(warned(read)).toEqual([]);
  });

  it('gives the figures of a paste to the label above them where the rows before are blank', () => {
    const blank = new Set([5, 6, 7, 8, 9, 10, 11, 12].map((index) => applicationLines()[index + 2]));
    const read = readLines(
      applicationLines().flatMap((line) =>
        blank.has(line) ? cells(line).filter((c) => /\p{L}/u.test(c)) : cells(line),
      ),
    );
    expect(rowValues(read, 'unavailable.notHeld')).toEqual(figuresOf(13));
    expect(rowValues(read, 'refused.enforcementFiles')).toEqual(Array.from({ length: 7 }, () => undefined));
  });

  it('reads pipes, with headings repeated in every row', () => {
    const rows = applicationLines().map((line) => `| ${line.split('\t').join(' | ')} |`);
    const read = readLines([
      ...rows.slice(0, 1),
      `|${'---|'.repeat(10)}`,
      ...rows
        .slice(1)
        .map((row) =>
          row.replace('|  |  | 2.重复申请', '| 三、本年度办理结果 | （五）不予处理 | 2.重复<br>申请'),
        ),
    ]);
    expect(rowValues(read, 'notProcessed.repeated')).toEqual(figuresOf(17));
    expect(Object.keys(read.readings)).toHaveLength(175);
    expect(read.warnings).toEqual([]);
  });
});
