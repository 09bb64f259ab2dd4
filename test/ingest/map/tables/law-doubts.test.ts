import { describe, expect, it } from 'vitest';
import { audit } from '../../../../src/audit/audit.ts';
import { doubtApplications, type PlacedRow } from '../../../../src/ingest/map/tables/law-doubts.ts';
import type { TablesRead } from '../../../../src/ingest/map/tables/read-tables.ts';
import type { Reading } from '../../../../src/model/report.ts';
import { balancedReport } from '../../../audit/balanced-report.ts';
import { applicationLines, readLines, rowValues } from './report-text.ts';

const inferred = (read: TablesRead) =>
  read.warnings.filter(({ code }) => code === 'row-inferred').flatMap(({ readings = [] }) => readings);
const rowsNamed = (read: TablesRead) => [
  ...new Set(inferred(read).map((id) => id.slice('applications.'.length, id.lastIndexOf('.')))),
];

/** The cells of all rows with the cell of `column` (from 0) left blank. */
function withoutColumn(column: number, change: (line: string) => string = (line) => line): string[] {
  return applicationLines().map((line, i) =>
    i < 3
      ? line
      : change(line)
          .split('\t')
          .with(3 + column, '')
          .join('\t'),
  );
}

describe('a row whose cells were placed by the rows drawn alike', () => {
  const lines = withoutColumn(0, (line) =>
    line.includes('2.重复申请') ? line.replace('\t175', '\t999') : line,
  );
  const read = readLines(lines);

  it('is in doubt where its figures break a law, and keeps its reading', () => {
    expect(rowsNamed(read)).toContain('notProcessed.repeated');
    expect(rowValues(read, 'notProcessed.repeated')).toEqual([null, 171, 172, 173, 174, 999, 1035]);
  });

  it('is told plainly', () => {
    const warning = read.warnings.find(({ readings }) => readings?.[0]?.includes('notProcessed.repeated'));
    expect(warning?.message).toBe('表三“2.重复申请”一行的位置是推断的，且与合计对不上，请对照原件');
    expect(warning?.raw).toContain('2.重复申请');
  });

  it('is not where the laws are kept', () => {
    expect(readLines(withoutColumn(0)).warnings).toEqual([]);
  });

  it('is with all that were placed like it where many columns do not come out', () => {
    const many = withoutColumn(0, (line) =>
      line.includes('2.重复申请') ? line.replace('\t171\t172\t173', '\t999\t998\t997') : line,
    );
    expect(rowsNamed(read)).not.toContain('newReceived');
    expect(rowsNamed(readLines(many))).toContain('newReceived');
  });
});

describe('the audit', () => {
  const errors = ({ readings, warnings }: TablesRead) =>
    audit(balancedReport({}, { readings, warnings })).filter(({ severity }) => severity === 'error');
  const wrong = (line: string) => line.replace('\t175\t', '\t999\t');

  it('accuses nobody on account of rows whose place was inferred, but of those that stand plainly', () => {
    expect(errors(readLines(withoutColumn(0, wrong)))).toEqual([]);
    expect(errors(readLines(applicationLines().map(wrong))).map(({ rule }) => rule)).toEqual([
      'handled-total',
      'applicant-total',
    ]);
  });
});

describe('a table whose rows stand plainly', () => {
  it('has no doubt where its figures contradict each other', () => {
    const lines = applicationLines().map((line) =>
      line.replace('\t175\t', '\t999\t').replace('\t53\t', '\t8\t'),
    );
    expect(readLines(lines).warnings).toEqual([]);
  });

  it('has none where labels are torn but every row is found', () => {
    const lines = applicationLines().flatMap((line) => {
      const changed = line.replace('\t175\t', '\t999\t').replace('\t53\t', '\t8\t');
      const figures = changed.slice(changed.search(/\d+\t\d/));
      return changed.includes('2.重复申请') ? ['2.重复', `\t\t申请\t${figures}`] : [changed];
    });
    expect(readLines(lines).warnings).toEqual([]);
  });
});

describe('a row with a torn label in a table that lacks a row', () => {
  const lines = (figures: string) =>
    applicationLines().flatMap((line) => {
      if (line.includes('3.要求提供')) return [];
      return line.includes('2.重复申请') ? ['2.重复', `\t\t申请\t${figures}`] : [line];
    });

  it('is in doubt where columns contradict themselves', () => {
    expect(rowsNamed(readLines(lines('9000\t9000\t0\t0\t0\t0\t18000')))).toEqual(['notProcessed.repeated']);
  });

  it('is not where nothing does', () => {
    expect(inferred(readLines(lines('0\t0\t0\t0\t0\t0\t0')))).toEqual([]);
  });
});

describe('the laws of table 三', () => {
  const columns = [
    'naturalPerson',
    'commercial',
    'research',
    'publicWelfare',
    'legalService',
    'otherOrganization',
  ];
  const place = { line: 1 };
  const reading = (raw: string): Reading => {
    const value = raw === '' || Number.isNaN(Number(raw)) ? null : Number(raw);
    return { value, raw, status: value === null ? 'blank' : 'reported', source: { ...place, text: raw } };
  };
  /** Rows of seven cells, in one of which nothing else is known. */
  const doubted = (rows: Record<string, string>, evidence: Partial<PlacedRow> = {}) => {
    const cells = Object.entries(rows).flatMap(([row, figures]) =>
      figures
        .split(' ')
        .map((raw, c) => [
          `applications.${row}.${[...columns, 'total'][c]}`,
          reading(raw === '.' ? '' : raw),
        ]),
    );
    const readings: Record<string, Reading> = Object.fromEntries(cells);
    const placed = Object.keys(rows).map((row) => ({
      name: row,
      readings: Object.keys(readings).filter((id) => id.startsWith(`applications.${row}.`)),
      place,
      raw: row,
      labelled: true,
      seated: false,
      odd: false,
      loose: false,
      ...evidence,
    }));
    return doubtApplications(readings, placed).map(({ raw }) => raw);
  };
  const kept = { granted: '1 2 0 0 0 0 3', partlyGranted: '2 0 1 0 0 0 3' };

  it('take a blank among figures for nothing', () => {
    expect(doubted({ ...kept, newReceived: '. 1 1 . . . 2' })).toEqual([]);
    expect(doubted({ ...kept, newReceived: '. 1 1 . . . 3' })).toEqual(['newReceived']);
  });

  it('say nothing of a column that is blank everywhere, or of words', () => {
    expect(doubted({ granted: '. 2 0 0 0 0 3', newReceived: '. 1 1 0 0 0 7' })).toEqual([]);
    expect(doubted({ ...kept, newReceived: '见附件 1 1 0 0 0 3' })).toEqual([]);
    expect(doubted({ granted: '. 2 0 0 0 0 1', newReceived: '. 1 1 0 0 0 7' })).toEqual(['granted']);
  });

  it('doubt the place of a row that breaks two columns, not of one where a single figure is wrong', () => {
    const frame = {
      carriedIn: '0 0 0 0 0 0 0',
      handledTotal: '5 4 0 0 0 0 9',
      carriedForward: '0 0 0 0 0 0 0',
    };
    const torn = { seated: true, labelled: false };
    expect(doubted({ ...frame, newReceived: '5 4 0 0 0 0 8' }, torn)).toEqual([]);
    expect(doubted({ ...frame, newReceived: '4 4 0 0 0 0 8' }, torn)).toContain('newReceived');
    expect(doubted({ ...frame, newReceived: '4 4 0 0 0 0 8' }, { seated: true })).toEqual([]);
  });

  it('doubt the odd rows before the others', () => {
    const odd = doubted({ ...kept, newReceived: '. 1 1 . . . 3' }, { odd: true });
    expect(odd).toEqual(['newReceived']);
  });

  it('are not needed to doubt a figure that may be printed twice, where all other rows are blank', () => {
    const keys = [
      'stateSecret',
      'prohibitedByLaw',
      'thirdPartyRights',
      'internalAffairs',
      'enforcementFiles',
    ];
    const more = ['petition', 'repeated', 'publications'].map((key) => `notProcessed.${key}`);
    const blank = [...keys.map((key) => `refused.${key}`), ...more].map((key) => [key, '. 1 0 1 0 1 3']);
    const rows = (figures: string) => ({ ...Object.fromEntries(blank), granted: figures });
    const loose = { seated: true, loose: true };
    expect(doubted(rows('0 0 0 0 0 0 0'), loose)).toEqual(['granted']);
    expect(doubted(rows('0 0 0 0 0 0 0'), { seated: true })).toEqual([]);
    expect(doubted(rows('1 2 3 4 5 6 21'), loose)).toEqual([]);
    expect(doubted({ ...rows('0 0 0 0 0 0 0'), newReceived: '0 0 0 0 0 0 0' }, loose)).toEqual([]);
  });

  it('doubt a row that alone fills a column', () => {
    const rows = { granted: '. 2 1 0 0 0 3', partlyGranted: '. 2 1 0 0 0 3', newReceived: '1 1 0 0 0 0 1' };
    expect(doubted(rows, { seated: true })).toEqual(['newReceived']);
    expect(doubted({ ...rows, carriedIn: '1 0 0 0 0 0 1' }, { seated: true })).toEqual([]);
  });
});

describe('a block of table 四', () => {
  const rows = (row: string) => [
    '\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计',
    row,
    '未经复议直接起诉\t0\t0\t0\t0\t0',
    '复议后起诉\t0\t0\t0\t0\t0',
  ];
  it('is in doubt where its total contradicts cells of which some are blank', () => {
    expect(inferred(readLines(rows('行政复议\t3\t\t\t1\t9')))).toHaveLength(5);
    expect(inferred(readLines(rows('行政复议\t3\t\t\t1\t4')))).toEqual([]);
  });

  it('is not where all of its cells are printed', () => {
    expect(inferred(readLines(rows('行政复议\t3\t0\t0\t1\t9')))).toEqual([]);
  });
});
