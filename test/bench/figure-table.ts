import { availableParallelism } from 'node:os';
import type { Figure } from './figure.ts';
import { load } from './machine.ts';

/** Figures as a Markdown table; a target that is missed is told with its cause. */
export function figureTable(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => [
    figure.what,
    figure.at,
    `${tell(figure.value)} ${figure.unit}`,
    figure.processor === undefined ? '' : `${tell(figure.processor)} ${figure.unit}`,
    targetText(figure),
    verdict(figure),
  ]);
  return markdown(['', 'at', 'measured', 'processor time', 'target', ''], rows);
}

export function isMet({ target }: Figure, value: number): boolean {
  if (!target) return true;
  return 'most' in target ? value <= target.most : value >= target.least;
}

function verdict(figure: Figure): string {
  const { target, value, processor, because } = figure;
  if (!target) return because ?? '';
  if (isMet(figure, value)) return 'met';
  if (processor !== undefined && isMet(figure, processor))
    return `**missed** by the clock, met in processor time: the machine was busy (load ${load()} on ${availableParallelism()} cores)`;
  return because ? `**missed**: ${because}` : '**missed**';
}

function targetText({ target, unit }: Figure): string {
  if (!target) return '';
  return 'most' in target ? `≤ ${target.most} ${unit}` : `≥ ${target.least} ${unit}`;
}

/** Three digits that count. */
function tell(value: number): string {
  if (value >= 1000) return Math.round(value).toLocaleString('en');
  return String(Number(value.toPrecision(3)));
}

export function markdown(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
