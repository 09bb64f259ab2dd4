import type { Understanding } from '../../src/question/understanding.ts';

/** `ask --explain`: what was recognised where, what became of it, and why. */
export function explain({ mentions, query, notes }: Understanding): string {
  return [
    '识别：',
    ...mentions.map(({ start, end, text, kind, means }) => `  [${start},${end}) ${text} → ${kind}：${means}`),
    '理由：',
    ...notes.map((note) => `  ${note}`),
    '查询：',
    ...Object.entries(query).map(([name, value]) => `  ${name}: ${JSON.stringify(value)}`),
    '',
  ].join('\n');
}
