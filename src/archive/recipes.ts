import { NameIndex } from '../../index/name-index.ts';
import { dictionaryWords } from '../../index/names/dictionary-words.ts';
import { PassageIndex } from '../../index/passage-index.ts';
import { SnapshotError } from '../../index/snapshot-error.ts';
import { besideReadings } from '../catalogue/beside-readings.ts';
import type { HeldAgency } from '../model/library.ts';
import type { Report } from '../model/report.ts';
import { agencyVariants } from '../naming/agency-name.ts';
import { dataPath } from '../package-root.ts';
import { ColumnStore } from './columns.ts';
import type { Recipe } from './derived.ts';
import { makerOf } from './maker.ts';
import { passagesOf } from './passages.ts';
import type { HoldingRecord } from './record.ts';
import { digest } from './sealed-json.ts';
import { segmentation } from './segmentation.ts';

/** What the recipes read. */
export interface Shelf {
  records: ReadonlyMap<string, HoldingRecord>;
  /** The report held under an id. @throws {ArchiveError} */
  report(reportId: string): Report;
  agencyIds: Iterable<string>;
  agency(agencyId: string): HeldAgency | undefined;
}

export function passageRecipe(shelf: Shelf): Recipe<PassageIndex> {
  return {
    kind: 'passages',
    maker: () => makerOf('index', 'src/archive/passages', 'src/archive/segmentation', 'data/dictionary'),
    create: () => new PassageIndex(segmentation()),
    restore: (body) => usable(() => PassageIndex.restore(body, segmentation())),
    snapshot: (index) => index.snapshot(),
    versions: () => reportVersions(shelf),
    put: (index, id) =>
      index.add(
        id,
        passagesOf(shelf.report(id)).map(({ text, context, section }) => ({ text, context, tag: section })),
      ),
    remove: (index, id) => index.remove(id),
  };
}

export function columnRecipe(shelf: Shelf): Recipe<ColumnStore> {
  return {
    kind: 'columns',
    maker: () => makerOf('src/archive/columns', 'src/catalogue', 'data/lexicon/themes.json'),
    create: () => new ColumnStore(),
    restore: (body) => ColumnStore.restore(body),
    snapshot: (columns) => columns.snapshot(),
    versions: () => reportVersions(shelf),
    put: (columns, id) => {
      const report = shelf.report(id);
      columns.set(id, { ...report.readings, ...besideReadings(report) });
    },
    remove: (columns, id) => columns.delete(id),
  };
}

export function nameRecipe(shelf: Shelf): Recipe<NameIndex> {
  return {
    kind: 'names',
    maker: () => makerOf('index', 'src/naming', 'data/dictionary'),
    create: () => new NameIndex(nameOptions()),
    restore: (body) => usable(() => NameIndex.restore(body, nameOptions())),
    snapshot: (names) => names.snapshot(),
    versions: () => new Map([...shelf.agencyIds].map((id) => [id, agencyVersion(shelf.agency(id))])),
    put: (names, id) => {
      const agency = shelf.agency(id);
      if (agency) names.set(id, agencyVariants(agency));
    },
    remove: (names, id) => names.delete(id),
  };
}

/** A slip is believed only where what was typed is no word itself. */
function nameOptions() {
  return { isWord: dictionaryWords(dataPath('dictionary')) };
}

/** The file is whole (its checksum was right); the index may still refuse what was made with other settings. */
function usable<T>(restore: () => T): T | undefined {
  try {
    return restore();
  } catch (error) {
    if (error instanceof SnapshotError) return undefined;
    throw error;
  }
}

function reportVersions(shelf: Shelf): Map<string, string> {
  return new Map([...shelf.records.values()].map((record) => [record.reportId, record.version]));
}

/** Changes when anything changes that names are made from. */
export function agencyVersion(agency: HeldAgency | undefined): string {
  if (!agency) return '';
  const { name, aliases, region, kind } = agency;
  return digest(JSON.stringify([name, aliases, region, kind])).slice(0, 12);
}
