import PDFDocument from 'pdfkit';
import { packageRoot } from '../../../../src/package-root.ts';
import type { DrawStyle } from './draw-style.ts';

const font = `${packageRoot}/node_modules/@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf`;

/** Writes down the pages and remembers how far it came. */
export class Pen {
  readonly doc: PDFKit.PDFDocument;
  private readonly chunks: Buffer[] = [];
  y = 60;
  private page = 0;
  readonly left = 50;
  readonly width: number;
  private readonly height: number;

  constructor(readonly style: DrawStyle) {
    const flat = style.landscape ?? false;
    [this.width, this.height] = flat ? [841.89, 595.28] : [595.28, 841.89];
    this.doc = new PDFDocument({ autoFirstPage: false, compress: true });
    this.doc.on('data', (chunk: Buffer) => this.chunks.push(chunk));
    this.doc.registerFont('song', font);
    this.newPage();
  }

  newPage(): void {
    const { rotate = 0 } = this.style;
    const sideways = rotate === 90 || rotate === 270;
    const size: [number, number] = sideways ? [this.height, this.width] : [this.width, this.height];
    this.doc.addPage({ size, margin: 0 });
    this.page++;
    if (rotate) this.turn(rotate, size);
    this.y = 60;
    const label = this.style.pageNumber?.(this.page);
    if (label) this.write(label, this.width / 2 - 10, this.height - 40, 10);
  }

  private turn(rotate: number, [width, height]: [number, number]): void {
    const page = this.doc.page.dictionary.data as Record<string, unknown>;
    page.Rotate = rotate;
    // The content is turned against the page, so that a viewer shows it upright.
    if (rotate === 90) this.doc.transform(0, -1, 1, 0, 0, height);
    else if (rotate === 180) this.doc.transform(-1, 0, 0, -1, width, height);
    else this.doc.transform(0, 1, -1, 0, width, 0);
  }

  write(text: string, x: number, y: number, size: number): void {
    const options = { lineBreak: false, characterSpacing: this.style.spacing ?? 0 };
    this.doc.font('song').fontSize(size).fillColor('black').text(text, x, y, options);
    const { fakeBold } = this.style;
    if (fakeBold) this.doc.text(text, x + fakeBold, y, options);
  }

  paragraph(text: string): void {
    for (const line of wrap(text, this.width - 2 * this.left, 14)) {
      if (this.y > this.end()) this.newPage();
      this.write(line, this.left, this.y, 14);
      this.y += 24;
    }
  }

  /** Where the writing on a page ends. */
  end(): number {
    return this.height - (this.style.bottom ?? 90);
  }

  widthOf(text: string, size: number): number {
    const characterSpacing = this.style.spacing ?? 0;
    return this.doc.font('song').fontSize(size).widthOfString(text, { characterSpacing });
  }

  finish(): Promise<Uint8Array> {
    return new Promise((resolve) => {
      this.doc.on('end', () => resolve(new Uint8Array(Buffer.concat(this.chunks))));
      this.doc.end();
    });
  }
}

/** Lines that fit the width: a Chinese character is one em wide, others about half. */
export function wrap(text: string, width: number, size: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const character of text) {
    const wide = (character.charCodeAt(0) < 0x2000 ? 0.58 : 1) * size;
    if (line && used + wide > width) {
      lines.push(line);
      [line, used] = ['', 0];
    }
    line += character;
    used += wide;
  }
  return [...lines, line];
}
