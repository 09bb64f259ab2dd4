/** Index of the band between two edges that holds the value; beyond the ends the outermost. */
export function bandOf(edges: readonly number[], value: number): number {
  let band = 0;
  while (band + 2 < edges.length && value >= (edges[band + 1] ?? Infinity)) band++;
  return band;
}
