import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openArchive } from '../../src/archive/archive.ts';
import { dataPath, packageRoot } from '../../src/package-root.ts';
import { checkIndexes, checkSources } from './compare.ts';
import { mulberry } from './script.ts';

export const main = join(packageRoot, 'dist', 'bot', 'cli', 'main.js');

export interface ProgramFigures {
  kills: number;
  /** Lines 已收录 that were printed before the kills. */
  acknowledged: number;
  wrong: string[];
}

/** `nianbao ingest` over a folder of files, killed again and again, then left to finish. */
export async function killIngest(
  folder: string,
  seed: number,
  kills: number,
  files: number,
): Promise<ProgramFigures> {
  const random = mulberry(seed);
  const [data, source] = [join(folder, 'data'), join(folder, 'files')];
  writeReports(source, files);
  const figures: ProgramFigures = { kills: 0, acknowledged: 0, wrong: [] };
  for (let round = 0; round < kills; round += 1) {
    const { ids } = await ingest(data, source, random() * 3000);
    figures.kills += 1;
    figures.acknowledged += ids.length;
    const archive = openArchive(data, 'read');
    for (const id of ids) if (!archive.report(id)) figures.wrong.push(`round ${round}: ${id} is lost`);
    const wrong = [...checkSources(archive), ...checkIndexes(archive)];
    figures.wrong.push(...wrong.map((text) => `round ${round}: ${text}`));
  }
  const { complaints } = await ingest(data, source, undefined);
  if (complaints) figures.wrong.push(complaints.slice(0, 500));
  const held = openArchive(data, 'read').holdings.length;
  if (held !== files) figures.wrong.push(`${held} of ${files} reports are held in the end`);
  return figures;
}

/** The ids of the lines that were printed, whole lines only; and what was said on standard error. */
function ingest(
  data: string,
  source: string,
  lifeMs: number | undefined,
): Promise<{ ids: string[]; complaints: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [main, 'ingest', source, '--data', data], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let timer: NodeJS.Timeout | undefined;
    let text = '';
    child.stdout.on('data', (part) => {
      text += part;
      // Time runs from the first line: before it nothing has been promised yet.
      if (lifeMs !== undefined) timer ??= setTimeout(() => child.kill('SIGKILL'), lifeMs);
    });
    let complaints = '';
    child.stderr.on('data', (part) => {
      complaints += part;
    });
    child.once('close', () => {
      clearTimeout(timer);
      const lines = text.matchAll(/^(?:已收录|无变化).* (\d{4}-[0-9a-f]{10}) .*\n/gm);
      resolve({ ids: [...lines].map((found) => found[1] ?? ''), complaints });
    });
  });
}

/** Reports of as many agencies as wanted, made from one sample. */
export function writeReports(folder: string, count: number): void {
  mkdirSync(folder, { recursive: true });
  const sample = readFileSync(dataPath('samples', '青禾县教育局-2023.txt'), 'utf8');
  const names = [...'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥'];
  for (let i = 0; i < count; i += 1) {
    const place = `${names[i % names.length]}${names[Math.floor(i / names.length) % names.length]}溪`;
    writeFileSync(join(folder, `${String(i).padStart(4, '0')}.txt`), sample.replaceAll('青禾', place));
  }
}
