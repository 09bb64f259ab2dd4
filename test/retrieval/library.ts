import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/package-root.ts';

/** A paragraph that one or several fictional agencies print; `test/retrieval/README.md` tells the columns. */
export interface Material {
  id: string;
  part: 1 | 5 | 6;
  agencies: string[];
  text: string;
}

export interface Judged {
  question: string;
  /** Only this agency's report is searched. */
  agency?: string;
  /** Ids of the paragraphs that answer; none: nothing held does. */
  relevant: string[];
  /** Never tuned on. */
  heldOut: boolean;
}

const folder = join(packageRoot, 'test', 'retrieval');
/** Every fifth question is kept aside. */
const ASIDE = 5;

function rows(file: string): string[][] {
  const lines = readFileSync(join(folder, file), 'utf8').trim().split('\n').slice(1);
  return lines.map((line) => line.split('\t'));
}

/** Key → name. */
export function agencies(): Map<string, string> {
  return new Map(rows('agencies.tsv').map(([key = '', name = '']): [string, string] => [key, name]));
}

export function material(): Material[] {
  return rows('material.tsv').map(([id = '', part, keys = '', text = '']) => ({
    id,
    part: Number(part) as Material['part'],
    agencies: keys.split(','),
    text,
  }));
}

export function judged(): Judged[] {
  return rows('questions.tsv').map(([question = '', agency = '', relevant = ''], i) => ({
    question,
    ...(agency ? { agency } : {}),
    relevant: relevant === '-' ? [] : relevant.split(' '),
    heldOut: i % ASIDE === ASIDE - 1,
  }));
}

/** Writes the reports as text files, always the same. */
export function writeReports(target: string): void {
  mkdirSync(target, { recursive: true });
  const all = material();
  const noise = rows('noise.tsv');
  for (const [i, [key, name]] of [...agencies()].entries()) {
    const own = (part: number) => [
      ...all.filter((one) => one.part === part && one.agencies.includes(key)).map((one) => one.text),
      ...noise.filter(([of], at) => Number(of) === part && (at + i) % 3 === 0).map(([, text]) => text ?? ''),
    ];
    writeFileSync(join(target, `${name}-2023.txt`), reportText(name, own));
  }
}

function reportText(name: string, own: (part: number) => string[]): string {
  const six = own(6);
  return [
    `${name}2023年政府信息公开工作年度报告`,
    '一、总体情况',
    ...own(1),
    '二、主动公开政府信息情况',
    '三、收到和处理政府信息公开申请情况',
    '四、政府信息公开行政复议、行政诉讼情况',
    '五、存在的主要问题及改进情况',
    ...own(5),
    '六、其他需要报告的事项',
    ...(six.length > 0 ? six : ['无。']),
    '',
  ].join('\n\n');
}
