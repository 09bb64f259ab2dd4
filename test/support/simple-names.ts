import type { AgencyCandidate, AgencyMention } from '../../src/model/library.ts';
import type { Agency } from '../../src/model/report.ts';

/** Agencies by full name, alias, name without region, or region: longest match, no slips. */
export class SimpleNames {
  readonly #names = new Map<string, AgencyCandidate[]>();
  #longest = 0;

  add(agency: Agency): void {
    for (const [text, how, score] of namesOf(agency)) {
      if (text.length < 2) continue;
      const known = this.#names.get(text) ?? [];
      if (!known.some((candidate) => candidate.agencyId === agency.id))
        known.push({ agencyId: agency.id, how, score });
      this.#names.set(
        text,
        known.sort((a, b) => b.score - a.score),
      );
      this.#longest = Math.max(this.#longest, text.length);
    }
  }

  find(text: string): AgencyMention[] {
    const mentions: AgencyMention[] = [];
    for (let start = 0; start < text.length; ) {
      const end = this.#longestAt(text, start);
      const candidates = this.#names.get(text.slice(start, end));
      if (candidates) mentions.push({ start, end, text: text.slice(start, end), candidates });
      start = candidates ? end : start + 1;
    }
    return mentions;
  }

  #longestAt(text: string, start: number): number {
    for (let end = Math.min(text.length, start + this.#longest); end > start + 1; end--)
      if (this.#names.has(text.slice(start, end))) return end;
    return start;
  }
}

type Name = readonly [text: string, how: AgencyCandidate['how'], score: number];

function namesOf(agency: Agency): Name[] {
  const { province = '', city = '', county = '', town = '' } = agency.region;
  let core = agency.name;
  for (const level of [province, city, county]) core = core.replace(level, '');
  const own = [town, county, city, province].find((level) => level !== '') ?? '';
  const short = (name: string) => (name.length > 2 ? name.slice(0, -1) : name);
  const names: Name[] = [
    [agency.name, 'name', 1],
    ...agency.aliases.map((alias): Name => [alias, 'alias', 0.95]),
    [county + core, 'short', 0.9],
    [short(county) + core, 'short', 0.9],
    [core, 'part', 0.8],
  ];
  if (agency.kind === 'government' || agency.kind === 'town')
    names.push([own, 'region', 0.85], [short(own), 'region', 0.8], [`${own}政府`, 'short', 0.9]);
  return names;
}
