import { z } from 'zod';
import { loadDataFile } from '../catalogue/data-file.ts';
import type { Agency, Region } from '../model/report.ts';
import { type DivisionLevel, spellingsOf } from './division-spelling.ts';

export interface AgencySpelling {
  text: string;
  how: 'name' | 'alias' | 'short' | 'part' | 'region';
  /** 1 is a full name; below 0.6 no more than a hint (the same words fit many agencies). */
  score: number;
}

const name = z.string().min(2);
const schema = z.strictObject({
  names: z.array(z.strictObject({ names: z.array(name).min(1), short: z.array(name).min(1) })),
});
let abbreviations: ReadonlyMap<string, readonly string[]> | undefined;

/** 住房和城乡建设局 → 住建局 …, as the lexicon knows them. */
function wellKnown(core: string): readonly string[] {
  abbreviations ??= new Map(
    loadDataFile(schema, 'lexicon', 'agency-abbreviations.json').names.flatMap((entry) => {
      const all = [...new Set([...entry.short, ...entry.names])];
      return entry.names.map((full) => [full, all.filter((s) => s !== full)] as const);
    }),
  );
  return abbreviations.get(core) ?? [];
}

/** Whether `short` is a well-known abbreviation of `core`: 教体局 of 教育体育局. */
export function abbreviates(short: string, core: string): boolean {
  return short.length < core.length && wellKnown(core).includes(short);
}

/** A collection that keeps the best score of each text. */
class Spellings {
  private readonly best = new Map<string, AgencySpelling>();

  add(text: string, how: AgencySpelling['how'], score: number): void {
    if (text.length < 2) return;
    const known = this.best.get(text);
    if (!known || known.score < score) this.best.set(text, { text, how, score });
  }

  list(): AgencySpelling[] {
    return [...this.best.values()].sort((a, b) => b.score - a.score);
  }
}

/** All spellings of an agency; `core` is its name without the place. */
export function spellingsOfAgency(agency: Agency, core: string): AgencySpelling[] {
  const found = new Spellings();
  found.add(agency.name, 'name', 1);
  for (const alias of agency.aliases) found.add(alias, 'alias', 0.95);
  const places = placesOf(agency.region);
  if (core === '人民政府' || core === '办事处') addGovernment(found, places, agency.region);
  else addOffice(found, places, core);
  return found.list();
}

interface Place {
  text: string;
  /** How well it names the place: 1 in full, less without its rank. */
  weight: number;
  /** The agency's own level alone, nothing above it. */
  own: boolean;
}

/** The ways to say where: the own level, with the next above it, with all above it. */
function placesOf(region: Region): Place[] {
  const levels = (['province', 'city', 'county', 'town'] as const).filter((level) => region[level]);
  const deepest = levels.at(-1);
  if (!deepest) return [];
  const own = formsOf(region[deepest] ?? '', deepest);
  const name = own[0]?.text ?? '';
  const places = [...own];
  const next = levels.at(-2);
  if (next) {
    const [full, ...short] = formsOf(region[next] ?? '', next);
    for (const form of own) if (full) places.push({ ...form, text: full.text + form.text, own: false });
    for (const form of short) places.push({ ...form, text: form.text + name, own: false });
  }
  if (levels.length > 2) {
    const chain = levels.slice(0, -1).map((level) => region[level] ?? '');
    places.push({ text: chain.join('') + name, weight: 1, own: false });
  }
  return places;
}

function formsOf(name: string, level: DivisionLevel): Place[] {
  const spellings = spellingsOf(name, level);
  return [
    ...spellings.ranked.map((text) => ({ text, weight: 1, own: true })),
    ...spellings.bare.map((text) => ({ text, weight: 0.92, own: true })),
  ];
}

function addGovernment(found: Spellings, places: readonly Place[], region: Region): void {
  const street = /(?:街道|办事处)$/.test(region.town ?? '');
  for (const place of places) {
    const ranked = place.weight === 1;
    found.add(`${place.text}人民政府`, ranked ? 'name' : 'short', place.weight - (ranked ? 0 : 0.02));
    if (place.own) found.add(`${place.text}政府`, 'short', 0.95 * place.weight);
    if (street && place.own) found.add(`${place.text}办事处`, 'short', 0.95 * place.weight);
    // A bare place may mean any of its agencies, so the bureaus' own names go before it.
    found.add(place.text, 'region', region.town ? 0.9 * place.weight ** 3 : 0.72 * place.weight ** 2);
  }
}

function addOffice(found: Spellings, places: readonly Place[], core: string): void {
  const shorts = shortCores(core);
  for (const place of places) {
    const ranked = place.weight === 1;
    found.add(place.text + core, ranked ? 'name' : 'short', place.weight - (ranked ? 0 : 0.02));
    if (!place.own) continue;
    for (const short of shorts) found.add(place.text + short, 'short', 0.94 * place.weight);
  }
  found.add(core, places.length > 0 ? 'part' : 'short', places.length > 0 ? 0.55 : 0.8);
  for (const short of shorts) found.add(short, 'part', 0.5);
}

/** 办公室 → 办, 委员会 → 委 and the well-known abbreviations. */
function shortCores(core: string): string[] {
  const clipped = core
    .replace(/领导小组办公室$/, '办')
    .replace(/管理委员会$/, '管委会')
    .replace(/委员会$/, '委')
    .replace(/办公室$/, '办')
    .replace(/^人民政府/, '政府');
  const known = wellKnown(core.replace(/\(.*\)$/, ''));
  const spelt = clipped.replace('高新区', '高新技术产业开发区').replace('经开区', '经济技术开发区');
  return [...new Set([...known, clipped, spelt])].filter((short) => short !== core && short.length > 1);
}
