/** Counters and gauges for the metrics page; names without the prefix `nianbao_`. */
export class Metrics {
  readonly #counters = new Map<string, number>();
  readonly #gauges = new Map<string, () => number>();
  readonly #helps = new Map<string, string>();
  readonly #times = new Map<string, { buckets: number[]; sum: number; count: number }>();

  /** @param labels e.g. `method="sendMessage"` */
  count(name: string, help: string, labels = '', by = 1): void {
    this.#helps.set(name, help);
    const key = labels ? `${name}{${labels}}` : name;
    this.#counters.set(key, (this.#counters.get(key) ?? 0) + by);
  }

  gauge(name: string, help: string, read: () => number): void {
    this.#helps.set(name, help);
    this.#gauges.set(name, read);
  }

  time(name: string, help: string, milliseconds: number): void {
    this.#helps.set(name, help);
    const known = this.#times.get(name) ?? { buckets: bounds.map(() => 0), sum: 0, count: 0 };
    known.sum += milliseconds / 1000;
    known.count += 1;
    for (const [i, bound] of bounds.entries())
      if (milliseconds / 1000 <= bound) known.buckets[i] = (known.buckets[i] ?? 0) + 1;
    this.#times.set(name, known);
  }

  /** In the text format that Prometheus reads. */
  page(): string {
    const lines: string[] = [];
    for (const [name, help] of this.#helps) {
      const full = `nianbao_${name}`;
      const time = this.#times.get(name);
      lines.push(`# HELP ${full} ${help}`);
      lines.push(`# TYPE ${full} ${time ? 'histogram' : this.#gauges.has(name) ? 'gauge' : 'counter'}`);
      const read = this.#gauges.get(name);
      if (read) lines.push(`${full} ${read()}`);
      for (const [key, value] of this.#counters)
        if (key === name || key.startsWith(`${name}{`)) lines.push(`nianbao_${key} ${value}`);
      if (time) lines.push(...histogram(full, time));
    }
    return `${lines.join('\n')}\n`;
  }
}

const bounds = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

function histogram(
  name: string,
  { buckets, sum, count }: { buckets: number[]; sum: number; count: number },
): string[] {
  return [
    ...bounds.map((bound, i) => `${name}_bucket{le="${bound}"} ${buckets[i] ?? 0}`),
    `${name}_bucket{le="+Inf"} ${count}`,
    `${name}_sum ${sum}`,
    `${name}_count ${count}`,
  ];
}
