import { describe, expect, it } from 'vitest';
import { decodeText, linesToBlocks } from '../../../src/ingest/decode/text.ts';
import { toGb18030 } from '../../fuzz/gb18030.ts';

const text = '云岭县财政局2023年政府信息公开工作年度报告\n\n一、总体情况\n';

function grids(lines: string[]): string[][][] {
  return linesToBlocks(lines.join('\n')).flatMap((block) => {
    if (block.kind !== 'grid') return [];
    const { cells, rows } = block.grid;
    return [
      Array.from({ length: rows }, (_, r) => cells.filter((cell) => cell.row === r).map((cell) => cell.text)),
    ];
  });
}

describe('text', () => {
  it.each([
    ['UTF-8', new TextEncoder().encode(text)],
    ['UTF-8 with its mark', new TextEncoder().encode(`\ufeff${text}`)],
    ['GB18030', toGb18030(text)],
    ['UTF-16', new Uint8Array([0xff, 0xfe, ...Buffer.from(text, 'utf16le')])],
  ])('in %s gives a paragraph for each line that is not empty, with its number', (_, bytes) => {
    expect(decodeText(bytes, 'a.txt')).toEqual({
      format: 'txt',
      blocks: [
        { kind: 'paragraph', text: '云岭县财政局2023年政府信息公开工作年度报告', place: { line: 1 } },
        { kind: 'paragraph', text: '一、总体情况', place: { line: 3 } },
      ],
      warnings: [],
    });
  });

  it('loses the bullet in front of words, not the line in front of a number', () => {
    const texts = linesToBlocks('- 问题：宣传不足。\n- 3 -').map((b) =>
      b.kind === 'paragraph' ? b.text : '',
    );
    expect(texts).toEqual(['问题：宣传不足。', '- 3 -']);
  });

  it('loses the marks of Markdown, not the words between them', () => {
    const [block] = linesToBlocks('## （三）**政府信息管理**。逐件登记\\.');
    expect(block).toMatchObject({ kind: 'paragraph', text: '（三）政府信息管理。逐件登记.' });
  });

  it('makes a grid of tab-separated lines, over empty lines and numbers of pages', () => {
    expect(grids(['规章\t0\t1\t2', '', '- 3 -', '', '\t**行政**许可\t5\t\t'])).toEqual([
      [
        ['规章', '0', '1', '2'],
        ['', '行政许可', '5', '', ''],
      ],
    ]);
  });

  it('leaves out the rules that are drawn between rows', () => {
    const lines = [
      '  ------------ --------',
      '  结果维持     总计',
      '  ============ ========',
      '+-----+-----+',
    ];
    expect(linesToBlocks(lines.join('\n')).map((block) => block.kind === 'paragraph' && block.text)).toEqual([
      '结果维持     总计',
    ]);
  });

  it('puts fewer numbers under columns only where the rows around agree on these', () => {
    const ragged = [
      '予以公开  1  2  3  4  5  6  7',
      '部分公开的  3  3',
      '属于国家秘密的  1  2  3  4  5  6  7',
    ];
    const rows = [...ragged, '不予处理  1  2  3  4  5  6  7'];
    expect(grids(rows)[0]?.[1]).toEqual(['部分公开的', '3', '3']);
    const even = [
      '甲甲  1  2  3  4  5  6  7',
      '乙乙        3           7',
      '丙丙  1  2  3  4  5  6  7',
      '丁丁  1  2  3  4  5  6  7',
    ];
    expect(grids(even)[0]?.[1]).toEqual(['乙乙', '', '', '3', '', '', '', '7']);
  });

  it('takes no indented sentence for a row', () => {
    expect(grids(['\t全年更新栏目，先审核后公开。', '\t公开目录按年度调整。'])).toEqual([]);
  });

  it('makes grids of pipes, of commas and of columns drawn with spaces', () => {
    expect(grids(['| 规章 | 0 |', '|---|:-:|', '| 行政<br>许可 | 5 |'])).toEqual([
      [
        ['规章', '0'],
        ['行政 许可', '5'],
      ],
    ]);
    expect(grids(['规章,0,"1,234",2', '"规范性,文件",3,,4', '行政许可,5,,'])).toEqual([
      [
        ['规章', '0', '1,234', '2'],
        ['规范性,文件', '3', '', '4'],
        ['行政许可', '5', '', ''],
      ],
    ]);
    expect(grids(['规章        0   1   2', '规范性文件  3   4   5', '许可        6   7   8'])).toEqual([
      [
        ['规章', '0', '1', '2'],
        ['规范性文件', '3', '4', '5'],
        ['许可', '6', '7', '8'],
      ],
    ]);
  });
});
