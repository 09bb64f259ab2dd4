import { describe, expect, it } from 'vitest';
import { applicationLines, figuresOf, readLines, rowValues } from './report-text.ts';

const cells = (line: string) => line.split('\t').filter(Boolean);

describe('table 三 copied from a page whose narrow cells broke its lines', () => {
  it('reads the first rows behind a header that narrow cells tore, their own labels torn too', () => {
    const header =
      '（本列数据的勾稽关系为：第/一项加第二项之和，等于第三/项加第四项之和）/申请人情况/自然/人/法人或其他组织/总计商业/企业/科研/机构/社会/公益/组织/法律/服务/机构/其他';
    const rows = applicationLines()
      .slice(3)
      .map((line) => cells(line).join(' '));
    const torn = rows.flatMap((row) => (/^[一二]、/.test(row) ? [row.slice(0, 12), row.slice(12)] : [row]));
    const read = readLines(['三、收到和处理政府信息公开申请情况', ...header.split('/'), ...torn]);
    expect(rowValues(read, 'newReceived')).toEqual(figuresOf(1));
    expect(rowValues(read, 'carriedIn')).toEqual(figuresOf(2));
    expect(read.warnings).toEqual([]);
  });
});
