import type { Region } from '../model/report.ts';
import type { DivisionLevel } from './division-spelling.ts';
import {
  commonRegion,
  type Division,
  type DivisionIndex,
  regionOf,
  townDivisions,
  upperDivisions,
  within,
} from './divisions.ts';
import { regionWords } from './region-words.ts';
import { unlistedAt } from './unlisted-places.ts';

export interface RegionCandidate extends Region {
  /** Official code; the name of the place where no table lists it. */
  code: string;
  level: DivisionLevel;
}

/** A place named in a text; offsets in UTF-16 units of that text, `end` exclusive. */
export interface RegionMention {
  start: number;
  end: number;
  text: string;
  /** Best first; several when the name alone does not decide. */
  candidates: RegionCandidate[];
}

/** A mention before its candidates are spelt out. */
export interface DivisionSpan {
  start: number;
  end: number;
  /** Empty for a place that no table lists. */
  divisions: readonly Division[];
  unlisted?: { name: string; level: DivisionLevel };
}

const TOWN_WORD = /[镇乡]|街道|苏木|办事处|[农林牧]场|团场|[理园新]区/;
/** What may stand before a name that is written without its rank. */
const BEFORE_BARE = /[^\u3400-\u9fff]$|[和与跟比在的及或问看查下从由把给对是叫说]$|^$/;
/** What may follow it. */
const AFTER_BARE =
  /^(?:[^\u3400-\u9fff]|$|[的和与跟比及或呢吗去今前上明有是收排每近第等里不没谁各全所这那共一总最]|政府|人民|行政|[市县区省](?![\u3400-\u9fff]*湖)|年|主动|依申请|信息|报告|公开|机关|乡村|财政|教育|住建|自规|人社|市监|农业|公安|卫健|发改|民政|水利|文旅|应急|交通|统计|医保|税务|哪|多少|几)/;

/**
 * The places named in a text, full or short, left to right, without overlap. Neighbours decide between places of
 * one name: 淮安市洪泽区, 青海的互助县.
 */
export function findRegions(text: string): RegionMention[] {
  const spans = findDivisions(text);
  const narrowed = narrow(spans);
  return narrowed.map((span) => ({
    start: span.start,
    end: span.end,
    text: text.slice(span.start, span.end),
    candidates: span.unlisted
      ? [{ code: span.unlisted.name, level: span.unlisted.level, ...unlistedRegion(span, narrowed) }]
      : span.divisions.map((d) => ({ code: d.code, level: d.level, ...regionOf(d) })),
  }));
}

/** The same as divisions, not yet narrowed down. */
export function findDivisions(text: string): DivisionSpan[] {
  const indexes = [upperDivisions()];
  if (TOWN_WORD.test(text)) indexes.push(townDivisions());
  const spans: DivisionSpan[] = [];
  for (let at = 0; at < text.length; ) {
    const span = spanAt(text, at, indexes, spans.at(-1)) ?? unlistedSpan(text, at, spans.at(-1));
    if (span) spans.push(span);
    at = span ? span.end : at + 1;
  }
  return spans;
}

function spanAt(
  text: string,
  at: number,
  indexes: readonly DivisionIndex[],
  before: DivisionSpan | undefined,
): DivisionSpan | undefined {
  let best: DivisionSpan | undefined;
  for (const index of indexes) {
    for (const length of index.lengthsAt(text, at)) {
      if (best && at + length <= best.end) break;
      const name = text.slice(at, at + length);
      const divisions = rankedHere(index, name, text, at, before) ?? bareHere(index, name, text, at, before);
      if (divisions) best = { start: at, end: at + length, divisions };
    }
  }
  return best;
}

/** Where a name is also a word (新城区, 完成县级), only what stands before it makes it a place. */
function rankedHere(
  index: DivisionIndex,
  name: string,
  text: string,
  at: number,
  before: DivisionSpan | undefined,
): readonly Division[] | undefined {
  const divisions = index.ranked.get(name);
  if (!divisions || name === text) return divisions;
  if (before?.end === at) {
    const inner = divisions.filter((d) => before.divisions.some((outer) => within(d, outer)));
    if (inner.length > 0) return inner;
  }
  if (regionWords().words.has(name)) return undefined;
  return name.length > 2 || BEFORE_BARE.test(text.slice(0, at)) ? divisions : undefined;
}

function bareHere(
  index: DivisionIndex,
  name: string,
  text: string,
  at: number,
  before: DivisionSpan | undefined,
): readonly Division[] | undefined {
  const divisions = index.bare.get(name);
  if (!divisions || name === text) return divisions;
  const end = at + name.length;
  const adjacent = before?.end === at;
  const rest = text.slice(end, end + 4);
  if (adjacent) {
    const inner = divisions.filter((d) => before.divisions.some((outer) => within(d, outer)));
    return inner.length > 0 && !regionWords().notAfter.includes(rest[0] ?? ' ') ? inner : undefined;
  }
  if (divisions[0]?.level === 'town' || regionWords().words.has(name)) return undefined;
  if (!BEFORE_BARE.test(text.slice(0, at))) return undefined;
  const provinces = divisions.filter((d) => d.level === 'province');
  const meant = provinces.length > 0 ? provinces : divisions;
  const outer = meant.filter((d) => leadsInto(index, d, text, end));
  if (outer.length > 0) return outer;
  return AFTER_BARE.test(rest) ? meant : undefined;
}

/** 新疆新源县, 河南洛阳: another place follows that lies within. */
function leadsInto(index: DivisionIndex, outer: Division, text: string, at: number): boolean {
  return index.lengthsAt(text, at).some((length) => {
    const name = text.slice(at, at + length);
    const inner = index.ranked.get(name) ?? index.bare.get(name) ?? [];
    return inner.some((d) => d !== outer && within(d, outer));
  });
}

function unlistedSpan(text: string, at: number, before: DivisionSpan | undefined): DivisionSpan | undefined {
  const adjacent = before?.end === at;
  if (!adjacent && at > 0 && /[\u3400-\u9fff]/.test(text[at - 1] ?? '')) return undefined;
  const place = unlistedAt(
    text,
    at,
    adjacent ? (before.unlisted?.level ?? before.divisions[0]?.level) : undefined,
  );
  // Alone, such a form is too weak; a chain of two ranks is not.
  if (place && holdsListed(text, at, place.length)) return undefined;
  if (
    !place ||
    (!adjacent && !unlistedAt(text, at + place.length, place.level) && place.length !== text.length)
  )
    return undefined;
  return { start: at, end: at + place.length, divisions: [], unlisted: place };
}

/** 请问淮安市: what looks like one unlisted place has a listed one inside. */
function holdsListed(text: string, at: number, length: number): boolean {
  const index = upperDivisions();
  for (let i = at + 1; i < at + length - 1; i++) {
    const ends = index.lengthsAt(text, i).filter((n) => i + n === at + length);
    if (ends.some((n) => index.ranked.has(text.slice(i, i + n)))) return true;
  }
  return false;
}

/** Levels above an unlisted place, from the mentions that stand directly before it. */
function unlistedRegion(span: DivisionSpan, all: readonly DivisionSpan[]): Region {
  const before = all.find((other) => other.end === span.start);
  const above = !before ? {} : before.unlisted ? unlistedRegion(before, all) : commonRegion(before.divisions);
  return span.unlisted ? { ...above, [span.unlisted.level]: span.unlisted.name } : above;
}

/** Lets the mentions of one text decide between the candidates of each other: the nearest before first. */
export function narrow(spans: readonly DivisionSpan[]): DivisionSpan[] {
  return spans.map((span, i) => {
    if (span.divisions.length < 2) return span;
    const others = [spans[i - 1], spans[i + 1], ...spans].filter((s) => s && s !== span);
    for (const other of others) {
      const fitting = span.divisions.filter((d) =>
        other?.divisions.some((o) => o !== d && (within(d, o) || within(o, d))),
      );
      if (fitting.length > 0 && fitting.length < span.divisions.length)
        return { ...span, divisions: fitting };
    }
    return span;
  });
}
