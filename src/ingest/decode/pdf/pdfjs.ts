import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { PDFDocumentLoadingTask, PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { IngestError } from '../../errors.ts';

type Library = typeof import('pdfjs-dist');

let library: Promise<Library> | undefined;

/**
 * pdf.js looks for a canvas when it is loaded, and for a browser's fonts when it meets one. Nothing is drawn here,
 * so the classes it wants only have to exist; without the first three it would load a native canvas or complain on
 * every start, without the last it would compile the outline of every glyph (a third of the time of a page).
 */
function loadLibrary(): Promise<Library> {
  const scope: Record<string, unknown> = globalThis as never;
  for (const name of ['DOMMatrix', 'Path2D', 'ImageData', 'FontFace']) scope[name] ??= class {};
  library ??= import('pdfjs-dist/legacy/build/pdf.mjs');
  return library;
}

/** Where pdf.js registers the fonts that it believes to draw with. */
const noFonts = { fonts: { add: () => undefined, delete: () => true } };

/** A folder of the package, with the closing separator that pdf.js wants. */
function packageFolder(name: string): string {
  const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  return `${join(root, name)}/`;
}

export interface OpenPdf {
  pdfjs: Library;
  document: PDFDocumentProxy;
  close(): Promise<void>;
}

/**
 * Opens a PDF without network, script, form or image decoding.
 * @throws {IngestError} `encrypted` or `damaged`
 */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  const pdfjs = await loadLibrary();
  const task: PDFDocumentLoadingTask = pdfjs.getDocument({
    // pdf.js takes the buffer away from its owner: it gets a copy.
    data: Uint8Array.from(bytes),
    cMapUrl: packageFolder('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: packageFolder('standard_fonts'),
    isEvalSupported: false,
    disableFontFace: false,
    ownerDocument: noFonts as never,
    useWasm: false,
    useSystemFonts: false,
    enableXfa: false,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
    // Only pictures this small can be rulings (a dot stretched to a line); larger ones are not decoded.
    maxImageSize: 4096,
  });
  try {
    const document = await task.promise;
    return { pdfjs, document, close: () => task.destroy() };
  } catch (error) {
    await task.destroy();
    throw openingError(error);
  }
}

function openingError(error: unknown): IngestError {
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException') return new IngestError('encrypted', undefined, { cause: error });
  return new IngestError('damaged', undefined, { cause: error });
}

/** What of a font the placing of its glyphs needs; pdf.js's public types leave it out. */
export interface FontMetrics {
  /** Glyph units to text units, mostly 1/1000. */
  scale: number;
  /** Em height in units of the font size: 1 but for Type 3 fonts. */
  em: number;
  vertical: boolean;
  /** `[w1, vx, vy]` for glyphs of a vertical font that bring none. */
  verticalDefault: readonly number[];
}

interface FontObject {
  fontMatrix?: ArrayLike<number>;
  vertical?: boolean;
  isType3Font?: boolean;
  defaultVMetrics?: readonly number[];
}

export function fontMetrics(page: PDFPageProxy, name: string): Promise<FontMetrics> {
  return new Promise((resolve) => {
    page.commonObjs.get(name, (font: FontObject | string | null) => {
      const known = font && typeof font === 'object' ? font : {};
      const matrix = known.fontMatrix ?? [];
      const scale = matrix[0] ?? 0.001;
      resolve({
        scale,
        em: known.isType3Font ? Math.min(Math.abs((matrix[3] ?? scale) * 1000), 4) : 1,
        vertical: known.vertical ?? false,
        verticalDefault: known.defaultVMetrics ?? [-1000, 500, 880],
      });
    });
  });
}
