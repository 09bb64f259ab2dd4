import { centreX, centreY, type Glyph, type PageContent, type Ruling } from './layout.ts';
import { turnedBox } from './matrix.ts';

/** The page as it is read: turned so that most of its writing runs to the right, fake bold and ghosts removed. */
export function uprightPage(page: PageContent): PageContent {
  const seen = withoutGhosts(page.glyphs);
  const turn = mainTurn(seen);
  const turned = turn === 0 ? { ...page, glyphs: seen } : turnBack({ ...page, glyphs: seen }, turn);
  return { ...turned, glyphs: withoutDoubles(turned.glyphs) };
}

/**
 * A hidden text layer repeats what a scan shows. Beside visible text it would say everything twice (or says what
 * nobody sees), so it counts only where it is the greater part of the page.
 */
function withoutGhosts(glyphs: readonly Glyph[]): Glyph[] {
  const hidden = glyphs.filter((g) => g.hidden);
  const visible = glyphs.filter((g) => !g.hidden);
  return hidden.length > visible.length ? [...glyphs] : visible;
}

function mainTurn(glyphs: readonly Glyph[]): Glyph['turn'] {
  const counts = [0, 0, 0, 0];
  for (const { turn, text } of glyphs) if (text !== ' ') counts[turn] = (counts[turn] ?? 0) + 1;
  const most = counts.indexOf(Math.max(...counts));
  return most === 1 || most === 2 || most === 3 ? most : 0;
}

function turnBack(page: PageContent, turn: 1 | 2 | 3): PageContent {
  const { width, height } = page;
  const box = <T extends { left: number; top: number; right: number; bottom: number }>(b: T): T => ({
    ...b,
    ...turnedBox(b, 4 - turn, width, height),
  });
  const glyphs = page.glyphs.map((g) => ({ ...box(g), turn: toTurn(g.turn - turn) }));
  const rulings = page.rulings.map((ruling): Ruling => {
    const { direction, at, from, to } = ruling;
    const asBox =
      direction === 'h'
        ? { left: from, right: to, top: at, bottom: at }
        : { left: at, right: at, top: from, bottom: to };
    const b = turnedBox(asBox, 4 - turn, width, height);
    const level = turn === 2 ? direction === 'h' : direction === 'v';
    return level
      ? { direction: 'h', at: b.top, from: b.left, to: b.right }
      : { direction: 'v', at: b.left, from: b.top, to: b.bottom };
  });
  const [w, h] = turn === 2 ? [width, height] : [height, width];
  return { number: page.number, width: w, height: h, glyphs, rulings };
}

function toTurn(value: number): Glyph['turn'] {
  const turn = ((value % 4) + 4) % 4;
  return turn === 1 || turn === 2 || turn === 3 ? turn : 0;
}

/** Buckets of this many points keep the search for doubles near. */
const bucket = 6;

/** Bold that is faked by printing twice with a tiny shift, and shadows: one of each stays. */
function withoutDoubles(glyphs: readonly Glyph[]): Glyph[] {
  const kept: Glyph[] = [];
  const byPlace = new Map<string, Glyph[]>();
  for (const glyph of glyphs) {
    const x = Math.floor(centreX(glyph) / bucket);
    const y = Math.floor(centreY(glyph) / bucket);
    if (glyph.text !== ' ' && hasDouble(glyph, x, y, byPlace)) continue;
    kept.push(glyph);
    const key = `${glyph.text} ${x} ${y}`;
    const place = byPlace.get(key);
    if (place) place.push(glyph);
    else byPlace.set(key, [glyph]);
  }
  return kept;
}

function hasDouble(glyph: Glyph, x: number, y: number, byPlace: ReadonlyMap<string, Glyph[]>): boolean {
  const near = Math.min(0.2 * glyph.size, bucket);
  for (let i = x - 1; i <= x + 1; i++) {
    for (let j = y - 1; j <= y + 1; j++) {
      for (const other of byPlace.get(`${glyph.text} ${i} ${j}`) ?? []) {
        const dx = Math.abs(centreX(other) - centreX(glyph));
        const dy = Math.abs(centreY(other) - centreY(glyph));
        if (dx <= near && dy <= near && Math.abs(other.size - glyph.size) < 0.3 * glyph.size) return true;
      }
    }
  }
  return false;
}
