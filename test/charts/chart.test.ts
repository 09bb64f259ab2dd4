import { describe, expect, it } from 'vitest';
import { drawChart, renderChart } from '../../bot/render/chart.ts';
import { colours, textWidth, wrap } from '../../bot/render/chart-style.ts';
import type { Chart } from '../../src/model/answer.ts';

const bar: Chart = {
  kind: 'bar',
  title: '2023年新收申请',
  unit: '件',
  categories: [
    '青禾县水务局',
    '青禾县自然资源和不动产登记以及城乡规划管理事务服务中心第二分中心办公室',
    '石桥镇',
    '𬭚县水务局',
  ],
  series: [{ name: '新收申请', values: [21, 3, 0, null] }],
  source: '数据来源：各单位政府信息公开工作年度报告',
};
const line: Chart = {
  kind: 'line',
  title: '新收申请',
  unit: '件',
  categories: ['2021', '2022', '2023'],
  series: [{ name: '新收申请', values: [12, null, 21] }],
  gaps: { 2022: '未收录' },
  source: '数据来源',
};

/** Width and height stand in the first chunk of a PNG. */
function sizeOf(png: Uint8Array): { width: number; height: number } {
  const view = new DataView(png.buffer, png.byteOffset);
  expect(view.getUint32(0)).toBe(0x89504e47);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

const textsOf = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)/g)].map((match) => match[1] ?? '');

describe('charts', () => {
  it('are pictures 1080 pixels wide, higher with every bar', async () => {
    const four = sizeOf(await renderChart(bar));
    const one = sizeOf(
      await renderChart({
        ...bar,
        categories: bar.categories.slice(0, 1),
        series: [{ name: 'x', values: [1] }],
      }),
    );
    expect(four.width).toBe(1080);
    expect(four.height).toBeGreaterThan(one.height);
  });

  it('tell a blank from a zero', async () => {
    const texts = textsOf((await drawChart(bar)).svg);
    expect(texts).toContain('未填');
    expect(texts).toContain('0');
  });

  it('break long names and end them in …', async () => {
    const texts = textsOf((await drawChart(bar)).svg);
    expect(texts).toContain('青禾县自然资源和不动产');
    expect(texts.some((text) => text.endsWith('…'))).toBe(true);
    expect(wrap('青禾县水务局', 11, 3)).toEqual(['青禾县水务局']);
    expect(wrap('𬭚𬭚𬭚', 1, 2)).toEqual(['𬭚', '…']);
    expect(textWidth('2023年')).toBeCloseTo(3.2);
  });

  it('say under the axis why a year has no figure, and do not join the line over it', async () => {
    const { svg } = await drawChart(line);
    expect(textsOf(svg)).toContain('未收录');
    expect(textsOf((await drawChart({ ...line, gaps: {} })).svg)).toContain('未填');
    expect(svg).not.toMatch(/stroke="#0072B2"[^>]*d="[^"]*L/);
  });

  it('paint rare characters of place names with glyphs of their own', async () => {
    const named = (name: string) =>
      renderChart({ ...bar, categories: [name], series: [{ name: 'x', values: [1] }] });
    const [one, other] = await Promise.all([named('𬭚县'), named('㵲县')]);
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(false);
  });

  it('use only colours that all kinds of colour vision tell apart', async () => {
    const { svg } = await drawChart({ ...line, series: [...line.series, { name: '乙', values: [1, 2, 3] }] });
    const strokes = [...svg.matchAll(/stroke="(#[0-9A-Fa-f]{6})" stroke-width="6"/g)].map(
      (match) => match[1],
    );
    expect(strokes.length).toBeGreaterThan(0);
    for (const stroke of strokes) expect(colours).toContain(stroke);
  });
});
