import { NameIndex } from '../../index/name-index.ts';
import { dictionaryWords } from '../../index/names/dictionary-words.ts';
import { PassageIndex } from '../../index/passage-index.ts';
import { searchPassages, searchRanked } from '../../src/archive/passage-search.ts';
import { passagesOf } from '../../src/archive/passages.ts';
import { segmentation } from '../../src/archive/segmentation.ts';
import { besideReadings } from '../../src/catalogue/beside-readings.ts';
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
import { dataPath } from '../../src/package-root.ts';

const absent: ColumnCell = { value: null, status: 'absent' };

/** A library in memory, straight from reports: for tests of what only reads a library. */
export class MemoryLibrary implements Library {
  readonly revision = 1;
  readonly holdings: Holding[];
  readonly agencies: HeldAgency[] = [];
  readonly #reports: Report[];
  readonly #agencies = new Map<string, HeldAgency>();
  readonly #names = new NameIndex({ isWord: dictionaryWords(dataPath('dictionary')) });
  #passages: PassageIndex | undefined;

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
        const report = this.#reports[row];
        const reading = report?.readings[readingId];
        if (reading) return { value: reading.value, status: reading.status };
        const counted = report && besideReadings(report)[readingId];
        return counted ? { value: counted.value, status: 'reported' } : absent;
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

  /** Found and ranked as the archive does. */
  searchPassages(text: string, options: PassageSearch = {}): PassageHit[] {
    return options.ranked
      ? searchRanked(this.#index(), this, text, options)
      : searchPassages(this.#index(), this, text, options);
  }

  /** Built at the first search: it loads the dictionary. */
  #index(): PassageIndex {
    if (!this.#passages) {
      this.#passages = new PassageIndex(segmentation());
      for (const report of this.#reports)
        this.#passages.add(
          report.id,
          passagesOf(report).map(({ text, context, section }) => ({ text, context, tag: section })),
        );
    }
    return this.#passages;
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
