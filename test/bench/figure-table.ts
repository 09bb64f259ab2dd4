import type { Figure } from './figure.ts';
import { markdown } from './markdown.ts';
import type { Part } from './results.ts';
import { measuredText, targetText, tell, verdict } from './verdict.ts';

/** Figures one below the other; a target that is missed is told with its cause. */
export function figureTable({ figures, load }: Pick<Part, 'figures' | 'load'>): string {
  const rows = figures.map((figure) => [
    figure.what,
    figure.at,
    measuredText(figure),
    figure.processor === undefined ? '' : `${tell(figure.processor)} ${figure.unit}`,
    targetText(figure),
    figure.target ? verdict(figure, load) : (figure.because ?? ''),
  ]);
  return markdown(['', 'at', 'measured', 'processor time', 'target', ''], rows);
}

const SPREAD = /, p(?:50|95)$/;
/** Where the clock tells more than so many times the processor time, both are told. */
const BUSY = 1.5;

/** Sizes side by side, so that growth is seen at a glance; `x, p50` and `x, p95` share a row. */
export function growthTable(parts: readonly Pick<Part, 'size' | 'figures'>[]): string {
  const sorted = [...parts].sort((a, b) => a.size - b.size);
  const names = new Set(sorted.flatMap(({ figures }) => figures.map(({ what }) => what.replace(SPREAD, ''))));
  const rows = [...names].map((name) => [
    name,
    ...sorted.map(({ figures }) => cell(figures.filter(({ what }) => what.replace(SPREAD, '') === name))),
  ]);
  return markdown(['', ...sorted.map(({ size }) => `${size.toLocaleString('en')} reports`)], rows);
}

function cell(figures: readonly Figure[]): string {
  const [first] = figures;
  if (!first) return '';
  const clock = figures.map(({ value }) => tell(value)).join(' / ');
  const processor = figures.map((figure) => tell(figure.processor ?? figure.value)).join(' / ');
  const busy = figures.some(({ value, processor = value }) => value > BUSY * processor);
  return `${clock} ${first.unit}${busy ? ` (${processor})` : ''}`.trim();
}
