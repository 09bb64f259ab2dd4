import { formatNumber } from './number-format.ts';

/** How one level of a list is numbered. */
export interface ListLevel {
  start: number;
  /** A name of ECMA-376 17.18.59: `decimal`, `chineseCounting` … */
  format: string;
  /** `（%1）`: %1 is the number of the outermost level. */
  text: string;
  /** All numbers in it as 1, 2, 3. */
  legal: boolean;
  /** The level (from 1) whose step restarts this one; 0 never; the one above if not said. */
  restart?: number;
  /** The paragraph style that belongs to the level. */
  style?: string;
}

export interface List {
  /** Lists of one definition share their counters. */
  definition: string;
  levels: ReadonlyMap<number, ListLevel>;
  /** Levels at which this list starts anew although others share its definition. */
  starts: ReadonlyMap<number, number>;
}

/** Counts the paragraphs of lists as Word does; give it every numbered paragraph in order. */
export class ListCounter {
  readonly #lists: ReadonlyMap<string, List>;
  /** For each definition, the numbers that its levels have reached. */
  readonly #counters = new Map<string, (number | undefined)[]>();
  readonly #started = new Set<string>();

  constructor(lists: ReadonlyMap<string, List>) {
    this.#lists = lists;
  }

  /** The number in front of the next paragraph of this list and level, `（一）`; empty when it prints none. */
  next(id: string, level: number): string {
    const list = this.#lists.get(id);
    const definition = list?.levels.get(level);
    if (!list || !definition) return '';
    const counters = this.#counters.get(list.definition) ?? [];
    this.#counters.set(list.definition, counters);
    const place = `${id}/${level}`;
    const anew = this.#started.has(place) ? undefined : list.starts.get(level);
    this.#started.add(place);
    const before = counters[level];
    counters[level] = anew ?? (before === undefined ? definition.start : before + 1);
    for (let deeper = level + 1; deeper < counters.length; deeper++) {
      const restart = list.levels.get(deeper)?.restart ?? deeper;
      if (restart > level) counters[deeper] = undefined;
    }
    return label(list, counters, definition);
  }
}

function label(list: List, counters: readonly (number | undefined)[], definition: ListLevel): string {
  if (formatNumber(1, definition.format) === undefined) return '';
  return definition.text.replace(/%([1-9])/g, (_, digit: string) => {
    const level = Number(digit) - 1;
    const number = counters[level] ?? list.levels.get(level)?.start ?? 1;
    const format = definition.legal ? 'decimal' : (list.levels.get(level)?.format ?? 'decimal');
    return formatNumber(number, format) ?? '';
  });
}

/** A paragraph with its number in front; only letters and digits need a space between. */
export function numbered(number: string, text: string): string {
  if (!number || !text.trim()) return text;
  return /[A-Za-z0-9]$/.test(number) ? `${number} ${text.trimStart()}` : number + text.trimStart();
}
