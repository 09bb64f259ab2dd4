import { cpSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { DiskRecords } from '../../src/app/record-files.ts';
import { type Archive, openArchive } from '../../src/archive/archive.ts';
import { examine } from '../../src/archive/doctor.ts';
import { ArchiveError } from '../../src/archive/errors.ts';
import { checkIndexes, checkSources } from './compare.ts';
import { fill } from './filled.ts';
import { AGENCIES, mulberry, reportFor } from './script.ts';

export interface DamageFigures {
  /** Kind of file → how often one was damaged. */
  tries: Record<string, number>;
  /** Questions refused with the file's name. */
  refused: number;
  /** Reports that the doctor withdrew. */
  withdrawn: number;
  /** Kept files and records of the bot that it set aside. */
  setAside: number;
  /** Snapshots that were made again. */
  rebuilt: number;
  wrong: string[];
}

/** Cuts or changes one random file of each kind again and again: it is detected, rebuilt or refused, never answered from. */
export async function damageAtRandom(folder: string, seed: number, rounds: number): Promise<DamageFigures> {
  const random = mulberry(seed);
  const figures: DamageFigures = { tries: {}, refused: 0, withdrawn: 0, setAside: 0, rebuilt: 0, wrong: [] };
  const sound = join(folder, 'sound');
  await fill(sound);
  keepRecords(sound);
  const files = filesOf(sound);
  const kinds = [...files.keys()];
  for (let round = 0; round < rounds; round += 1) {
    const kind = kinds[round % kinds.length] ?? '';
    const choice = files.get(kind) ?? [];
    const file = choice[Math.floor(random() * choice.length)] ?? '';
    const copy = join(folder, 'copy');
    cpSync(sound, copy, { recursive: true });
    damage(join(copy, file), random);
    figures.tries[kind] = (figures.tries[kind] ?? 0) + 1;
    for (const text of judge(copy, figures)) figures.wrong.push(`round ${round}, ${file}: ${text}`);
    rmSync(copy, { recursive: true });
  }
  return figures;
}

function keepRecords(folder: string): void {
  const records = new DiskRecords(join(folder, 'bot'));
  for (const name of RECORDS) records.open(name).write(recordFor(name));
}

/** What the bot keeps of its chats, as it names it. */
const RECORDS = ['chats/-1001', 'chats/17', 'seen/3c', 'seen/a0', 'updates', 'claimed'];

function recordFor(name: string): unknown {
  return { name, words: Array.from({ length: 20 }, (_, i) => `${name}的第${i}条`) };
}

function filesOf(folder: string): Map<string, string[]> {
  const kinds = new Map<string, string[]>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name).slice(folder.length + 1);
    const top = path.split('/')[0] ?? '';
    const kind =
      top === 'index' ? basename(path) : top === 'bot' ? path.split('/').slice(0, 2).join('/') : top;
    kinds.set(kind, [...(kinds.get(kind) ?? []), path]);
  }
  return kinds;
}

function damage(file: string, random: () => number): void {
  const bytes = readFileSync(file);
  const at = Math.floor(random() * bytes.length);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8));
  if (random() < 0.4) truncateSync(file, at);
  else writeFileSync(file, bytes);
}

function judge(folder: string, figures: DamageFigures): string[] {
  const wrong = answersRightly(folder, figures);
  const { ailments } = examine(folder, { mend: true });
  const withdrawn = ailments.filter(({ code }) => code === 'report-damaged').length;
  figures.withdrawn += withdrawn;
  figures.setAside += ailments.filter(({ code }) => /^(?:source|record)-damaged$/.test(code)).length;
  figures.rebuilt += ailments.filter(({ code }) => /^(?:snapshot|shard)-damaged$/.test(code)).length;
  const mended = openArchive(folder, 'read');
  if (ailments.length === 0) wrong.push('the doctor found nothing');
  if (mended.holdings.length !== AGENCIES - withdrawn) wrong.push('the doctor lost reports');
  if (examine(folder, { mend: false }).ailments.length > 0) wrong.push('the doctor left something');
  const lost = ailments.filter(({ code }) => code === 'record-damaged').length;
  if (recordsIn(folder).length !== RECORDS.length - lost) wrong.push('the doctor lost records of the bot');
  return [...wrong, ...differing(mended), ...checkIndexes(mended)];
}

/** Before the doctor: every answer is right, or refused by the name of a file. */
function answersRightly(folder: string, figures: DamageFigures): string[] {
  try {
    const archive = openArchive(folder, 'read');
    recordsIn(folder);
    return [...differing(archive), ...checkSources(archive), ...checkIndexes(archive)];
  } catch (error) {
    if (!(error instanceof ArchiveError) || error.code !== 'damaged') throw error;
    figures.refused += 1;
    return dirname(error.file).startsWith(folder)
      ? []
      : [`refused without naming the file: ${error.message}`];
  }
}

/** Names of the bot's records that are there and as they were written. @throws {ArchiveError} `damaged` */
function recordsIn(folder: string): string[] {
  const records = new DiskRecords(join(folder, 'bot'));
  return RECORDS.filter((name) => isDeepStrictEqual(records.open(name).read(), recordFor(name)));
}

function differing(archive: Archive): string[] {
  return archive.holdings.flatMap(({ reportId, agency }) => {
    const number = Number(/\d+/.exec(agency)?.[0]);
    const right = isDeepStrictEqual(archive.report(reportId), reportFor({ agency: number, edition: number }));
    return right ? [] : [`wrong content for ${agency}`];
  });
}
