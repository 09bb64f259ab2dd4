import type { Figure } from './figure.ts';

/** What would be felt first, and from where on: the targets, in processor time where there is one. */
const BOUNDS: Record<string, number> = {
  'start to the first right answer': 5,
  'resident memory then': 1500,
  'value, p95': 5,
  'ranking, p95': 20,
  'aggregate, p95': 20,
};

/** Where one machine ends, if every cost goes on growing as it did between the two largest archives. */
export function limits(curves: ReadonlyMap<number, readonly Figure[]>): string {
  const [small, large] = [...curves.keys()].sort((a, b) => a - b).slice(-2);
  if (small === undefined || large === undefined) return '';
  const told = Object.entries(BOUNDS).flatMap(([what, bound]) => {
    const at = (size: number) => curves.get(size)?.find((figure) => figure.what === what);
    const [from, to] = [at(small), at(large)];
    if (!from || !to) return [];
    const reached = crossing([small, costOf(from)], [large, costOf(to)], bound);
    return [`- ${what}: ${bound} ${to.unit} ${reachedText(reached)}`];
  });
  const range = `${small.toLocaleString('en')} and ${large.toLocaleString('en')}`;
  return [`Where one machine ends, extrapolated from ${range} reports:`, '', ...told].join('\n');
}

function costOf({ processor, value }: Figure): number {
  return processor ?? value;
}

/** Where the straight line through two points reaches the bound; infinite where it does not rise. */
function crossing(from: [number, number], to: [number, number], bound: number): number {
  const slope = (to[1] - from[1]) / (to[0] - from[0]);
  return slope <= 0 ? Number.POSITIVE_INFINITY : to[0] + (bound - to[1]) / slope;
}

function reachedText(count: number): string {
  if (count === Number.POSITIVE_INFINITY) return 'are not in sight: it does not grow';
  if (count <= 0) return 'are passed already';
  return `are reached at about ${(Math.round(count / 1000) * 1000).toLocaleString('en')} reports`;
}
