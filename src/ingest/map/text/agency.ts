import type { Warning } from '../../../model/document.ts';
import type { Agency, Region } from '../../../model/report.ts';
import { parseAgencyName } from '../../../naming/agency-name.ts';
import { abbreviates } from '../../../naming/agency-spelling.ts';
import { upperDivisions } from '../../../naming/divisions.ts';
import { isNational } from '../../../naming/national-organs.ts';
import { findDivisions } from '../../../naming/regions.ts';
import { isName } from './names.ts';
import { likeliest, mainRegion, regionSupport } from './region-evidence.ts';

export interface NameEvidence {
  /** In the order of the titles. */
  titles: readonly string[];
  signature: string | undefined;
  opening: readonly string[];
  /** From the head of a web page. */
  meta: readonly string[];
  file: string | undefined;
  /** From the sentences of the report, where nothing else names it. */
  spoken: string | undefined;
}

/** The agency whose report it is, by the best evidence; undefined when nothing names one. */
export function decideAgency(
  evidence: NameEvidence,
  text: string,
): { agency: Agency; warnings: Warning[] } | undefined {
  const { titles, signature, opening, meta, file, spoken } = evidence;
  const named = [...titles, signature, ...opening.filter(weighty), ...meta, file, ...opening];
  const ranked = [...named, ...(named.some((n) => n !== undefined) ? [] : [spoken])].filter(
    (n) => n !== undefined,
  );
  const first = ranked[0];
  if (!first) return undefined;
  const best = spelledOut(first, ranked);
  const region = regionFor(best, ranked, text);
  const parsed = parseAgencyName(best, region);
  const signed = signature ? [signature] : [];
  const sure = [...titles, ...signed, ...opening, ...meta].filter(isName);
  const same = sure.filter(
    (name) => parseAgencyName(name, region).id === parsed.id && !(isDesk(name) && !isDesk(first)),
  );
  const shorter = [...titles, ...signed].filter((name) => shortens(name, best));
  const others = [...titles, ...signed].filter(
    (name) => !same.includes(name) && name !== first && !related(name, best) && !shorter.includes(name),
  );
  const name = fullest([best, ...same], parsed.region);
  const aliases = [...new Set([first, best, ...same, ...shorter, ...others])].filter(
    (alias) => alias !== name,
  );
  const agency = { id: parsed.id, name, aliases, region: parsed.region, kind: parsed.kind };
  const warnings = warningsOf(agency, others);
  if (first === spoken && !named.includes(spoken))
    warnings.push({
      code: 'agency-from-text',
      message: `标题、落款和文件名中都没有机关名称，按正文中的“${spoken}”收录为${name}`,
    });
  return { agency, warnings };
}

/** The office that writes for its town's government stands for it, but is no other name of it. */
function isDesk(name: string): boolean {
  return /党政(?:综合)?办(?:公室)?$/.test(name);
}

/** 县教体局 in the title is the 宜阳县教育体育局 of the text. */
function spelledOut(short: string, names: readonly string[]): string {
  const { core } = parseAgencyName(short);
  return names.find((name) => abbreviates(core, parseAgencyName(name).core)) ?? short;
}

/** A name with its place is surer than 县财政局. */
function weighty(name: string): boolean {
  return findDivisions(name).length > 0 || /[省市县区旗乡镇](?=.{2})/.test(name.slice(1));
}

/** 国家发展改革委 is 国家发展和改革委员会: the same beginning, and all its characters in the same order. */
function shortens(short: string, name: string): boolean {
  if (short.length < 5 || short.length >= name.length || short.slice(0, 2) !== name.slice(0, 2)) return false;
  let at = 0;
  for (const char of short) {
    at = name.indexOf(char, at) + 1;
    if (at === 0) return false;
  }
  return /[局委厅办部]$|中心$/.test(short) && !/政府/.test(name);
}

/** The office that wrote the report for its government is no second name of it. */
function related(other: string, best: string): boolean {
  return other.includes(best) || best.includes(other) || /办公室$/.test(other);
}

/**
 * What decides between places of one name: the fuller spellings of the agency itself, then the rest of the text.
 */
function regionFor(best: string, names: readonly string[], text: string): Region | undefined {
  const own = parseAgencyName(best);
  const printed = names.find((name) => name.indexOf(best.replace(/人民政府$/, '')) > 1);
  const whole = printed ? parseAgencyName(printed).region : own.region;
  if (Object.keys(whole).length > 0 && whole.town === own.region.town && differ(whole, own.region))
    return whole;
  if (own.region.province) return own.region;
  const fuller = names
    .map((name) => parseAgencyName(name))
    .find((p) => p.region.province && agrees(p.region, own.region));
  if (fuller && (own.region.county || own.region.town || own.region.city)) return fuller.region;
  const spans = findDivisions(best);
  const support = regionSupport(text);
  const candidates = spans.at(-1)?.divisions ?? [];
  if (candidates.length > 1) {
    const chosen = likeliest(candidates, support);
    return chosen ? parseAgencyName(best, regionAbove(chosen)).region : own.region;
  }
  if (own.region.county || own.region.city) return unlistedAbove(own.region, names);
  const region = fuller?.region ?? unlistedAbove(own.region, names);
  return region ?? (isNational(best) ? undefined : mainRegion(support));
}

function regionAbove(division: { parent: unknown }): Region {
  const region: Region = {};
  for (
    let d = division.parent as { level: keyof Region; name: string; parent: unknown } | undefined;
    d;
    d = d.parent as typeof d
  )
    region[d.level] = d.name;
  return region;
}

/** For places that no table lists, the other names of the agency tell the upper levels. */
function unlistedAbove(own: Region, names: readonly string[]): Region | undefined {
  const regions = names.map((name) => parseAgencyName(name).region);
  const levels = Object.keys(own).length;
  return (
    regions.find((region) => Object.keys(region).length > levels && agrees(region, own)) ??
    (levels ? own : undefined)
  );
}

/** 青禾县柳溪镇 is printed, so it is not the only 柳溪镇 that the tables list. */
function differ(whole: Region, own: Region): boolean {
  return (
    (whole.county !== undefined && whole.county !== own.county) ||
    (whole.city !== undefined && whole.city !== own.city)
  );
}

function agrees(region: Region, own: Region): boolean {
  return Object.entries(own).every(([level, name]) => region[level as keyof Region] === name);
}

/** The longest printed spelling; a name without any place is completed with the county it stands in. */
function fullest(names: readonly string[], region: Region): string {
  const longest = names.reduce((best, name) => (name.length > best.length ? name : best));
  const place = region.county ?? region.city ?? region.province;
  const bare = parseAgencyName(longest).region;
  if (!place || bare.county || bare.city || bare.province) return withPlace(longest, region);
  return place + longest.replace(/^[县区市省旗](?![场政容民域])/, '');
}

/** 别斯托别乡 alone is known for 新源县's, but people look for 新源县别斯托别乡. */
function withPlace(name: string, region: Region): string {
  const town = region.town;
  const stem = town?.replace(/(?:街道|镇|乡)$/, '');
  return town && region.county && stem && name.startsWith(stem) ? region.county + name : name;
}

function warningsOf(agency: Agency, others: readonly string[]): Warning[] {
  const warnings: Warning[] = [];
  if (others.length > 0) {
    const names = [...new Set(others)].join('、');
    warnings.push({
      code: 'two-names',
      message: `报告中出现两个机关名称：${agency.name}、${names}，按前者收录`,
    });
  }
  if (Object.keys(agency.region).length === 0 && !isNational(agency.name))
    warnings.push({ code: 'region-unknown', message: `未能从报告中判断${agency.name}所在地区` });
  const { province, city, county } = agency.region;
  const shared = upperDivisions().ranked.get(county ?? city ?? '')?.length ?? 0;
  if (!province && shared > 1)
    warnings.push({
      code: 'region-ambiguous',
      message: `全国有${shared}个${county ?? city}，未能从报告中判断是哪一个`,
    });
  return warnings;
}
