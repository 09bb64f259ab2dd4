import { type Cells, fictional } from './fictional.ts';

/** A bureau with one report, and a question about it. */
export const water = '青禾县水务局';
export const one = (cells: Cells, more = {}) => [fictional({ agency: water, year: 2023, cells, more })];
export const about = { kind: 'value' as const, agencies: [water], years: [2023] };
