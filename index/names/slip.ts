/** A place in a text where a name stands misspelt. */
export interface Slip {
  start: number;
  end: number;
  edits: Edit[];
}

/** `at` is the place in the text; for `missing` the place where the character should be. */
export type Edit =
  | { kind: 'wrong'; at: number; wanted: string; found: string }
  | { kind: 'extra'; at: number; found: string }
  | { kind: 'missing'; at: number; wanted: string }
  | { kind: 'swapped'; at: number };

/**
 * The place in the text that is nearest to the name, over wrong, extra, missing and swapped characters (optimal
 * string alignment with free ends).
 */
export function findSlip(text: string, name: string, most: number): Slip | undefined {
  const width = text.length + 1;
  const cost = new Uint8Array((name.length + 1) * width);
  for (let i = 1; i <= name.length; i++) {
    cost[i * width] = i;
    let least = i;
    for (let j = 1; j < width; j++) {
      const value = cheapest(cost, width, i, j, text, name);
      cost[i * width + j] = value;
      if (value < least) least = value;
    }
    if (least > most) return undefined;
  }
  let end = -1;
  for (let j = 1; j < width; j++) {
    const value = cost[name.length * width + j] as number;
    if (value <= most && (end < 0 || value < (cost[name.length * width + end] as number))) end = j;
  }
  return end < 0 ? undefined : trace(cost, width, end, text, name);
}

function cheapest(cost: Uint8Array, width: number, i: number, j: number, text: string, name: string): number {
  const at = i * width + j;
  const same = name[i - 1] === text[j - 1] ? 0 : 1;
  let value = (cost[at - width - 1] as number) + same;
  value = Math.min(value, (cost[at - 1] as number) + 1, (cost[at - width] as number) + 1);
  if (isSwap(i, j, text, name)) value = Math.min(value, (cost[at - 2 * width - 2] as number) + 1);
  return value;
}

function isSwap(i: number, j: number, text: string, name: string): boolean {
  return (
    i > 1 &&
    j > 1 &&
    name[i - 1] === text[j - 2] &&
    name[i - 2] === text[j - 1] &&
    name[i - 1] !== name[i - 2]
  );
}

function trace(cost: Uint8Array, width: number, end: number, text: string, name: string): Slip {
  const edits: Edit[] = [];
  let i = name.length;
  let j = end;
  while (i > 0) {
    const value = cost[i * width + j] as number;
    const wanted = name[i - 1] ?? '';
    const found = text[j - 1] ?? '';
    const diagonal = j > 0 ? (cost[(i - 1) * width + j - 1] as number) : 255;
    if (j > 0 && wanted === found && value === diagonal) {
      i--;
      j--;
    } else if (isSwap(i, j, text, name) && value === (cost[(i - 2) * width + j - 2] as number) + 1) {
      edits.push({ kind: 'swapped', at: j - 2 });
      i -= 2;
      j -= 2;
    } else if (j > 0 && value === diagonal + 1) {
      edits.push({ kind: 'wrong', at: j - 1, wanted, found });
      i--;
      j--;
    } else if (value === (cost[(i - 1) * width + j] as number) + 1) {
      edits.push({ kind: 'missing', at: j, wanted });
      i--;
    } else {
      edits.push({ kind: 'extra', at: j - 1, found });
      j--;
    }
  }
  return { start: j, end, edits };
}
