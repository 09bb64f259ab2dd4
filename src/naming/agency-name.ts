import type { Agency, AgencyKind, Region } from '../model/report.ts';
import { kindOf } from './agency-kinds.ts';
import { type AgencySpelling, spellingsOfAgency } from './agency-spelling.ts';
import { shortArea } from './division-spelling.ts';
import { type LeadingPlace, leadingPlace } from './leading-place.ts';

export interface AgencyName {
  region: Region;
  /** The name without its region; 人民政府 or 办事处 for the place's own government. */
  core: string;
  kind: AgencyKind;
  /** Region code (the place's name when no table lists it or several bear it), `|`, core. */
  id: string;
}

/**
 * Takes an agency's name apart. All spellings of one agency give one id: 淮安市洪泽区人民政府, 洪泽区政府;
 * 互助县…中心, 互助土族自治县…中心.
 * @param hint where the agency is known to be: decides between places of one name, completes a name without place.
 */
export function parseAgencyName(name: string, hint?: Region): AgencyName {
  const text = tidy(name);
  const place = leadingPlace(text, hint);
  const rest = text.slice(place.length);
  const core = place.service + coreOf(rest, place);
  return {
    region: place.region,
    core,
    kind: kindOf(core === '管理委员会' ? text : kindText(core, place)),
    id: `${place.code}|${core}`,
  };
}

/** Everything people may call an agency, for the index of names; the likelier meant, the higher the score. */
export function agencyVariants(agency: Agency): AgencySpelling[] {
  const parsed = parseAgencyName(agency.name, agency.region);
  return spellingsOfAgency(agency, parsed.core);
}

function tidy(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\s*#"“”《》<>]/g, '')
    .replace(/[:：，,。.]+$/g, '');
}

/** The office of a place's government has many spellings, and the bare place is one. */
function coreOf(rest: string, place: LeadingPlace): string {
  if (
    /^(?:人民政府|政府|办事处|街道办事处|街道|行政公署|党政办|党政办公室)?$/.test(rest) &&
    place.length > 0
  ) {
    return /(?:街道|办事处)$/.test(place.region.town ?? '') ? '办事处' : '人民政府';
  }
  return shortArea(rest)
    .replace(/^政府/, '人民政府')
    .replace(/管委会$/, '管理委员会');
}

function kindText(core: string, place: LeadingPlace): string {
  if (core !== '人民政府') return core === '办事处' ? '街道办事处' : core;
  return place.region.town ? `${place.region.town}人民政府` : core;
}
