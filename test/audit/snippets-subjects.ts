import type { Counts } from './tables-of.ts';

/** What several collections of snippets speak of. */
export const town = { agency: '青禾县柳溪镇人民政府' };

export const some: Counts = {
  received: 26,
  carriedIn: 1,
  granted: 14,
  partly: 3,
  internal: 2,
  notHeld: 6,
  forward: 2,
};
