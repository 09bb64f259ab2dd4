import type { Judged, Material } from './library.ts';

const DEPTH = 10;

export interface Score {
  questions: number;
  /** Mean of 1 / the place of the first answering passage among the first ten. */
  mrr: number;
  /** Mean part of the answering passages that stand among the first ten. */
  recall: number;
}

/** What was found as ids of paragraphs, each once: copies of a passage in other reports are laid together for everyone. */
export function idsOf(found: readonly string[], material: readonly Material[]): string[] {
  const ids = found.map((text) => material.find((one) => isOf(text, one))?.id ?? text);
  return [...new Set(ids)].slice(0, DEPTH);
}

function isOf(found: string, { text }: Material): boolean {
  const bare = found.replace(/[\s…]/gu, '');
  const whole = text.replace(/\s/gu, '');
  return bare.includes(whole) || (bare.length >= 10 && whole.includes(bare));
}

export function score(lists: readonly { judged: Judged; ids: readonly string[] }[]): Score {
  const asked = lists.filter(({ judged }) => judged.relevant.length > 0);
  const mean = (of: (one: (typeof asked)[number]) => number) =>
    asked.reduce((sum, one) => sum + of(one), 0) / asked.length;
  return {
    questions: asked.length,
    mrr: mean(({ judged, ids }) => {
      const place = ids.findIndex((id) => judged.relevant.includes(id));
      return place < 0 ? 0 : 1 / (place + 1);
    }),
    recall: mean(
      ({ judged, ids }) =>
        ids.filter((id) => judged.relevant.includes(id)).length / Math.min(DEPTH, judged.relevant.length),
    ),
  };
}
