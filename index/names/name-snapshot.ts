import { SnapshotError } from '../snapshot-error.ts';
import { readSnapshot, writeSnapshot } from '../snapshot-file.ts';
import { NameStore } from './name-store.ts';

const KIND = 'names';
const VERSION = 1;

/** `names` counts the names of each id; the other columns have a row for each of them. */
interface Meta {
  ids: string[];
  texts: string[];
  hows: string[];
}

const SCORE_STEPS = 1000;

export function writeNames(store: NameStore): Uint8Array {
  const numbers = new Map<string, number>();
  const hows: string[] = [];
  const ids: string[] = [];
  const counts: number[] = [];
  const rows: { text: number[]; how: number[]; score: number[] } = { text: [], how: [], score: [] };
  for (const [id, names] of store.entries()) {
    ids.push(id);
    counts.push(names.length);
    for (const { text, how, score } of names) {
      const number = numbers.get(text) ?? numbers.size;
      numbers.set(text, number);
      if (!hows.includes(how)) hows.push(how);
      rows.text.push(number);
      rows.how.push(hows.indexOf(how));
      rows.score.push(Math.round(score * SCORE_STEPS));
    }
  }
  const meta: Meta = { ids, texts: [...numbers.keys()], hows };
  return writeSnapshot(KIND, VERSION, {
    meta,
    arrays: {
      counts: Uint32Array.from(counts),
      text: Uint32Array.from(rows.text),
      how: Uint32Array.from(rows.how),
      score: Uint32Array.from(rows.score),
    },
  });
}

/** @throws {SnapshotError} */
export function readNames(bytes: Uint8Array): NameStore {
  const { meta, arrays } = readSnapshot(KIND, VERSION, bytes);
  const { ids, texts, hows } = meta as Meta;
  const { counts, text, how, score } = arrays;
  if (!counts || !text || !how || !score) {
    throw new SnapshotError('snapshot-corrupt', 'the snapshot is damaged: a column is missing');
  }
  const store = new NameStore();
  let row = 0;
  for (const [i, id] of ids.entries()) {
    for (const end = row + (counts[i] ?? 0); row < end; row++) {
      const name = texts[text[row] ?? 0] ?? '';
      store.link(id, name, hows[how[row] ?? 0] ?? '', (score[row] ?? 0) / SCORE_STEPS);
    }
  }
  return store;
}
