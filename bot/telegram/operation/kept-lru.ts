import type { Journal } from './journal.ts';
import { Lru } from './lru.ts';

export interface KeptOptions {
  /** Entries at once; the one used least recently goes first. */
  size: number;
  /** Milliseconds after which an entry counts no more. */
  expires: number;
  now?: () => number;
}

interface Kept<Value> {
  at: number;
  value: Value;
}

/** What was used last, bounded and expiring, known again after a restart. Values are plain JSON. */
export class KeptLru<Value> {
  readonly #entries: Lru<string, Kept<Value>>;
  readonly #now: () => number;

  constructor(
    private readonly journal: Journal,
    private readonly options: KeptOptions,
  ) {
    this.#entries = new Lru(options.size);
    this.#now = options.now ?? Date.now;
    for (const line of journal.read()) this.#recall(line);
  }

  get(key: string): Value | undefined {
    const kept = this.#entries.get(key);
    return kept && this.#now() - kept.at <= this.options.expires ? kept.value : undefined;
  }

  set(key: string, value: Value): void {
    const at = this.#now();
    this.#entries.set(key, { at, value });
    this.journal.append(JSON.stringify([key, at, value]));
  }

  delete(key: string): void {
    if (this.#entries.get(key) === undefined) return;
    this.#entries.delete(key);
    this.journal.append(JSON.stringify([key]));
  }

  #recall(line: string): void {
    if (line === '') return;
    const [key, at, value] = parsed(line);
    if (typeof key !== 'string') return;
    if (typeof at !== 'number' || value === undefined) this.#entries.delete(key);
    else if (this.#now() - at <= this.options.expires) this.#entries.set(key, { at, value: value as Value });
  }
}

/** A line torn by a power cut is no entry. */
function parsed(line: string): unknown[] {
  try {
    const entry: unknown = JSON.parse(line);
    return Array.isArray(entry) ? entry : [];
  } catch {
    return [];
  }
}
