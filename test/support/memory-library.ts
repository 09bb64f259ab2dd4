import { NameIndex } from '../../index/name-index.ts';
import type {
  AgencyCandidate,
  AgencyMention,
  Column,
  ColumnCell,
  HeldAgency,
  Holding,
  Library,
  PassageHit,
  PassageSearch,
} from '../../src/model/library.ts';
import type { Report } from '../../src/model/report.ts';
import { agencyVariants } from '../../src/naming/agency-name.ts';

const absent: ColumnCell = { value: null, status: 'absent' };

/** A library in memory, straight from reports: for tests of what only reads a library. */
export class MemoryLibrary implements Library {
  readonly revision = 1;
  readonly holdings: Holding[];
  readonly agencies: HeldAgency[] = [];
  readonly #reports: Report[];
  readonly #agencies = new Map<string, HeldAgency>();
  readonly #names = new NameIndex();

  constructor(reports: readonly Report[]) {
    this.#reports = [...reports].sort((a, b) => a.year - b.year || (a.id < b.id ? -1 : 1));
    this.holdings = this.#reports.map(holdingOf);
    for (const report of this.#reports) this.#add(report);
    for (const agency of this.agencies) this.#names.set(agency.id, agencyVariants(agency));
  }

  #add(report: Report): void {
    const known = this.#agencies.get(report.agency.id);
    const reports = new Map([...(known?.reports ?? []), [report.year, report.id] as const]);
    const aliases = [...new Set([...(known?.aliases ?? []), ...report.agency.aliases])];
    const agency: HeldAgency = { ...(known ?? report.agency), aliases, reports };
    this.#agencies.set(agency.id, agency);
    if (known) this.agencies[this.agencies.indexOf(known)] = agency;
    else this.agencies.push(agency);
  }

  holding(reportId: string): Holding | undefined {
    return this.holdings.find((holding) => holding.reportId === reportId);
  }

  report(reportId: string): Report | undefined {
    return this.#reports.find((report) => report.id === reportId);
  }

  agency(agencyId: string): HeldAgency | undefined {
    return this.#agencies.get(agencyId);
  }

  column(readingId: string): Column {
    return {
      at: (row) => {
        const reading = this.#reports[row]?.readings[readingId];
        return reading ? { value: reading.value, status: reading.status } : absent;
      },
    };
  }

  findAgencies(text: string): AgencyMention[] {
    return this.#names.find(text).map((match) => ({
      ...match,
      candidates: match.candidates.map(({ id, score, how }) => ({
        agencyId: id,
        score,
        how: how as AgencyCandidate['how'],
      })),
    }));
  }

  /** Counts the query's pairs of characters that a paragraph holds: no ranking to be proud of, but the same face. */
  searchPassages(text: string, options: PassageSearch = {}): PassageHit[] {
    const pairs = pairsOf(text);
    const hits: PassageHit[] = [];
    for (const report of this.#reports) {
      if (options.agencyIds && !options.agencyIds.includes(report.agency.id)) continue;
      if (options.years && !options.years.includes(report.year)) continue;
      if (options.reportIds && !options.reportIds.has(report.id)) continue;
      for (const section of report.sections) {
        if (options.sections && !options.sections.includes(section.number)) continue;
        for (const paragraph of section.paragraphs) {
          const terms = pairs.filter((pair) => paragraph.text.includes(pair));
          if (terms.length === 0) continue;
          hits.push({
            reportId: report.id,
            agencyId: report.agency.id,
            agency: report.agency.name,
            year: report.year,
            section: section.number,
            text: paragraph.text,
            score: terms.length,
            terms,
            ...paragraph.place,
          });
        }
      }
    }
    return hits.sort((a, b) => b.score - a.score).slice(0, options.limit ?? 10);
  }
}

function holdingOf(report: Report): Holding {
  return {
    reportId: report.id,
    agencyId: report.agency.id,
    agency: report.agency.name,
    region: report.agency.region,
    kind: report.agency.kind,
    year: report.year,
    edition: report.edition,
    publishedAt: report.publishedAt,
    file: report.source.file,
    sha256: report.source.sha256,
    ingestedAt: report.source.ingestedAt,
    warnings: report.warnings.length,
    errors: report.findings.filter((finding) => finding.severity === 'error').length,
    findings: report.findings.length,
  };
}

function pairsOf(text: string): string[] {
  const pairs = new Set<string>();
  for (const run of text.match(/[\p{Script=Han}]+/gu) ?? [])
    for (let i = 0; i + 2 <= run.length; i++) pairs.add(run.slice(i, i + 2));
  return [...pairs];
}
