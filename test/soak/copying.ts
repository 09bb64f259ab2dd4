import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { type Archive, openArchive } from '../../src/archive/archive.ts';
import { dataPath } from '../../src/package-root.ts';
import { checkIndexes, checkSources } from './compare.ts';
import { writeReports } from './programs.ts';
import { nianbao } from './run-program.ts';

export interface CopyFigures {
  /** Backups that were taken while files were ingested, and the reports in each. */
  during: number[];
  questions: number;
  wrong: string[];
}

const QUESTIONS = [
  '青禾县教育局2023年新收申请多少件',
  '2024年哪个单位收到的申请最多',
  '2023年全部单位新收申请一共多少件',
  '谁用了微信公众号',
  '大家最常见的问题是什么',
  '甲甲溪县教育局2023年收到多少件申请',
  '青禾县人民政府2025年的年报数据对得上吗',
  '2030年收到多少件申请',
];

/** Backups beside an ingest, brought back to another folder; the last must answer byte by byte as the archive does. */
export async function copyWhileWriting(folder: string, files: number): Promise<CopyFigures> {
  const [data, source] = [join(folder, 'data'), join(folder, 'files')];
  const figures: CopyFigures = { during: [], questions: QUESTIONS.length, wrong: [] };
  await nianbao(['ingest', dataPath('samples'), '--data', data]);
  writeReports(source, files);
  let writing = true;
  const ingest = nianbao(['ingest', source, '--data', data]).finally(() => {
    writing = false;
  });
  for (let number = 0; writing; number += 1) {
    const { held, wrong } = await copied(data, join(folder, `during-${number}`), (archive) => {
      const original = openArchive(data, 'read');
      return archive.holdings.flatMap(({ reportId, agency }) => {
        const same = isDeepStrictEqual(archive.report(reportId), original.report(reportId));
        return same ? [] : [`${agency} differs`];
      });
    });
    if (writing) figures.during.push(held);
    figures.wrong.push(...wrong.map((text) => `backup ${number}: ${text}`));
  }
  const { status, stderr } = await ingest;
  if (status !== 0) figures.wrong.push(`ingest ended with ${status}: ${stderr}`);
  const last = join(folder, 'last');
  const { held, wrong } = await copied(data, last, () => []);
  figures.wrong.push(...wrong);
  if (held !== openArchive(data, 'read').holdings.length) figures.wrong.push('the last backup lacks reports');
  const [a, b] = [await answers(data), await answers(`${last}-restored`)];
  if (a !== b || a === '') figures.wrong.push('a restored archive answers otherwise');
  return figures;
}

async function copied(data: string, target: string, compare: (archive: Archive) => string[]) {
  const restored = `${target}-restored`;
  for (const args of [
    ['backup', target, '--data', data],
    ['restore', target, '--data', restored],
    ['doctor', '--check', '--data', restored],
  ]) {
    const { status, stdout, stderr } = await nianbao(args);
    if (status !== 0) return { held: 0, wrong: [`${args[0]} ended with ${status}: ${stdout}${stderr}`] };
  }
  const archive = openArchive(restored, 'read');
  const wrong = [...compare(archive), ...checkSources(archive), ...checkIndexes(archive)];
  return { held: archive.holdings.length, wrong };
}

async function answers(data: string): Promise<string> {
  const { stdout } = await nianbao(['ask', '-', '--json', '--data', data], { input: QUESTIONS.join('\n') });
  return stdout;
}
