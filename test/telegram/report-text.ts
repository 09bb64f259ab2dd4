import { readFileSync } from 'node:fs';
import { dataPath } from '../../src/package-root.ts';

const sample = readFileSync(dataPath('samples', '青禾县教育局-2024.txt'), 'utf8');

export interface ReportText {
  agency?: string;
  year?: number;
  /** Applications by natural persons; 14 where not said, of 17 in all. */
  naturalPersons?: number;
  /** Part 五, instead of the sample's. */
  problems?: string;
}

/** A sample report under another name, as a file. */
export function reportText({
  agency = '青禾县水利局',
  year = 2024,
  naturalPersons,
  problems,
}: ReportText = {}): Uint8Array {
  let text = sample
    .replaceAll('青禾县教育局', agency)
    .replaceAll('2024年', `${year}年`)
    .replaceAll('2025年1月', `${year + 1}年1月`);
  if (naturalPersons !== undefined)
    text = text.replace(
      '一、本年新收政府信息公开申请数量\t\t\t14\t2\t0\t0\t1\t0\t17',
      `一、本年新收政府信息公开申请数量\t\t\t${naturalPersons}\t2\t0\t0\t1\t0\t${naturalPersons + 3}`,
    );
  if (problems !== undefined) text = text.replace(/存在的主要问题：[\s\S]*?(?=\n\n六、)/, problems);
  return new TextEncoder().encode(text);
}
