import type { EChartsOption } from 'echarts';

export const WIDTH = 900;

/** Draws a chart as SVG, without a browser. */
export async function draw(option: EChartsOption, height: number): Promise<string> {
  const echarts = await import('echarts');
  const drawing = echarts.init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height });
  try {
    drawing.setOption({ animation: false, backgroundColor: '#ffffff', ...option });
    return drawing.renderToSVGString();
  } finally {
    drawing.dispose();
  }
}
