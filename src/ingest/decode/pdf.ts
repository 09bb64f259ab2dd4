import type { SourceDocument } from '../../model/document.ts';
import { IngestError } from '../errors.ts';
import { assemble } from './pdf/assemble.ts';
import { withoutFurniture } from './pdf/furniture.ts';
import type { PageContent } from './pdf/layout.ts';
import { type ContentLimits, readPage } from './pdf/page-content.ts';
import { type OpenPdf, openPdf } from './pdf/pdfjs.ts';
import { checkTextLayer } from './pdf/text-layer.ts';
import { uprightPage } from './pdf/upright.ts';

/** A full page of small print has about 5,000 glyphs and needs about 30,000 operations. */
const pageLimits: ContentLimits = { operations: 300_000, marks: 100_000 };

export interface PdfLimits {
  pages: number;
}

/**
 * Decodes a born-digital PDF: one paragraph block for each line of text, one grid for each table (in one piece
 * where page breaks cut it), in reading order, each with its page.
 * @throws {IngestError} `encrypted`, `damaged`, `too-many-pages`, `too-complex`, `no-text-layer`
 */
export async function decodePdf(bytes: Uint8Array, limits: PdfLimits): Promise<SourceDocument> {
  const pdf = await openPdf(bytes);
  try {
    const { numPages } = pdf.document;
    if (numPages > limits.pages) {
      throw new IngestError('too-many-pages', `${numPages} 页，上限 ${limits.pages} 页`);
    }
    const pages = await readPages(pdf);
    const warnings = checkTextLayer(pages);
    const blocks = assemble(withoutFurniture(pages.map(uprightPage)));
    return { format: 'pdf', blocks, ...(await titleOf(pdf)), warnings };
  } finally {
    await pdf.close();
  }
}

async function readPages(pdf: OpenPdf): Promise<PageContent[]> {
  const pages: PageContent[] = [];
  for (let number = 1; number <= pdf.document.numPages; number++) {
    try {
      const page = await pdf.document.getPage(number);
      pages.push(await readPage(pdf, page, pageLimits));
      page.cleanup();
    } catch (error) {
      if (error instanceof IngestError) throw error;
      throw new IngestError('damaged', `第 ${number} 页`, { cause: error, place: { page: number } });
    }
  }
  return pages;
}

/** The title in the document's properties; word processors put a file name or `Word - 文档1` there. */
async function titleOf(pdf: OpenPdf): Promise<{ title?: string }> {
  const { info } = await pdf.document.getMetadata().catch(() => ({ info: {} }));
  const title = 'Title' in info && typeof info.Title === 'string' ? info.Title.trim() : '';
  return /\p{Script=Han}/u.test(title) && !/^Microsoft Word|\.docx?$/i.test(title) ? { title } : {};
}
