import type { Figure } from './figure.ts';

/** Met, or missed with its cause. @param load how busy the machine was when it was measured */
export function verdict(figure: Figure, load: string): string {
  const { value, processor, because, unit } = figure;
  if (isMet(figure, value)) return 'met';
  if (processor !== undefined && isMet(figure, processor))
    return `**missed** by the clock, met in processor time (${tell(processor)} ${unit}): the load was ${load}`;
  return because ? `**missed**: ${because}` : '**missed**';
}

export function isMet({ target }: Figure, value: number): boolean {
  if (!target) return true;
  return 'most' in target ? value <= target.most : value >= target.least;
}

export function targetText({ target, unit }: Figure): string {
  if (!target) return '';
  return 'most' in target
    ? `≤ ${tell(target.most)} ${unit}`.trim()
    : `≥ ${tell(target.least)} ${unit}`.trim();
}

/** Three digits that count. */
export function tell(value: number): string {
  if (value >= 1000) return Math.round(value).toLocaleString('en');
  return String(Number(value.toPrecision(3)));
}

export function measuredText({ value, unit }: Figure): string {
  return `${tell(value)} ${unit}`.trim();
}
