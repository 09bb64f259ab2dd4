import PDFDocument from 'pdfkit';
import { describe, expect, it } from 'vitest';
import { decodePdf } from '../../../../src/ingest/decode/pdf.ts';
import { rawPdf, show } from './raw-pdf.ts';

const limits = { pages: 3 };
const text = show('梨溪镇人民政府按照条例的要求编制本报告，所列数据的统计期限自一月一日起。', 60, 780);

function encrypted(): Promise<Uint8Array> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const document = new PDFDocument({ userPassword: 'secret', ownerPassword: 'secret', pdfVersion: '1.7' });
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    document.text('hidden').end();
  });
}

describe('PDF files that are refused', () => {
  it('names a scan', async () => {
    const scan = rawPdf({ pages: ['0 0 500 700 re f', show('3', 290, 30)] });
    await expect(decodePdf(scan, limits)).rejects.toMatchObject({ code: 'no-text-layer' });
  });

  it('names a scan whose pages bear only what the scanner prints on them', async () => {
    const page = `0 0 500 700 re f ${show('Scanned with DocScan 3.2', 400, 30)}`;
    const scan = rawPdf({ pages: [page, page, page] });
    await expect(decodePdf(scan, limits)).rejects.toMatchObject({ code: 'no-text-layer' });
  });

  it('names fonts of which only some codes happen to be letters', async () => {
    const codes = Array.from({ length: 40 }, (_, i) => (0xe000 + i).toString(16)).join('');
    const page = `BT /F1 9 Tf 1 0 0 1 20 700 Tm <${codes}> Tj ET ${show('abcdefghij'.repeat(8), 20, 600)}`;
    await expect(decodePdf(rawPdf({ pages: [page] }), limits)).rejects.toThrow(/字符编码/);
  });

  it('names fonts that do not say which characters they show', async () => {
    const codes = Array.from({ length: 60 }, (_, i) => (0xe000 + i).toString(16)).join('');
    const page = `BT /F1 9 Tf 1 0 0 1 20 700 Tm <${codes}> Tj ET`;
    await expect(decodePdf(rawPdf({ pages: [page] }), limits)).rejects.toMatchObject({
      code: 'no-text-layer',
    });
  });

  it('names a password', async () => {
    await expect(decodePdf(await encrypted(), limits)).rejects.toMatchObject({ code: 'encrypted' });
  });

  it('names damage', async () => {
    const rubbish = new TextEncoder().encode('%PDF-1.7\nnothing that follows is a PDF\n');
    await expect(decodePdf(rubbish, limits)).rejects.toMatchObject({ code: 'damaged' });
  });

  it('names too many pages', async () => {
    const long = rawPdf({ pages: [text, text, text, text] });
    await expect(decodePdf(long, limits)).rejects.toMatchObject({ code: 'too-many-pages' });
  });

  it('names a page with hundreds of thousands of drawing operations', async () => {
    const page = text + '0 0 m 9 9 l S '.repeat(310_000);
    await expect(decodePdf(rawPdf({ pages: [page] }), limits)).rejects.toMatchObject({ code: 'too-complex' });
  });

  it('leaves the bytes it was given alone', async () => {
    const bytes = rawPdf({ pages: [text] });
    const before = bytes.length;
    await decodePdf(bytes, limits);
    expect(bytes.length).toBe(before);
  });
});
