import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';

/** The machine in one line, as it stands beside every result. */
export function machine(): string {
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`;
  return `${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown processor'}, ${memory}, ${process.platform}, Node ${process.version}`;
}

/** How many processes wanted to run in the last minute; far above the number of cores, clocks tell little. */
export function load(): string {
  return (loadavg()[0] ?? 0).toFixed(1);
}
