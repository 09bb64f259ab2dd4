import type { PDFPageProxy } from 'pdfjs-dist';
import { IngestError } from '../../errors.ts';
import type { PageContent } from './layout.ts';
import { toMatrix } from './matrix.ts';
import { Painter } from './painter.ts';
import { type FontMetrics, fontMetrics, type OpenPdf } from './pdfjs.ts';

export interface ContentLimits {
  /** Drawing operations on one page. */
  operations: number;
  /** Glyphs, and rulings, on one page. */
  marks: number;
}

/**
 * Runs a page's drawing operations and notes where every glyph and every straight line comes to stand.
 * @throws {IngestError} `too-complex`
 */
export async function readPage(
  { pdfjs }: Pick<OpenPdf, 'pdfjs'>,
  page: PDFPageProxy,
  limits: ContentLimits,
): Promise<PageContent> {
  const list = await page.getOperatorList({ annotationMode: pdfjs.AnnotationMode.DISABLE });
  if (list.fnArray.length > limits.operations) {
    throw new IngestError('too-complex', `第 ${page.pageNumber} 页有 ${list.fnArray.length} 个绘图操作`);
  }
  const { OPS } = pdfjs;
  const fonts = await fontsOf(page, list, OPS.setFont, OPS.setGState);
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const painter = new Painter(OPS, fonts, toMatrix(transform), {
    left: 0,
    top: 0,
    right: width,
    bottom: height,
  });
  for (let i = 0; i < list.fnArray.length; i++) {
    painter.run(list.fnArray[i] ?? 0, list.argsArray[i] ?? []);
    if (painter.glyphs.length > limits.marks || painter.rulings.length > limits.marks) {
      throw new IngestError('too-complex', `第 ${page.pageNumber} 页的文字或线条超过 ${limits.marks} 个`);
    }
  }
  return { number: page.pageNumber, width, height, glyphs: painter.glyphs, rulings: painter.rulings };
}

type OperatorList = Awaited<ReturnType<PDFPageProxy['getOperatorList']>>;

async function fontsOf(
  page: PDFPageProxy,
  list: OperatorList,
  ...operations: number[]
): Promise<Map<string, FontMetrics>> {
  const names = new Set<string>();
  list.fnArray.forEach((operation, i) => {
    if (!operations.includes(operation)) return;
    const argument: unknown = list.argsArray[i]?.[0];
    if (typeof argument === 'string') names.add(argument);
    if (Array.isArray(argument)) for (const [key, value] of argument) if (key === 'Font') names.add(value[0]);
  });
  const fonts = new Map<string, FontMetrics>();
  for (const name of names) fonts.set(name, await fontMetrics(page, name));
  return fonts;
}
