/** A place in a text that says a name in fewer characters, or a part of it. */
export interface Abbreviation {
  start: number;
  end: number;
  /** 0…1 */
  quality: number;
}

/** Stands between the parts of a name in speech, never inside one: 武陟县的乡村振兴局. */
const FILLER = '的';
const HAN = /\p{Script=Han}/u;

interface Run {
  start: number;
  end: number;
  matched: number;
  /** Pieces of the name that stand together: 中宁|机关事务|中心. */
  chunks: number;
  whole: boolean;
}

/**
 * Looks for a place whose characters all stand in the name, in its order (中宁机关事务中心 in
 * 中宁县机关事务服务中心). From the first to the last character of the name it is an abbreviation; from one end
 * only, in one piece and with nothing before or after it, it is a part, which is no more than a hint.
 */
export function findAbbreviation(text: string, name: string): Abbreviation | undefined {
  const first = name[0] ?? '';
  const last = name.at(-1) ?? '';
  let best: Abbreviation | undefined;
  const consider = (run: Run, quality: number) => {
    if (quality > (best?.quality ?? 0)) best = { start: run.start, end: run.end, quality };
  };
  for (let at = text.indexOf(first); at >= 0; at = text.indexOf(first, at + 1)) {
    const run = forwards(text, name, at);
    consider(run, run.whole ? ofWhole(run, name) : ofPart(run, name, text[run.end]));
  }
  for (let at = text.indexOf(last); at >= 0; at = text.indexOf(last, at + 1)) {
    const run = endingAt(text, name, at);
    consider(run, ofPart(run, name, text[run.start - 1]));
  }
  return best;
}

function ofWhole({ matched, chunks }: Run, name: string): number {
  const coverage = matched / name.length;
  if (matched < 4 || coverage < 0.5 || matched / chunks < 1.5) return 0;
  return 0.95 - 0.35 * (1 - coverage) - 0.02 * (chunks - 1);
}

function ofPart({ matched, chunks }: Run, name: string, neighbour: string | undefined): number {
  const coverage = matched / name.length;
  const alone = neighbour === undefined || neighbour === FILLER || !HAN.test(neighbour);
  return chunks === 1 && alone && matched >= 5 && coverage >= 0.5 ? 0.3 + 0.3 * coverage : 0;
}

/** The longest run from the first character of the name on that reaches its last, else the longest. */
function forwards(text: string, name: string, start: number): Run {
  const run: Run = { start, end: start + 1, matched: 1, chunks: 1, whole: name.length === 1 };
  let reached: Run | undefined;
  let at = 0;
  for (let i = start + 1; i < text.length; i++) {
    if (text[i] === FILLER && name[at + 1] !== FILLER) continue;
    const next = name.indexOf(text[i] ?? '', at + 1);
    if (next < 0) break;
    if (next > at + 1) run.chunks++;
    at = next;
    run.matched++;
    run.end = i + 1;
    if (next === name.length - 1) reached = { ...run, whole: true };
  }
  return reached ?? run;
}

/** The longest piece of the text that ends here and that the name ends with. */
function endingAt(text: string, name: string, end: number): Run {
  let length = 0;
  while (length < name.length && end - length >= 0 && text[end - length] === name[name.length - 1 - length])
    length++;
  return { start: end + 1 - length, end: end + 1, matched: length, chunks: 1, whole: false };
}
