import { gapOf } from './item-blocks.ts';
import { figuresOf, type ItemLine } from './items.ts';
import type { LinePitch } from './line-pitch.ts';
import { overlapX } from './open-columns.ts';
import type { OpenRegion } from './open-regions.ts';
import { partFromLabels } from './part-items.ts';

/** A header and the rows under it; a table may have several, each with columns of its own (table 二). */
export interface OpenSegment {
  header: ItemLine[];
  body: ItemLine[];
}

/**
 * Parts a region where a header stands between its rows. Lines left of all figures that follow a header are the
 * labels of the row below it, even if they look like the last of the header's lines.
 */
export function segmentsOf(lines: readonly ItemLine[], region: OpenRegion, pitch: LinePitch): OpenSegment[] {
  const { left } = region;
  const own = lines.slice(region.from, region.to).map((line) => partFromLabels(line, left));
  const segments: OpenSegment[] = [];
  let segment: OpenSegment = { header: [], body: [] };
  const close = () => {
    if (segment.header.length + segment.body.length > 0) segments.push(segment);
    segment = { header: [], body: [] };
  };
  for (const line of own) {
    if (!isHeader(line, left)) segment.body.push(line);
    else {
      const bare = segment.body.every((below) => figuresOf(below, left).length === 0);
      const goesOn = bare && (segments.length === 0 || isNear(segment, line, pitch));
      if (!goesOn) close();
      segment.header.push(...segment.body, line);
      segment.body = [];
    }
  }
  close();
  return segments;
}

/** Words over the columns of figures. */
function isHeader(line: ItemLine, left: number): boolean {
  return figuresOf(line, left).length === 0 && line.right > left + 1;
}

/** The header goes on: nothing stands between, or words of one of its cells lie closely above. */
function isNear({ header, body }: OpenSegment, line: ItemLine, pitch: LinePitch): boolean {
  if (body.length === 0) return true;
  return header.some((above) =>
    above.items.some((a) => line.items.some((b) => overlapX(a, b) && line.top - a.bottom < gapOf(b, pitch))),
  );
}

/** Where the labels beside the figures end; −∞ where there are none. */
export function labelsEnd(segments: readonly OpenSegment[], left: number): number {
  const rows = segments.flatMap(({ body }) => body).filter((line) => figuresOf(line, left).length > 0);
  const labels = rows.flatMap(({ items }) => items.filter((item) => item.right <= left + 1));
  return Math.max(-Infinity, ...labels.map((item) => item.right));
}
