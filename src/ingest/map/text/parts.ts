import { type Heading, headingAt } from './headings.ts';
import type { TextLine } from './lines.ts';

const BASE = { official: 6, reworded: 4, weak: 1.2 } as const;
/** More lines than these look like headings only in a hostile file; the search is quadratic. */
const MOST = 400;

/**
 * The headings that divide the report: of all lines that look like one, the heaviest chain whose part numbers
 * never fall. So a table of contents, sub-headings of part 一 that borrow the words of others, and wrong numbers
 * do not mislead; a part's heading that is repeated continues it.
 */
export function partHeadings(lines: readonly TextLine[]): Heading[] {
  const candidates = lines.flatMap((line, i) => headingAt(line, i) ?? []).slice(0, MOST);
  const weights = candidates.map((c, i) => weightOf(c, candidates[i + 1], lines));
  const best: { weight: number; before: number }[] = [];
  candidates.forEach((candidate, i) => {
    const own = weights[i] ?? 0;
    let reached = { weight: own, before: -1 };
    for (let k = 0; k < i; k++) {
      const other = candidates[k];
      if (!other || other.number > candidate.number) continue;
      const gain = Math.max(0, own - (weights[k] ?? 0));
      const repeats = k === i - 1 ? gain + repeatWeight(candidate, other) : -1;
      const added = other.number === candidate.number ? repeats : own;
      const weight = (best[k]?.weight ?? 0) + added;
      if (weight > reached.weight) reached = { weight, before: k };
    }
    best.push(reached);
  });
  return chain(candidates, best).filter((heading, i, all) => keepsPart(heading, all[i - 1]));
}

function chain(
  candidates: readonly Heading[],
  best: readonly { weight: number; before: number }[],
): Heading[] {
  let at = -1;
  best.forEach((b, i) => {
    if (b.weight > (best[at]?.weight ?? 0)) at = i;
  });
  const found: Heading[] = [];
  for (; at >= 0; at = best[at]?.before ?? -1) {
    const heading = candidates[at];
    if (heading) found.unshift(heading);
  }
  return found;
}

function weightOf(heading: Heading, next: Heading | undefined, lines: readonly TextLine[]): number {
  const { ordinal, number, at } = heading;
  const numbered = ordinal?.style === 'han' ? 1.5 : ordinal?.style === 'digit' ? 0.7 : ordinal ? -0.5 : 0;
  const agrees = ordinal?.number === number ? 1 : 0;
  const follower = lines[at + 1];
  const table = follower?.afterTable === true || lines[at + 2]?.afterTable === true;
  const body = heading.rest || (follower && next?.at !== at + 1) || table ? 1.5 : 0;
  // Parts 二 to 四 are tables; a heading in weak words is theirs only if a table follows.
  if (heading.strength === 'weak' && number > 1 && number < 5 && !table) return 0;
  return BASE[heading.strength] + numbered + agrees + body + (table && number > 1 && number < 5 ? 1 : 0);
}

/** The same heading twice: the later is kept only to be dropped from the text. */
function repeatWeight(heading: Heading, before: Heading | undefined): number {
  return heading.text.replace(/\s/g, '') === before?.text.replace(/\s/g, '') ? 0.2 : -1;
}

/** Within a part, lines that only resemble its heading are its sub-headings. */
function keepsPart(heading: Heading, before: Heading | undefined): boolean {
  return heading.number !== before?.number || repeatWeight(heading, before) > 0;
}
