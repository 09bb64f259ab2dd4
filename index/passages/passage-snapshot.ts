import { SnapshotError } from '../snapshot-error.ts';
import { readSnapshot, writeSnapshot } from '../snapshot-file.ts';
import type { CompactState } from './compact-state.ts';
import { Fingerprints } from './fingerprints.ts';
import { OwnerTable } from './owner-table.ts';

const KIND = 'passages';
/** Counts up whenever the arrays mean something else, or terms are weighed differently. */
const VERSION = 1;

interface Meta {
  terms: string[];
  owners: string[];
  averages: number[];
  large: [number, number][];
}

/** @param state whose ids are the documents' numbers before: by them owners and fingerprints know them */
export function writePassages(state: CompactState, owners: OwnerTable, prints: Fingerprints): Uint8Array {
  const docs = state.ids as readonly number[];
  const names = [...owners.owners()].sort(
    (a, b) => (owners.get(a)?.first ?? 0) - (owners.get(b)?.first ?? 0),
  );
  const meta: Meta = {
    terms: state.terms,
    owners: names,
    averages: [...state.averages],
    large: [...state.large],
  };
  const [text, context] = state.lengths;
  return writeSnapshot(KIND, VERSION, {
    meta,
    arrays: {
      postings: state.postings.data,
      at: state.postings.at,
      length: state.postings.length,
      textLengths: text ?? new Uint32Array(),
      contextLengths: context ?? new Uint32Array(),
      counts: Uint32Array.from(names, (name) => owners.get(name)?.count ?? 0),
      tags: Uint32Array.from(docs, (doc) => owners.describe(doc).tag),
      low: Uint32Array.from(docs, (doc) => prints.low(doc)),
      high: Uint32Array.from(docs, (doc) => prints.high(doc)),
    },
  });
}

/** @throws {SnapshotError} */
export function readPassages(bytes: Uint8Array): {
  state: CompactState;
  owners: OwnerTable;
  fingerprints: Fingerprints;
} {
  const { meta: unchecked, arrays } = readSnapshot(KIND, VERSION, bytes);
  const meta = unchecked as Meta;
  const array = (name: string): Uint32Array => {
    const found = arrays[name];
    if (!found) throw new SnapshotError('snapshot-corrupt', `the snapshot is damaged: it has no ${name}`);
    return found;
  };
  const tags = array('tags');
  const owners = new OwnerTable();
  let first = 0;
  for (const [i, name] of meta.owners.entries()) {
    const count = array('counts')[i] ?? 0;
    owners.add(name, first, [...tags.subarray(first, first + count)]);
    first += count;
  }
  const state = {
    ids: Array.from(tags, (_, doc) => doc),
    terms: meta.terms,
    postings: { data: array('postings'), at: array('at'), length: array('length') },
    large: meta.large,
    lengths: [array('textLengths'), array('contextLengths')],
    averages: meta.averages,
  };
  return { state, owners, fingerprints: new Fingerprints(array('low'), array('high')) };
}
