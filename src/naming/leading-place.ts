import type { Region } from '../model/report.ts';
import { kindOf } from './agency-kinds.ts';
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
import { serviceOf } from './national-organs.ts';
import { areaIn } from './new-areas.ts';
import { regionWords } from './region-words.ts';
import { highestFor } from './shared-names.ts';
import { unlistedAt } from './unlisted-places.ts';

/** The place at the head of an agency's name. */
export interface LeadingPlace {
  region: Region;
  /** Of the deepest level; see `AgencyName.id`. Empty when no place is known. */
  code: string;
  /** Characters of the name that name the place. */
  length: number;
  /** A service of the whole country before the place that belongs to the office's name; else empty. */
  service: string;
}

interface State {
  at: number;
  /** Divisions that fit what was read; empty before the first. */
  fitting: readonly Division[];
  /** Levels that no table lists. */
  unlisted: Region;
  level: DivisionLevel | undefined;
}

const LEVELS: readonly DivisionLevel[] = ['province', 'city', 'county', 'town'];
/** 县水利局, 区政府: the rank alone stands for the place that is known from elsewhere. */
const OWN_PLACE = /^[省市县区旗镇乡](?=.{2,})(?![场政容民域级委直城村土划块区县])/;

/** Only then the table of towns is worth loading. */
const MAY_NAME_TOWN =
  /[镇乡](?![村镇])|街道|苏木|办事处|[农林牧]场|团|[理园新发]区|^(?!(?:人民)?政府).+政府|社会事务|便民/;

/** What follows a town that is written without its rank. */
const TOWN_OFFICE = /^(?:人民政府|政府|办事处|街道办|社会事务|便民服务|综合(?:服务|事务|便民)|党群|农业综合)/;

export function leadingPlace(name: string, hint: Region = {}): LeadingPlace {
  const service = serviceOf(name);
  const start = service?.length ?? 0;
  let state: State = { at: start, fitting: [], unlisted: {}, level: undefined };
  for (;;) {
    const next = stepFrom(name, state, hint) ?? stepFrom(name, behindGovernment(name, state), hint);
    if (!next) break;
    state = next;
  }
  if (state.at === 0 && OWN_PLACE.test(name) && kindOf(name) !== 'other') state.at = 1;
  if (state.at === start && start > 0 && state.level === undefined) state.at = 0;
  // 江北新区 is Nanjing's, though no table of divisions lists it.
  const near = state.level === undefined || state.level === 'county' ? { ...areaIn(name), ...hint } : hint;
  const place = settle(state, near);
  const kept = service?.kept && state.at > start ? name.slice(0, start) : '';
  return { ...place, service: kept };
}

function stepFrom(name: string, state: State | undefined, hint: Region): State | undefined {
  return (
    state && (listedStep(name, state, hint) ?? countyOfArea(name, state, hint) ?? unlistedStep(name, state))
  );
}

/** 雄安新区容城县: an area that no table lists stands before a county that one does. */
function countyOfArea(name: string, state: State, hint: Region): State | undefined {
  const area = /^[\u3400-\u9fff]{2,4}新区(?=[\u3400-\u9fff]{1,4}[县市])/.exec(name.slice(state.at))?.[0];
  if (!area || state.level === 'county' || state.level === 'town') return undefined;
  const behind = listedStep(name, { ...state, at: state.at + area.length }, hint);
  return behind?.level === 'county' ? behind : undefined;
}

/** 江岸区人民政府一元街道办事处: the government is that of the place above. */
function behindGovernment(name: string, state: State): State | undefined {
  const government = /^(?:人民)?政府(?=.{2,8}(?:街道|镇|乡|办事处))/.exec(name.slice(state.at))?.[0];
  return government && state.level ? { ...state, at: state.at + government.length } : undefined;
}

function listedStep(name: string, state: State, hint: Region): State | undefined {
  if (Object.keys(state.unlisted).length > 0 || state.level === 'town') return undefined;
  const found = longestAt(name, state, upperDivisions(), hint) ?? townAt(name, state, hint);
  if (!found) return undefined;
  const { divisions, length } = found;
  return { at: state.at + length, fitting: divisions, unlisted: {}, level: divisions[0]?.level };
}

function townAt(
  name: string,
  state: State,
  hint: Region,
): { divisions: Division[]; length: number } | undefined {
  return MAY_NAME_TOWN.test(name.slice(state.at)) ? longestAt(name, state, townDivisions(), hint) : undefined;
}

function longestAt(
  name: string,
  state: State,
  index: DivisionIndex,
  hint: Region,
): { divisions: Division[]; length: number } | undefined {
  for (const length of index.lengthsAt(name, state.at)) {
    const word = name.slice(state.at, state.at + length);
    const rest = name.slice(state.at + length);
    const all =
      index.ranked.get(word) ?? (mayBeBare(word, rest, state) ? bareOf(index, word, rest) : undefined);
    const fitting = all?.filter((d) => fits(d, state, hint));
    if (fitting?.length) return { divisions: highestFor(rest, fitting), length };
  }
  return undefined;
}

function fits(division: Division, state: State, hint: Region): boolean {
  if (division.level === 'town' && state.fitting.length === 0 && /区$/.test(division.name)) return false;
  if (state.fitting.length > 0)
    return state.fitting.some((outer) => outer !== division && within(division, outer));
  const region = regionOf(division);
  return LEVELS.every((level) => !hint[level] || !region[level] || hint[level] === region[level]);
}

/** 武陟乡村振兴局: without its rank a place is taken only before what is plainly the rest of an agency's name. */
function mayBeBare(word: string, rest: string, state: State): boolean {
  if (rest.length < 2 || (state.at === 0 && regionWords().words.has(word))) return false;
  if (
    regionWords().notAfter.includes(rest[0] ?? '') ||
    /^(?:[市县区省](?![场政容民])|[镇乡](?!村)|街道)/.test(rest)
  )
    return false;
  return /^(?:政府|人民政府|办事处|海关)$/.test(rest) || (rest.length > 2 && kindOf(rest) !== 'other');
}

function bareOf(index: DivisionIndex, word: string, rest: string): readonly Division[] | undefined {
  // There are several 人民街道, but 人民政府 is never theirs.
  if (word === '人民') return undefined;
  return index === upperDivisions() || TOWN_OFFICE.test(rest) ? index.bare.get(word) : undefined;
}

function unlistedStep(name: string, state: State): State | undefined {
  const place = unlistedAt(name, state.at, state.level);
  if (!place) return undefined;
  return {
    ...state,
    at: state.at + place.length,
    level: place.level,
    unlisted: { ...state.unlisted, [place.level]: place.name },
  };
}

function settle(state: State, hint: Region): Omit<LeadingPlace, 'service'> {
  const listed = state.fitting.length > 0 ? commonRegion(state.fitting) : {};
  const named: Region = { ...listed, ...state.unlisted };
  const compatible = LEVELS.every((level) => !named[level] || !hint[level] || named[level] === hint[level]);
  const region = ordered(compatible ? { ...aboveOf(hint, state.level), ...named } : named);
  const only =
    state.fitting.length === 1 && Object.keys(state.unlisted).length === 0 ? state.fitting[0] : undefined;
  return { region, code: only?.code ?? codeOf(region, state), length: state.at };
}

/** What is known from elsewhere serves for the levels above the named one, and wholly where none is named. */
function aboveOf(hint: Region, level: DivisionLevel | undefined): Region {
  const kept = level ? LEVELS.slice(0, LEVELS.indexOf(level)) : LEVELS;
  return Object.fromEntries(kept.flatMap((l) => (hint[l] ? [[l, hint[l]]] : [])));
}

function codeOf(region: Region, state: State): string {
  const code = listedCode(region);
  if (code) return code;
  const name = region.county ?? region.city ?? region.province ?? '';
  // 土门办事处, 土门街道办事处 and 土门街道 are one street office.
  const deepest = region.town ? `${name}${region.town.replace(/办事处$/, '街道')}` : name;
  return deepest || (state.fitting[0]?.name ?? '');
}

/** The code of a region all of whose levels are listed, unless several are the same. */
function listedCode(region: Region): string | undefined {
  const deepest = LEVELS.findLast((level) => region[level]);
  const name = deepest ? region[deepest] : undefined;
  if (!deepest || !name) return undefined;
  const index = deepest === 'town' ? townDivisions() : upperDivisions();
  const same = (index.ranked.get(name) ?? []).filter((division) => {
    const own = regionOf(division);
    return (
      division.level === deepest && LEVELS.every((level) => !region[level] || own[level] === region[level])
    );
  });
  return same.length === 1 ? same[0]?.code : undefined;
}

function ordered(region: Region): Region {
  return Object.fromEntries(LEVELS.flatMap((level) => (region[level] ? [[level, region[level]]] : [])));
}
