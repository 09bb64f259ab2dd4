/** How much memory does the process hold, in bytes, after the garbage is gone? Needs `--expose-gc`. */
export function measureMemory(): number {
  for (let i = 0; i < 4; i++) globalThis.gc?.();
  return process.memoryUsage().rss;
}
