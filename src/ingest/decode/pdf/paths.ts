import type { Ruling } from './layout.ts';
import { apply, type Box, boxOf, type Matrix, type Point } from './matrix.ts';

/** A filled shape thinner than this is a drawn line; a thicker one is a shaded area. */
const thickest = 3.2;
/** Strokes may lean this much over their whole length. */
const lean = 1;

export type Subpath = { points: Point[]; closed: boolean; curved: boolean };

/** pdf.js 5: one flat array of codes and coordinates. */
const code = { moveTo: 0, lineTo: 1, curveTo: 2, quadraticCurveTo: 3, closePath: 4 } as const;

/** Decodes a `constructPath` array into polylines on the page; curves become their chords. */
export function subpaths(data: ArrayLike<number>, matrix: Matrix): Subpath[] {
  const paths: Subpath[] = [];
  let current: Subpath | undefined;
  const open = (): Subpath => {
    const path: Subpath = { points: [], closed: false, curved: false };
    paths.push(path);
    return path;
  };
  for (let i = 0; i < data.length; ) {
    const kind = data[i++];
    if (kind === code.closePath) {
      if (current) current.closed = true;
      // What follows without a move starts where the closed shape started.
      const start = current?.points[0];
      current = undefined;
      if (start && i < data.length && data[i] !== code.moveTo) {
        current = open();
        current.points.push(start);
      }
      continue;
    }
    if (kind === code.moveTo) current = open();
    current ??= open();
    if (kind === code.curveTo) i += 4;
    if (kind === code.quadraticCurveTo) i += 2;
    if (kind === code.curveTo || kind === code.quadraticCurveTo) current.curved = true;
    current.points.push(apply(matrix, data[i] ?? 0, data[i + 1] ?? 0));
    i += 2;
  }
  return paths;
}

/** The straight upright pieces of a stroked path. */
export function strokedRulings(paths: readonly Subpath[]): Ruling[] {
  const rulings: Ruling[] = [];
  for (const { points, closed, curved } of paths) {
    // A curve's chord is no line; rounded corners leave their sides unread, which grids tolerate.
    if (curved && points.length < 4) continue;
    const ring = closed && points.length > 2 ? [...points, ...points.slice(0, 1)] : points;
    for (let i = 1; i < ring.length; i++) {
      const a = ring[i - 1];
      const b = ring[i];
      if (a && b) rulings.push(...between(a, b));
    }
  }
  return rulings;
}

function between(a: Point, b: Point): Ruling[] {
  const width = Math.abs(a.x - b.x);
  const height = Math.abs(a.y - b.y);
  if (height <= lean && width > height) {
    return [{ direction: 'h', at: (a.y + b.y) / 2, from: Math.min(a.x, b.x), to: Math.max(a.x, b.x) }];
  }
  if (width <= lean && height > width) {
    return [{ direction: 'v', at: (a.x + b.x) / 2, from: Math.min(a.y, b.y), to: Math.max(a.y, b.y) }];
  }
  return [];
}

/** Thin filled shapes, and the frames between two rectangles filled as one. */
export function filledRulings(paths: readonly Subpath[]): Ruling[] {
  const boxes = paths.filter((p) => p.points.length > 1).map((p) => boundsOf(p.points));
  const [outer, inner] = boxes;
  if (boxes.length === 2 && outer && inner) {
    const frame = frameBetween(outer, inner) ?? frameBetween(inner, outer);
    if (frame) return frame;
  }
  return boxes.flatMap(thinBox);
}

export function thinBox(box: Box): Ruling[] {
  const width = box.right - box.left;
  const height = box.bottom - box.top;
  const rulings: Ruling[] = [];
  // A dot (of a dotted border) may belong to a line of either direction.
  if (height <= thickest && width >= height / 2)
    rulings.push({ direction: 'h', at: (box.top + box.bottom) / 2, from: box.left, to: box.right });
  if (width <= thickest && height >= width / 2)
    rulings.push({ direction: 'v', at: (box.left + box.right) / 2, from: box.top, to: box.bottom });
  return rulings;
}

function frameBetween(outer: Box, inner: Box): Ruling[] | undefined {
  const rims = [
    inner.left - outer.left,
    inner.top - outer.top,
    outer.right - inner.right,
    outer.bottom - inner.bottom,
  ];
  if (rims.some((rim) => rim < -0.01 || rim > thickest)) return undefined;
  return [
    { ...outer, bottom: inner.top },
    { ...outer, top: inner.bottom },
    { ...outer, right: inner.left },
    { ...outer, left: inner.right },
  ].flatMap((side) => (side.right > side.left && side.bottom > side.top ? thinBox(side) : []));
}

function boundsOf(points: readonly Point[]): Box {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const { x, y } of points) {
    box.left = Math.min(box.left, x);
    box.right = Math.max(box.right, x);
    box.top = Math.min(box.top, y);
    box.bottom = Math.max(box.bottom, y);
  }
  return box;
}

/** The part of a ruling inside the clip, if any. */
export function clipped(ruling: Ruling, clip: Box): Ruling | undefined {
  const [low, high, start, end] =
    ruling.direction === 'h'
      ? [clip.top, clip.bottom, clip.left, clip.right]
      : [clip.left, clip.right, clip.top, clip.bottom];
  if (ruling.at < low - 1 || ruling.at > high + 1) return undefined;
  const from = Math.max(ruling.from, start);
  const to = Math.min(ruling.to, end);
  return to >= from ? { ...ruling, from, to } : undefined;
}

/** Clip box of a clipping path. */
export function boundsOfPath(minMax: ArrayLike<number>, matrix: Matrix): Box {
  return boxOf(matrix, minMax[0] ?? 0, minMax[1] ?? 0, minMax[2] ?? 0, minMax[3] ?? 0);
}
