import { describe, expect, it } from 'vitest';
import {
  applicationHeader,
  applicationLines,
  figuresOf,
  readLines,
  rowValues,
  warned,
} from './report-text.ts';

const open = Array.from({ length: 7 }, () => undefined);
const figuresIn = (line: string) => line.slice(line.search(/\d+\t\d/));
const named = (read: ReturnType<typeof readLines>, row: string) =>
  warned(read).filter((id) => id.startsWith(`applications.${row}.`)).length;

describe('figures beside a label that is another row’s', () => {
  it('are not those of the torn label above, whose own are missing', () => {
    const lines = applicationLines()
      .filter((line) => !/2\.申请人逾期|3\.其他/.test(line))
      .flatMap((line) => {
        if (line.includes('5.要求行政机关')) return ['5.要求行政', '机关确认或重新出具已获取信息'];
        return line.includes('（六）') ? [`\t其他处理\t\t${figuresIn(line)}`] : [line];
      });
    const read = readLines(lines);
    expect(rowValues(read, 'notProcessed.confirmation')).toEqual(open);
    expect(named(read, 'notProcessed.confirmation')).toBe(7);
  });

  it('are not those of a whole label above whose own are missing', () => {
    const front = '三、本年度办理结果\t（三）不予公开\t';
    const lines = applicationLines().flatMap((line) => {
      if (line.includes('4.保护第三方')) return ['4.保护第三方合法权益'];
      return line.includes('5.属于三类')
        ? ['5.属于三类内部', `${front}事务信息\t${figuresIn(line)}`]
        : [line];
    });
    const read = readLines(lines);
    expect(rowValues(read, 'refused.thirdPartyRights')).toEqual(open);
    expect(named(read, 'refused.thirdPartyRights')).toBe(7);
  });

  it('are not those of the label behind them whose own are missing', () => {
    const lines = applicationLines().flatMap((line) => {
      if (line.includes('（一）')) return ['（一）予以', '三、本年度办理结果', '公开', figuresIn(line)];
      if (line.includes('（二）')) return [line.slice(0, line.search(/\d+\t\d/)).trim()];
      return line.includes('（三）') ? ['（三）不予公开', line.replace('（三）不予公开', '')] : [line];
    });
    const read = readLines(lines.map((line) => line.replace(/\t(?=\D)/g, '')));
    expect(rowValues(read, 'partlyGranted')).toEqual(open);
    expect(named(read, 'partlyGranted')).toBe(7);
  });

  it('are not those of the next row where a torn row is printed twice', () => {
    const lines = applicationLines().flatMap((line) => {
      if (line.includes('1.信访')) return ['1.信访举报投诉类'];
      if (!line.includes('3.补正后')) return [line];
      const rest = `\t\t仍不明确\t${figuresIn(line)}`;
      return ['3.补正后申请内容', rest, '', '- 2 -', '', rest.replace(/\t\d+$/, '\t9')];
    });
    const read = readLines(lines);
    expect(rowValues(read, 'notProcessed.petition')).toEqual(open);
    expect(named(read, 'notProcessed.petition')).toBe(7);
  });

  it('are not those of 3.其他 where （六）其他处理 lost its number', () => {
    const front = '三、本年度办理结果\t其他处理\t其他处理';
    const lines = applicationLines()
      .filter((line) => !/2\.申请人逾期|3\.其他/.test(line))
      .flatMap((line) => {
        if (line.includes('5.要求行政机关'))
          return [line.replace(figuresIn(line), '0\t0'), '0\t0\t0\t0\t0\t0'];
        return line.includes('（六）') ? [`${front}\t${figuresIn(line)}`] : [line];
      });
    expect(rowValues(readLines(lines), 'otherHandling.other')).toEqual(open);
  });
});

describe('a label that stands whole behind the figures of the row before', () => {
  it('is no piece of that row’s', () => {
    const stacked = (line: string) => line.split('\t').filter(Boolean);
    const torn = (line: string) => {
      const [label = '', ...figures] = stacked(line);
      return [label.slice(0, 8), ...figures, '果', label.slice(8)];
    };
    const lines = applicationLines().flatMap((line) => {
      if (line.includes('5.属于三类')) return torn(line);
      if (!line.includes('6.属于四类')) return stacked(line);
      return ['7.属于行政执法案卷', ...stacked(line).slice(1, -1), '99'];
    });
    const read = readLines(lines);
    expect(rowValues(read, 'refused.processInformation')).toEqual(open);
    expect(named(read, 'refused.processInformation')).toBe(7);
  });
});

describe('a number that stands apart', () => {
  const stacked = (line: string) => line.split('\t').filter(Boolean);

  it('is the page’s before the figures of a row that lost one', () => {
    const lines = applicationLines().flatMap((line) => {
      if (!line.includes('3.补正后')) return stacked(line);
      const [label = '', , ...figures] = stacked(line);
      return [label, '', '4', '', ...figures];
    });
    const read = readLines([...applicationHeader, ...lines]);
    expect(rowValues(read, 'unavailable.stillUnclear')).toEqual(open);
    expect(named(read, 'unavailable.stillUnclear')).toBe(7);
  });

  it.each([[['行政处', '4', '罚\t2\t\t']], [['行政处罚', '', '4', '', '\t2\t\t']]])(
    'is the page’s beside a label of table 二: %j',
    (penalties) => {
      const read = readLines([
        '第二十条第（一）项\t\t\t',
        '信息内容\t本年制发件数\t本年废止件数\t现行有效件数',
        '规章\t1\t2\t3',
        '行政规范性文件\t4\t5\t6',
        '第二十条第（五）项\t\t\t',
        '信息内容\t本年处理决定数量\t\t',
        '行政许可\t7\t\t',
        '第二十条第（六）项\t\t\t',
        '信息内容\t本年处理决定数量\t\t',
        ...penalties,
        '行政强制\t0\t\t',
      ]);
      expect(read.readings['disclosure.penalties.decisions']?.value).toBe(2);
    },
  );
});

it('a heading in front of figures lost no empty cell before it', () => {
  const lines = applicationLines().flatMap((line) => {
    if (!line.includes('（一）予以公开')) return [line];
    const figures = figuresOf(3).toSpliced(3, 1).join('\t');
    return ['（一）予以公开', `三、本年度办理结果\t\t\t${figures}`];
  });
  const read = readLines(lines);
  expect(rowValues(read, 'granted')).toEqual(open);
  expect(named(read, 'granted')).toBe(7);
});

describe('a row of table 四 that fits no label', () => {
  it('may hold the figures of one that seems blank', () => {
    const read = readLines([
      '\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t',
      '行政复议\t1\t1\t0\t0\t2\t',
      '未经 复 议\t0\t0\t1\t0\t1\t',
      '直接起诉\t\t\t\t\t\t',
      '复议后起诉\t0\t0\t0\t0\t0\t',
    ]);
    const own = Object.keys(read.readings).filter((id) => id.includes('directLitigation'));
    expect(own).toEqual([]);
    expect(warned(read).filter((id) => id.includes('directLitigation'))).toHaveLength(5);
    expect(read.warnings.some(({ code, raw }) => code === 'row-unmatched' && raw?.includes('未经'))).toBe(
      true,
    );
  });
});

it('a header of table 二 that lost its first cell takes no figure for one printed twice', () => {
  const read = readLines([
    '第二十条第（一）项\t\t\t',
    '信息内容\t本年新制作数量\t本年新公开数量\t对外公开总数量',
    '规章\t1\t2\t3',
    '规范性文件\t4\t5\t6',
    '第二十条第（八）项\t第二十条第（八）项\t第二十条第（八）项\t第二十条第（八）项',
    '上一年项目数量\t本年增/减\t本年增/减',
    '行政事业性收费\t0\t0\t',
  ]);
  const change = read.readings['disclosure.fees.change']?.value;
  expect(change === 0 || warned(read).includes('disclosure.fees.change')).toBe(true);
});
