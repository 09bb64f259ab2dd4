import type { Warning } from '../../../model/document.ts';
import { IngestError } from '../../errors.ts';
import { isUnmapped } from './characters.ts';
import type { PageContent } from './layout.ts';

/** Fewer readable characters than this in the whole file are stamps and page numbers on a scan. */
const fewest = 30;
/** So many a page, and nearly none of them Chinese, are what scanners and apps print on their pages. */
const stamped = 60;

/**
 * Says how far the text can be trusted.
 * @throws {IngestError} `no-text-layer` for scans and for fonts that do not say which characters they show
 */
export function checkTextLayer(pages: readonly PageContent[]): Warning[] {
  const glyphs = pages.flatMap((p) => p.glyphs).filter((g) => g.text !== ' ');
  const unmapped = glyphs.filter((g) => isUnmapped(g.text)).length;
  const readable = glyphs.length - unmapped;
  if (glyphs.length === 0 || (readable < fewest && unmapped === 0)) throw new IngestError('no-text-layer');
  const foreign = glyphs.filter((g) => /\p{Script=Han}/u.test(g.text)).length < fewest;
  if (unmapped > readable || readable < fewest || (foreign && unmapped > 0)) {
    throw new IngestError('no-text-layer', '字体没有附带字符编码，显示的文字读不出来');
  }
  if (foreign && readable < pages.length * stamped) throw new IngestError('no-text-layer');
  const warnings: Warning[] = [];
  if (glyphs.filter((g) => g.hidden).length > glyphs.length / 2) {
    warnings.push({ code: 'ocr-text-layer', message: '这份 PDF 是扫描件，文字来自文字识别，可能有识别错误' });
  }
  for (const page of pages) {
    const lost = page.glyphs.filter((g) => isUnmapped(g.text)).length;
    if (lost > 5) {
      const message = `第 ${page.number} 页有 ${lost} 个字符的字体没有附带字符编码，读不出来`;
      warnings.push({ code: 'unmapped-glyphs', message, place: { page: page.number } });
    }
  }
  return warnings;
}
