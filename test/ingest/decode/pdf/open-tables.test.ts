import { describe, expect, it } from 'vitest';
import { decodePdf } from '../../../../src/ingest/decode/pdf.ts';
import type { Grid } from '../../../../src/model/document.ts';
import { drawReport } from './draw-report.ts';
import type { DrawStyle } from './draw-style.ts';
import { applicationsTable, figures, type MeantTable, reviewsTable } from './official-tables.ts';
import { rawPdf, show } from './raw-pdf.ts';

const sentence = '青川县梨溪镇人民政府2023年政府信息公开工作年度报告，统计期限自1月1日起。';

/** Everything printed in one column of values is left blank. */
function withoutColumn(table: MeantTable, column: number): MeantTable {
  const cells = table.cells.map((cell) =>
    cell.column === column && /^\d+$/.test(cell.text) ? { ...cell, text: '' } : cell,
  );
  return { ...table, cells };
}

async function gridsOf(table: MeantTable, heading: string, style: DrawStyle): Promise<Grid[]> {
  const report = {
    before: [sentence, sentence],
    tables: [{ heading, table }],
    after: ['五、存在的主要问题', sentence],
  };
  const { blocks } = await decodePdf(await drawReport(report, style), { pages: 20 });
  return blocks.flatMap((block) => (block.kind === 'grid' ? [block.grid] : []));
}

/** The last `count` cells of every row with figures, blanks included; nothing where columns are in doubt. */
function valueRows(grids: readonly Pick<Grid, 'rows' | 'cells' | 'exact'>[], count: number): string[][] {
  return grids.flatMap((grid) =>
    Array.from({ length: grid.exact ? grid.rows : 0 }, (_, row) =>
      grid.cells
        .filter((cell) => cell.row === row)
        .sort((a, b) => a.column - b.column)
        .slice(-count)
        .map((cell) => cell.text),
    ).filter((texts) => texts.some((text) => /^\d+$/.test(text))),
  );
}

const styles: [string, DrawStyle][] = [
  ['horizontal lines only', { border: 'horizontal' }],
  ['no lines', { border: 'none' }],
  ['no lines, closely set', { border: 'none', padding: 1 }],
  ['no lines, a header on each page', { border: 'none', repeatHeader: true }],
  ['no lines, text on the left', { border: 'none', align: 'left' }],
  ['no lines, text on the right', { border: 'none', align: 'right' }],
  ['no lines, numbers of pages inside', { border: 'none', pageNumber: (page) => `- ${page} -`, bottom: 45 }],
];

describe('columns left blank in tables without drawn columns', () => {
  describe.each(styles)('%s', (_name, style) => {
    it.each([3, 5, 9])('keeps blank column %i of table 三 apart', async (column) => {
      const table = withoutColumn(applicationsTable(figures(column)), column);
      const grids = await gridsOf(table, '三、收到和处理政府信息公开申请情况', style);
      expect(valueRows(grids, 7)).toEqual(valueRows([{ ...table, exact: true } as never], 7));
    });

    it('keeps blank columns of table 四 apart', async () => {
      const table = withoutColumn(withoutColumn(reviewsTable(figures(8)), 2), 11);
      const grids = await gridsOf(table, '四、政府信息公开行政复议、行政诉讼情况', { ...style, fontSize: 7 });
      expect(valueRows(grids, 15)).toEqual(valueRows([{ ...table, exact: true } as never], 15));
    });
  });
});

describe('figures, labels and headers over several lines', () => {
  const xs = [200, 270, 340, 410];
  const at = (y: number, cells: readonly string[]) =>
    cells.map((cell, i) => (cell ? show(cell, xs[i] ?? 0, y) : '')).join('');
  const header = show('信息内容', 60, 700) + at(700, ['甲类件数', '乙类件数', '丙类件数', '丁类件数']);
  const decode = async (...pages: string[]) => {
    const { blocks } = await decodePdf(await rawPdf({ pages }), { pages: 9 });
    return blocks.flatMap((block) => (block.kind === 'grid' ? [block.grid] : []));
  };
  const title = show(sentence, 60, 780);
  const rowsOf = (grid: Grid | undefined) =>
    Array.from({ length: grid?.rows ?? 0 }, (_, row) =>
      (grid?.cells ?? []).filter((cell) => cell.row === row).map((cell) => cell.text),
    );

  it('puts a number together whose parts stand above and below the other figures', async () => {
    const torn =
      at(676, ['3985', '', '', '']) +
      show('规章', 60, 670) +
      at(670, ['', '1', '2', '3']) +
      at(664, ['758', '', '', '']);
    const [grid] = await decode(
      title + header + torn + show('办法', 60, 640) + at(640, ['1', '2', '3', '4']),
    );
    expect(rowsOf(grid).slice(1)).toEqual([
      ['规章', '3985758', '1', '2', '3'],
      ['办法', '1', '2', '3', '4'],
    ]);
  });

  it('leaves digits in doubt that stand as far below as another row may', async () => {
    const rows = show('规章', 60, 670) + at(670, ['3985', '1', '2', '3']) + at(656, ['758', '', '', '']);
    const wrapped = show('管理', 60, 620) + show('办法', 60, 606) + at(613, ['1', '2', '3', '4']);
    const [grid] = await decode(title + header + rows + wrapped);
    expect(rowsOf(grid)[1]).toEqual(['规章', '3985 758', '1', '2', '3']);
    expect(rowsOf(grid)[2]).toEqual(['管理办法', '1', '2', '3', '4']);
  });

  it('joins digits that the page break cut off, as a doubt', async () => {
    const first = title + header + show('规章', 60, 670) + at(670, ['1', '2', '3', '4']);
    const last = show('办法', 60, 640) + at(640, ['3985', '2', '', '4']);
    const next = at(780, ['758', '', '', '']) + show('规定', 60, 740) + at(740, ['1', '', '3', '4']);
    const [grid, ...others] = await decode(first + last, next + show(sentence, 60, 600));
    expect(others).toEqual([]);
    expect(rowsOf(grid)).toContainEqual(['办法', '3985 758', '2', '', '4']);
    expect(rowsOf(grid)).toContainEqual(['规定', '1', '', '3', '4']);
  });

  it('finds the header on the page before', async () => {
    const next =
      show('规章', 60, 780) +
      at(780, ['1', '', '3', '4']) +
      show('办法', 60, 750) +
      at(750, ['5', '', '7', '8']);
    const [grid] = await decode(title + header, next + show(sentence, 60, 600));
    expect(grid?.exact).toBe(true);
    expect(rowsOf(grid).slice(1)).toEqual([
      ['规章', '1', '', '3', '4'],
      ['办法', '5', '', '7', '8'],
    ]);
  });

  it('does not tell which column is blank where figures stand between the words of the header', async () => {
    const between = (y: number, cells: readonly string[]) =>
      cells.map((cell, i) => show(cell, 253 + 70 * i, y)).join('');
    const rows =
      show('规章', 60, 670) +
      between(670, ['1', '2', '3']) +
      show('办法', 60, 640) +
      between(640, ['4', '5', '6']);
    const [grid] = await decode(title + header + rows);
    expect(grid?.exact).toBe(false);
  });

  it('gives each header inside a table columns of its own', async () => {
    const second = show('信息内容', 60, 610) + show('处理决定数量', 285, 610);
    const rows =
      show('规章', 60, 670) +
      at(670, ['1', '', '3', '4']) +
      show('办法', 60, 640) +
      at(640, ['5', '6', '7', '8']);
    const one = show('许可', 60, 580) + show('9', 315, 580) + show('处罚', 60, 550) + show('7', 315, 550);
    const found = await decode(title + header + rows + second + one);
    expect(found.map(rowsOf)).toEqual([
      [
        ['信息内容', '甲类件数', '乙类件数', '丙类件数', '丁类件数'],
        ['规章', '1', '', '3', '4'],
        ['办法', '5', '6', '7', '8'],
      ],
      [
        ['信息内容', '处理决定数量'],
        ['许可', '9'],
        ['处罚', '7'],
      ],
    ]);
  });
});
