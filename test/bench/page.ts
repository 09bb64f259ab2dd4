import { figureTable, growthTable } from './figure-table.ts';
import { limits } from './limits.ts';
import { type Question, questions } from './questions.ts';
import type { Part } from './results.ts';
import { summary } from './summary.ts';

/** Where the pictures lie, seen from the page. */
export interface Pictures {
  growth?: string;
  search?: string;
}

/** What a run writes into `docs/benchmarks.md`: the targets first, then how costs grow, then everything. */
export function resultsPage(parts: readonly Part[], command: string, pictures: Pictures): string {
  const sorted = questions.flatMap((question) => parts.filter((part) => part.question === question.name));
  const minutes = (sorted.reduce((sum, { seconds }) => sum + seconds, 0) / 60).toFixed(0);
  return [
    `\`${command}\`: ${minutes} minutes of measuring. ${told(circumstances(sorted))}`,
    '### Targets',
    summary(sorted),
    ...(pictures.growth
      ? ['### How costs grow, and where one machine ends', `![How costs grow](${pictures.growth})`]
      : []),
    limits(new Map([...bySize(sorted)].sort(([a], [b]) => a - b))),
    ...questions.flatMap((question) => section(question, sorted, pictures)),
  ]
    .filter(Boolean)
    .join('\n\n');
}

function section(question: Question, all: readonly Part[], pictures: Pictures): string[] {
  const parts = all.filter((part) => part.question === question.name);
  if (parts.length === 0) return [];
  const tables = question.bySize
    ? [growthTable(parts)]
    : parts.map((part) => part.tables ?? figureTable(part));
  const picture = question.name === 'peers' && pictures.search;
  return [
    `### ${question.title}`,
    told(circumstances(parts)),
    ...(picture ? [`![Search beside others](${picture})`] : []),
    ...tables,
  ];
}

/** Machine, day and load, each told once. */
function circumstances(parts: readonly Part[]): string[] {
  const once = (pick: (part: Part) => string) => [...new Set(parts.map(pick))].join(', ');
  const loads = parts.map(({ load }) => Number(load));
  const [least, most] = [Math.min(...loads).toFixed(1), Math.max(...loads).toFixed(1)];
  return [
    once((part) => part.machine),
    once((part) => part.date),
    `load ${least === most ? most : `${least} to ${most}`}`,
  ];
}

function told(what: readonly string[]): string {
  return `${what.join('; ')}.`;
}

function bySize(parts: readonly Part[]): Map<number, Part['figures']> {
  const curves = new Map<number, Part['figures']>();
  for (const { size, figures } of parts)
    if (size > 0) curves.set(size, [...(curves.get(size) ?? []), ...figures]);
  return curves;
}
