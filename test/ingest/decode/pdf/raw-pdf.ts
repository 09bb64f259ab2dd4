/** A PDF written by hand, for what no generator writes: content streams, fonts and objects as the test wants them. */
export interface RawPdf {
  /** Content stream of each page. */
  pages: string[];
  /** Inside the resources dictionary, e.g. `/Font << /F1 5 0 R >>`. Objects given in `objects` count from 100. */
  resources?: string;
  /** Inside each page's dictionary. */
  page?: string;
  /** Further objects by number; streams include their dictionary. */
  objects?: Record<number, string>;
}

/** A Chinese font that is not embedded and is written in UCS-2: `<4E00>` is 一. Its widths are one em. */
export const songUcs2 = {
  100: '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [101 0 R] >>',
  101: '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /FontDescriptor 102 0 R >>',
  102: '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -120 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>',
};

export function ucs2(text: string): string {
  return `<${[...text].map((c) => c.charCodeAt(0).toString(16).padStart(4, '0')).join('')}>`;
}

/** `text` at a place counted from the lower left corner. */
export function show(text: string, x: number, y: number, size = 12, before = ''): string {
  return `BT ${before} /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm ${ucs2(text)} Tj ET\n`;
}

export function rawPdf({
  pages,
  resources = '/Font << /F1 100 0 R >>',
  page = '',
  objects = {},
}: RawPdf): Uint8Array {
  const all = new Map<number, string>();
  all.set(1, '<< /Type /Catalog /Pages 2 0 R >>');
  const kids = pages.map((_, i) => `${10 + 2 * i} 0 R`).join(' ');
  all.set(2, `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  pages.forEach((content, i) => {
    const own = `/Resources << ${resources} >> /Contents ${11 + 2 * i} 0 R ${page}`;
    all.set(10 + 2 * i, `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] ${own} >>`);
    all.set(11 + 2 * i, stream('', content));
  });
  for (const [number, body] of Object.entries({ ...songUcs2, ...objects })) all.set(Number(number), body);
  return write(all);
}

export function stream(dictionary: string, content: string): string {
  return `<< ${dictionary} /Length ${Buffer.byteLength(content, 'latin1')} >>\nstream\n${content}\nendstream`;
}

function write(objects: ReadonlyMap<number, string>): Uint8Array {
  let text = '%PDF-1.7\n';
  const offsets = new Map<number, number>();
  for (const [number, body] of objects) {
    offsets.set(number, text.length);
    text += `${number} 0 obj\n${body}\nendobj\n`;
  }
  const start = text.length;
  text += 'xref\n0 1\n0000000000 65535 f \n';
  for (const [number, offset] of offsets)
    text += `${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`;
  const size = Math.max(...objects.keys()) + 1;
  text += `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(text, 'latin1'));
}
