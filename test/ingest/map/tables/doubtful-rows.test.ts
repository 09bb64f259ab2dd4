import { describe, expect, it } from 'vitest';
import { readTables } from '../../../../src/ingest/map/tables/read-tables.ts';
import { applicationLines, blocksOf, figuresOf, readLines, rowValues, warned } from './report-text.ts';

const open = Array.from({ length: 7 }, () => undefined);

describe('a row that lost a figure', () => {
  it('is not read as blank in its first column because another label stands over two cells', () => {
    const lines = applicationLines().map((line) => {
      if (line.includes('（二）部分公开'))
        return line.replace('（二）部分公开', '（二）部分\t公开').replace(/\t\t(?=\d)/, '\t');
      return line.includes('（七）总计') ? line.replace(/\d+\t(?=\d+$)/, '') : line;
    });
    const read = readLines(lines);
    expect(rowValues(read, 'handledTotal')).toEqual(open);
    expect(warned(read).filter((id) => id.includes('handledTotal'))).toHaveLength(7);
    expect(rowValues(read, 'granted')).toEqual(figuresOf(3));
  });

  it('is not read as blank in its first column where the empty cell may be that of its torn label', () => {
    const lines = applicationLines().flatMap((line) => {
      const at = line.search(/\d+\t\d/);
      const [label, figures] = [line.slice(0, Math.max(0, at)), at < 0 ? '' : line.slice(at)];
      const once = label.split('\t').filter(Boolean).join('\t');
      if (!label.includes('4.无正当理由')) return [figures ? `${once}\t${figures}` : line];
      return ['4.无正当理由大', `（五）不予处理\t\t${figures.replace(/\t\d+$/, '')}`, '量反复申请'];
    });
    const read = readLines(lines);
    expect(rowValues(read, 'notProcessed.massRepeated')).toEqual(open);
    expect(warned(read).filter((id) => id.includes('massRepeated'))).toHaveLength(7);
    expect(rowValues(read, 'notProcessed.publications')).toEqual(figuresOf(18));
  });

  it('is open too where other rows are padded at their ends', () => {
    const lines = applicationLines().map((line, i) => {
      if (line.includes('2.重复申请')) return `${line.replace(/\t\d+$/, '')}\t`;
      return i > 3 && i % 3 === 0 ? `${line}\t\t` : line;
    });
    const read = readLines(lines);
    expect(rowValues(read, 'notProcessed.repeated')).toEqual(open);
    expect(rowValues(read, 'notProcessed.publications')).toEqual(figuresOf(18));
  });
});

describe('a row that lost a figure behind an empty cell', () => {
  it('is open where other rows have such a cell too', () => {
    const lines = applicationLines().map((line) => {
      const at = line.search(/\d+\t\d/);
      const figures = line.slice(at);
      const label = line.slice(0, Math.max(0, at)).split('\t').filter(Boolean).join('\t');
      if (at < 0) return line;
      if (label.startsWith('一、')) return `${label}\t\t${figures.replace(/\t\d+$/, '')}`;
      return /^[二四]、/.test(label) ? `${label}\t\t${figures}` : `${label}\t${figures}`;
    });
    const read = readLines(lines);
    expect(rowValues(read, 'newReceived')).toEqual(open);
    expect(warned(read).filter((id) => id.includes('newReceived'))).toHaveLength(7);
    expect(rowValues(read, 'notProcessed.publications')).toEqual(figuresOf(18));
  });
});

describe('a row that has a figure twice', () => {
  it('is not taken for one that is padded at its end', () => {
    const lines = applicationLines().map((line, i) => {
      if (i < 3) return line;
      const cells = line.split('\t').with(3, '').with(9, '');
      if (line.includes('2.重复申请'))
        return cells
          .with(8, '')
          .toSpliced(4, 0, cells[4] ?? '')
          .join('\t');
      return (line.includes('（二）部分公开') ? cells.with(5, '') : cells).join('\t');
    });
    const read = readLines(lines);
    expect(rowValues(read, 'notProcessed.repeated')).toEqual(open);
    expect(rowValues(read, 'notProcessed.publications')).toEqual([null, ...figuresOf(18).slice(1, 6), null]);
  });
});

describe('a row whose label does not tell', () => {
  it('is named as every row that it may be', () => {
    const one = applicationLines().filter((line) => !/2\.申请人逾期|3\.其他/.test(line));
    const read = readLines(one.map((line) => line.replace(/（六）其他处理\t[^\t]*/, '其他理\t')));
    expect(rowValues(read, 'otherHandling')).toEqual(open);
    expect(rowValues(read, 'otherHandling.other')).toEqual(open);
    const named = warned(read);
    expect(named).toContain('applications.otherHandling.total');
    expect(named).toContain('applications.otherHandling.other.total');
  });

  it('gives its figures to no label below it that is whole', () => {
    const lines = applicationLines().flatMap((line) => {
      if (!line.includes('2.重复申请')) return [line];
      return ['\t\t\t9\t8\t7\t6\t5\t4\t3', line];
    });
    const read = readLines(lines);
    expect(rowValues(read, 'notProcessed.publications')).toEqual(figuresOf(18));
    expect(warned(read).length).toBeGreaterThan(0);
  });
});

describe('a row that is printed twice', () => {
  it('is not the missing row in whose place it stands', () => {
    const [heading, wrong] = ['三、本年度办理结果\t（一）予以公开\t', '（二）部分公开'];
    const again = `${heading}\t9\t8\t7\t6\t5\t4\t3`;
    const read = readLines(applicationLines().map((line) => (line.includes(wrong) ? again : line)));
    expect(rowValues(read, 'granted')).toEqual(figuresOf(3));
    expect(rowValues(read, 'partlyGranted')).toEqual(open);
    expect(warned(read).filter((id) => id.includes('partlyGranted'))).toHaveLength(7);
  });
});

describe('a row with a figure twice behind a blank', () => {
  it('is in doubt though a heading beside torn figures stands in a column of its own', () => {
    const lines = applicationLines().flatMap((line) => {
      const figures = line.slice(line.search(/\d+\t\d/));
      if (/[357]\.属于|3\.危及|2\.重复/.test(line)) return [line.replace(/^\t+/, '')];
      if (line.includes('1.本机关')) return ['1.本机关不掌握相关政府信息\t\t131\t7\t7\t134\t135\t136\t550'];
      return line.includes('1.信访') ? ['1.信访举报投诉类申请', `\t（五）不予处理\t\t${figures}`] : [line];
    });
    const read = readLines(lines);
    expect(rowValues(read, 'unavailable.notHeld').slice(0, 2)).toEqual([undefined, undefined]);
    expect(warned(read).filter((id) => id.includes('unavailable.notHeld')).length).toBeGreaterThan(1);
    expect(rowValues(read, 'refused.safetyAndStability')).toEqual(figuresOf(7));
  });
});

describe('what is missing', () => {
  it('is named in either form when there is no table three', () => {
    const { warnings } = readTables(blocksOf(['一、总体情况', '公开不及时。']));
    const named = warnings.flatMap(({ readings = [] }) => readings);
    expect(named).toContain('applications.otherHandling.total');
    expect(named).toContain('applications.otherHandling.other.total');
  });

  it('is named where the header of table two lacks a column', () => {
    const { warnings } = readTables(
      blocksOf([
        '第二十条第（一）项\t\t\t',
        '信息内容\t本年废止件数\t现行有效件数',
        '规章\t\t3\t7',
        '行政规范性文件\t\t2\t5',
        '第二十条第（五）项\t\t\t',
        '信息内容\t本年处理决定数量\t\t',
        '行政许可\t4\t\t',
      ]),
    );
    const named = warnings.flatMap(({ readings = [] }) => readings);
    expect(named).toContain('disclosure.regulations.issued');
    expect(named).toContain('disclosure.normativeDocuments.issued');
  });

  it('is named in either form where table two has headers alone', () => {
    const { warnings } = readTables(
      blocksOf(['第二十条第（一）项', '第二十条第（五）项', '第二十条第（六）项', '第二十条第（八）项']),
    );
    const named = warnings.flatMap(({ readings = [] }) => readings);
    expect(named).toContain('disclosure.regulations.issued');
    expect(named).toContain('disclosure.regulations.newlyMade');
  });

  it('leaves open whose the last of its figures is where the header of table two lost a column', () => {
    const read = readTables(
      blocksOf([
        '第二十条第（一）项\t\t\t',
        '信息内容\t本年新制作数量\t本年新公开数量\t对外公开总数量',
        '规章\t1\t2\t3',
        '规范性文件\t4\t5\t6',
        '第二十条第（五）项\t\t\t',
        '信息内容\t上一年项目数量\t处理决定数量',
        '行政许可\t22\t-1\t',
        '其他对外管理服务事项\t10\t11\t12',
      ]),
    );
    expect(Object.keys(read.readings).filter((id) => id.includes('permits'))).toEqual([]);
    expect(read.readings['disclosure.otherServices.decisions']?.value).toBe(12);
    expect(warned(read)).toContain('disclosure.permits.decisions');
  });
});

describe('figures beside the label of a row whose own are lost', () => {
  it('stay those of the torn label before them', () => {
    const lines = applicationLines().flatMap((line) => {
      const figures = line.slice(line.search(/\d+\t\d/));
      if (line.includes('8.属于行政查询事项')) return ['8.属于行政查', `\t\t询事项\t${figures}`];
      return line.includes('1.本机关不掌握') ? ['1.本机关不掌握相关政府信息'] : [line];
    });
    const read = readLines(lines);
    expect(rowValues(read, 'unavailable.notHeld')).toEqual(open);
    expect(warned(read).filter((id) => id.includes('unavailable.notHeld'))).toHaveLength(7);
    expect(rowValues(read, 'refused.administrativeInquiry')).toEqual(figuresOf(12));
  });

  it('are nobody’s where they stand twice in one torn label and the row before is missing', () => {
    const lines = applicationLines().flatMap((line) => {
      const figures = line.slice(line.search(/\d+\t\d/));
      if (line.includes('3.危及')) return [];
      if (!line.includes('4.保护第三方')) return [line];
      return ['4.保护第三方合', `\t\t\t${figures}`, `\t\t\t${figures}`, '法权益'];
    });
    const read = readLines(lines);
    expect(rowValues(read, 'refused.safetyAndStability')).toEqual(open);
    expect(warned(read).filter((id) => id.includes('safetyAndStability'))).toHaveLength(7);
  });
});
