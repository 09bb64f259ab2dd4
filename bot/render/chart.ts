import { createRequire } from 'node:module';
import type { Chart } from '../../src/model/answer.ts';
import { barOption } from './chart-bar.ts';
import { lineOption } from './chart-line.ts';
import { fontFamily, width } from './chart-style.ts';

/**
 * A chart as PNG, 1080 pixels wide, to be read on a phone. Drawn without a browser, without the network and without
 * fonts of the system: ECharts gives SVG, resvg paints it with the whole of Noto Sans SC (place names have rare
 * characters). Takes about 0.3 s; the libraries are loaded on first use.
 */
export async function renderChart(chart: Chart): Promise<Uint8Array> {
  const { Resvg } = await import('@resvg/resvg-js');
  const { svg } = await drawChart(chart);
  const image = new Resvg(svg, {
    background: '#ffffff',
    font: { fontFiles: [fontFile()], loadSystemFonts: false, defaultFontFamily: fontFamily },
    logLevel: 'off',
  });
  return image.render().asPng();
}

/** The same before it is painted. */
export async function drawChart(chart: Chart): Promise<{ svg: string; height: number }> {
  const echarts = await import('echarts');
  const { option, height } = chart.kind === 'bar' ? barOption(chart) : lineOption(chart);
  const drawing = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    drawing.setOption(option);
    return { svg: drawing.renderToSVGString(), height };
  } finally {
    drawing.dispose();
  }
}

function fontFile(): string {
  return createRequire(import.meta.url).resolve(
    '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  );
}
