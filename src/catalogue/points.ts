import type { Report } from '../model/report.ts';
import { themes } from './themes.ts';

/** Which items of part 五. */
export type PointsOf = 'problems' | 'improvements';

/** Ids of the columns that tell of a report's items: how many there are, how many fit no theme, and their themes. */
export function pointColumns(which: PointsOf): { items: string; other: string; themes: string } {
  return { items: `points.${which}.items`, other: `points.${which}.other`, themes: `points.${which}.themes` };
}

/**
 * What part 五 of a report speaks of, as cells beside its readings: so that themes are counted over a whole library
 * without opening its reports. Themes are bits, the first theme the lowest.
 */
export function pointCells(report: Report): Record<string, { value: number }> {
  return { ...cellsOf(report, 'problems'), ...cellsOf(report, 'improvements') };
}

function cellsOf(report: Report, which: PointsOf): Record<string, { value: number }> {
  const columns = pointColumns(which);
  const masks = report[which].map((item) => themesIn(item.text));
  return {
    [columns.items]: { value: masks.length },
    [columns.other]: { value: masks.filter((mask) => mask === 0).length },
    [columns.themes]: { value: masks.reduce((all, mask) => all | mask, 0) },
  };
}

/** The themes a text speaks of, as bits. */
export function themesIn(text: string): number {
  return themes().reduce(
    (mask, { words }, i) => (words.some((word) => text.includes(word)) ? mask | (1 << i) : mask),
    0,
  );
}
