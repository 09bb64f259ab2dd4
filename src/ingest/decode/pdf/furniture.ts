import { centreX, centreY, type Glyph, type Line, type PageContent, type Ruling } from './layout.ts';
import { groupLines, toLine } from './lines.ts';
import { mergeRulings } from './rulings.ts';

/** Headers and footers stand within this share of the page's height from its edge… */
const margin = 0.12;
/** …and are the outermost lines there. */
const outermost = 2;
/** The same line on two pages may differ in height by this many points. */
const samePlace = 4;

/** Ems between a page number and other words in its line. */
const apart = 3;

interface Candidate {
  page: PageContent;
  line: Line;
  at: 'top' | 'bottom';
  /** Lines of a table are furniture only where other pages prove it. */
  enclosed: boolean;
}

/**
 * Takes page numbers, footers and the repetitions of running headers off the pages, so that what a page break cut
 * meets again. A header's first appearance stays: it may be the only place that names the organ.
 */
export function withoutFurniture(pages: readonly PageContent[]): PageContent[] {
  const candidates = pages.flatMap(candidatesOf);
  const removed = new Set<Glyph>();
  for (const candidate of candidates) {
    if (!isPageNumber(candidate, candidates) && !isRunning(candidate, candidates)) continue;
    for (const glyph of candidate.line.glyphs) removed.add(glyph);
  }
  if (removed.size === 0) return [...pages];
  return pages.map((page) => ({ ...page, glyphs: page.glyphs.filter((g) => !removed.has(g)) }));
}

function candidatesOf(page: PageContent): Candidate[] {
  const upright = mergeRulings(page.rulings).filter((r) => r.direction === 'v');
  const top = page.glyphs.filter((g) => centreY(g) < page.height * margin);
  const bottom = page.glyphs.filter((g) => centreY(g) > page.height * (1 - margin));
  const make = (at: Candidate['at']) => (glyphs: Glyph[]) => {
    const line = toLine(glyphs);
    return { page, line, at, enclosed: isEnclosed(line, upright) };
  };
  const [upper, lower] = [groupLines(top), groupLines(bottom)];
  return [
    ...upper.slice(0, outermost).map(make('top')),
    ...lower.slice(-outermost).map(make('bottom')),
    ...upper.flatMap(numberIn).map(make('top')),
    ...lower.flatMap(numberIn).map(make('bottom')),
  ];
}

/** A page number far behind other words in its line: a cell of a table reaches down beside it. */
function numberIn(line: Glyph[]): Glyph[][] {
  const inked = line.filter((g) => g.text !== ' ');
  const at = inked.findLastIndex((g, i) => g.left - (inked[i - 1]?.right ?? g.left) > apart * g.size);
  const number = at > 0 ? pageNumber(toLine(inked.slice(at))) : undefined;
  return number && !number.bare ? [inked.slice(at)] : [];
}

/** Between two upright rulings: inside a table. */
function isEnclosed(line: Line, upright: readonly Ruling[]): boolean {
  const y = centreY(line);
  const beside = upright.filter((r) => r.from < y && r.to > y);
  return beside.some((r) => r.at < centreX(line)) && beside.some((r) => r.at > centreX(line));
}

const dashes = '[-‐‑–—―－─━~～·•.|]';
const decorated = new RegExp(
  `^(?:${dashes}+(\\d{1,3})${dashes}+|第(\\d{1,3})页(?:[,，/]?共\\d+页)?|(\\d{1,3})[/／]\\d{1,3}|page(\\d{1,3})(?:of\\d+)?)$`,
  'i',
);

interface Numbered {
  number: number;
  bare: boolean;
}

function pageNumber(line: Line): Numbered | undefined {
  const text = line.text.replace(/\s/g, '').normalize('NFKC');
  const match = decorated.exec(text);
  if (match) return { number: Number(match.slice(1).find((part) => part !== undefined)), bare: false };
  return /^\d{1,3}$/.test(text) ? { number: Number(text), bare: true } : undefined;
}

function isPageNumber(candidate: Candidate, all: readonly Candidate[]): boolean {
  const own = pageNumber(candidate.line);
  if (!own) return false;
  if (!candidate.enclosed && (!own.bare || own.number === candidate.page.number)) return true;
  // Counts on with the pages, at the same height.
  return all.some((other) => {
    const number = other.page !== candidate.page && sameHeight(other, candidate) && pageNumber(other.line);
    return (
      number &&
      number.bare === own.bare &&
      number.number - other.page.number === own.number - candidate.page.number
    );
  });
}

/** Words repeated on at least half of the pages, figures aside. Figures alone are never taken for it. */
function isRunning(candidate: Candidate, all: readonly Candidate[]): boolean {
  const text = withoutFigures(candidate.line);
  if (candidate.enclosed || !/\p{L}{2}/u.test(text)) return false;
  const same = all.filter(
    (other) => !other.enclosed && sameHeight(other, candidate) && withoutFigures(other.line) === text,
  );
  const pages = new Set(all.map((c) => c.page)).size;
  if (same.length < 2 || same.length < pages / 2) return false;
  return candidate.at === 'bottom' || same[0] !== candidate;
}

function sameHeight(a: Candidate, b: Candidate): boolean {
  return a.at === b.at && Math.abs(centreY(a.line) - centreY(b.line)) < samePlace;
}

function withoutFigures(line: Line): string {
  return line.text.replace(/\s/g, '').replace(/\d+/g, '#');
}
