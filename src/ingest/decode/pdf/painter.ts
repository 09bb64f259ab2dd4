import { type GraphicsState, initialState, isVisibleColour, noFont, startOfText } from './graphics-state.ts';
import type { Glyph, Ruling } from './layout.ts';
import { type Box, boxOf, intersect, type Matrix, multiply, scaleOf, toMatrix } from './matrix.ts';
import { boundsOfPath, clipped, filledRulings, strokedRulings, subpaths, thinBox } from './paths.ts';
import type { FontMetrics, OpenPdf } from './pdfjs.ts';
import { showText } from './show-text.ts';

/** A wider stroke shades an area; it rules nothing. */
const widestStroke = 4;

type Operations = OpenPdf['pdfjs']['OPS'];
type Handler = (args: readonly unknown[]) => void;

/** Runs drawing operations as pdf.js lists them, keeping only what text and rulings need. */
export class Painter {
  readonly glyphs: Glyph[] = [];
  readonly rulings: Ruling[] = [];
  private state: GraphicsState;
  private readonly saved: GraphicsState[] = [];
  private text = startOfText();
  private clipPending = false;
  /** Depth inside a soft mask's own drawing, which is not seen. */
  private masked = 0;
  private readonly strokes: readonly number[];
  private readonly fills: readonly number[];
  private readonly handlers: ReadonlyMap<number, Handler>;

  constructor(
    ops: Operations,
    private readonly fonts: ReadonlyMap<string, FontMetrics>,
    matrix: Matrix,
    page: Box,
  ) {
    this.state = initialState(matrix, page);
    const { stroke, closeStroke, fillStroke, eoFillStroke, closeFillStroke, closeEOFillStroke } = ops;
    this.strokes = [stroke, closeStroke, fillStroke, eoFillStroke, closeFillStroke, closeEOFillStroke];
    this.fills = [ops.fill, ops.eoFill];
    this.handlers = new Map([
      ...this.stateHandlers(ops),
      ...this.textHandlers(ops),
      ...this.paintHandlers(ops),
    ]);
  }

  run(operation: number, args: readonly unknown[]): void {
    this.handlers.get(operation)?.(args);
  }

  private stateHandlers(ops: Operations): [number, Handler][] {
    const fillSeen = (seen: boolean) => this.change({ fillVisible: seen });
    const strokeSeen = (seen: boolean) => this.change({ strokeVisible: seen });
    return [
      [ops.save, () => this.save()],
      [ops.restore, () => this.restore()],
      [ops.transform, (args) => this.transform(numbers(args))],
      [ops.paintFormXObjectBegin, ([matrix, box]) => this.beginForm(matrix, box)],
      [ops.paintFormXObjectEnd, () => this.restore()],
      [ops.beginGroup, ([group]) => this.beginGroup(group)],
      [ops.endGroup, () => this.endGroup()],
      [ops.setLineWidth, ([width]) => this.change({ lineWidth: number(width) })],
      [ops.setFillRGBColor, ([colour]) => fillSeen(isVisibleColour(colour))],
      [ops.setStrokeRGBColor, ([colour]) => strokeSeen(isVisibleColour(colour))],
      [ops.setFillColorN, () => fillSeen(true)],
      [ops.setStrokeColorN, () => strokeSeen(true)],
      [ops.setFillTransparent, () => fillSeen(false)],
      [ops.setStrokeTransparent, () => strokeSeen(false)],
      [ops.setGState, ([entries]) => this.setGraphics(entries)],
      [ops.clip, () => this.markClip()],
      [ops.eoClip, () => this.markClip()],
    ];
  }

  private textHandlers(ops: Operations): [number, Handler][] {
    return [
      [ops.beginText, () => this.place(startOfText())],
      [ops.setTextMatrix, ([matrix]) => this.place(startOfText(toMatrix(list(matrix))))],
      [ops.moveText, ([x, y]) => this.moveText(number(x), number(y))],
      [ops.setLeadingMoveText, ([x, y]) => this.leadingMove(number(x), number(y))],
      [ops.nextLine, () => this.moveText(0, -this.state.leading)],
      [ops.setFont, ([name, size]) => this.setFont(name, number(size))],
      [ops.setCharSpacing, ([value]) => this.change({ characterSpacing: number(value) })],
      [ops.setWordSpacing, ([value]) => this.change({ wordSpacing: number(value) })],
      [ops.setHScale, ([value]) => this.change({ horizontalScale: number(value) / 100 })],
      [ops.setLeading, ([value]) => this.change({ leading: number(value) })],
      [ops.setTextRise, ([value]) => this.change({ rise: number(value) })],
      [ops.setTextRenderingMode, ([value]) => this.change({ renderMode: number(value) })],
      [ops.showText, ([items]) => this.show(items)],
    ];
  }

  private paintHandlers(ops: Operations): [number, Handler][] {
    const picture = () => this.paintPicture();
    return [
      [ops.constructPath, ([finish, data, bounds]) => this.paintPath(number(finish), data, bounds)],
      [ops.paintImageXObject, picture],
      [ops.paintImageMaskXObject, picture],
      [ops.paintInlineImageXObject, picture],
      [ops.paintSolidColorImageMask, picture],
    ];
  }

  private change(part: Partial<GraphicsState>): void {
    this.state = { ...this.state, ...part };
  }

  private save(): void {
    this.saved.push(this.state);
  }

  private restore(): void {
    this.state = this.saved.pop() ?? this.state;
  }

  private transform(values: ArrayLike<number>): void {
    this.change({ matrix: multiply(this.state.matrix, toMatrix(values)) });
  }

  private beginForm(matrix: unknown, box: unknown): void {
    this.save();
    if (matrix) this.transform(list(matrix));
    if (box) this.clipTo(boundsOfPath(list(box), this.state.matrix));
  }

  private beginGroup(group: unknown): void {
    this.save();
    const isMask = typeof group === 'object' && group !== null && 'smask' in group && Boolean(group.smask);
    if (isMask || this.masked > 0) this.masked++;
  }

  private endGroup(): void {
    this.restore();
    if (this.masked > 0) this.masked--;
  }

  private clipTo(box: Box): void {
    this.change({ clip: intersect(this.state.clip, box) });
  }

  private markClip(): void {
    this.clipPending = true;
  }

  private setGraphics(entries: unknown): void {
    if (!Array.isArray(entries)) return;
    for (const [key, value] of entries) {
      if (key === 'ca') this.change({ fillAlpha: number(value) });
      else if (key === 'CA') this.change({ strokeAlpha: number(value) });
      else if (key === 'LW') this.change({ lineWidth: number(value) });
      else if (key === 'Font') this.setFont(value?.[0], number(value?.[1]));
    }
  }

  private setFont(name: unknown, size: number): void {
    this.change({ font: this.fonts.get(String(name)) ?? noFont, fontSize: size });
  }

  private place(position: ReturnType<typeof startOfText>): void {
    this.text = position;
  }

  private moveText(x: number, y: number): void {
    const lineX = this.text.lineX + x;
    const lineY = this.text.lineY + y;
    this.text = { ...this.text, lineX, lineY, x: lineX, y: lineY };
  }

  private leadingMove(x: number, y: number): void {
    this.change({ leading: -y });
    this.moveText(x, y);
  }

  private show(items: unknown): void {
    const glyphs = showText(items, this.state, this.text);
    if (this.masked === 0) for (const glyph of glyphs) this.glyphs.push(glyph);
  }

  private paintPath(finish: number, data: unknown, bounds: unknown): void {
    const points = Array.isArray(data) ? data[0] : undefined;
    if (points && this.masked === 0) this.addRulings(finish, list(points));
    if (!this.clipPending) return;
    this.clipPending = false;
    if (bounds) this.clipTo(boundsOfPath(list(bounds), this.state.matrix));
  }

  private addRulings(finish: number, points: ArrayLike<number>): void {
    const { state } = this;
    const wide = state.lineWidth * scaleOf(state.matrix) > widestStroke;
    const stroked = this.strokes.includes(finish) && state.strokeVisible && state.strokeAlpha > 0.02 && !wide;
    const filled = this.fills.includes(finish) && state.fillVisible && state.fillAlpha > 0.02;
    if (!stroked && !filled) return;
    const paths = subpaths(points, state.matrix);
    this.keep(stroked ? strokedRulings(paths) : filledRulings(paths));
  }

  /** A picture a few pixels large that is stretched to a thin strip serves as a line. */
  private paintPicture(): void {
    if (this.masked === 0) this.keep(thinBox(boxOf(this.state.matrix, 0, 0, 1, 1)));
  }

  private keep(rulings: readonly Ruling[]): void {
    for (const ruling of rulings) {
      const seen = clipped(ruling, this.state.clip);
      if (seen) this.rulings.push(seen);
    }
  }
}

function number(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}

function numbers(values: readonly unknown[]): number[] {
  return values.map(number);
}

function list(value: unknown): ArrayLike<number> {
  return Array.isArray(value) || ArrayBuffer.isView(value) ? (value as unknown as ArrayLike<number>) : [];
}
