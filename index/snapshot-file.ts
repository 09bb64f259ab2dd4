import { crc32 } from 'node:zlib';
import { SnapshotError } from './snapshot-error.ts';

/** Named arrays of numbers, and beside them whatever JSON can hold. */
export interface SnapshotContent {
  meta: unknown;
  arrays: Record<string, Uint32Array>;
}

interface Header {
  kind: string;
  version: number;
  meta: unknown;
  arrays: { name: string; length: number; crc: number }[];
}

const MAGIC = 0x5842_494e;
/** magic, length of the header, checksum of the header, zero */
const PREFIX = 16;

/**
 *     magic · header length · header checksum · 0 | header (JSON, padded with blanks) | array | array | …
 *
 * Arrays are as the processor holds them (little endian on all that Node runs on) and stand on multiples of
 * four bytes, so that reading copies nothing. Everything is under a checksum.
 */
export function writeSnapshot(kind: string, version: number, content: SnapshotContent): Uint8Array {
  const arrays = Object.entries(content.arrays);
  const header: Header = {
    kind,
    version,
    meta: content.meta,
    arrays: arrays.map(([name, array]) => ({ name, length: array.length, crc: crc32(bytesOf(array)) })),
  };
  const text = Buffer.from(JSON.stringify(header));
  const json = Buffer.alloc(padded(text.length), ' ');
  text.copy(json);
  const start = PREFIX + json.length;
  const bytes = new Uint8Array(arrays.reduce((size, [, array]) => size + array.byteLength, start));
  new Uint32Array(bytes.buffer, 0, 4).set([MAGIC, json.length, crc32(json), 0]);
  bytes.set(json, PREFIX);
  let at = start;
  for (const [, array] of arrays) {
    bytes.set(bytesOf(array), at);
    at += array.byteLength;
  }
  return bytes;
}

/**
 * The arrays are views on `bytes` where it stands on a multiple of four.
 * @throws {SnapshotError} `snapshot-version` for another kind or version, `snapshot-corrupt` for anything damaged
 */
export function readSnapshot(kind: string, version: number, bytes: Uint8Array): SnapshotContent {
  const whole = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const { header, end } = readHeader(whole);
  if (header.kind !== kind || header.version !== version) {
    throw new SnapshotError(
      'snapshot-version',
      `this is a snapshot of ${header.kind} version ${header.version}; ${kind} version ${version} is wanted`,
    );
  }
  let at = end;
  const arrays: Record<string, Uint32Array> = {};
  for (const { name, length, crc } of header.arrays) {
    if (at + length * 4 > whole.length) throw corrupt(`it ends inside ${name}`);
    const array = new Uint32Array(whole.buffer, whole.byteOffset + at, length);
    if (crc32(bytesOf(array)) !== crc) throw corrupt(`the checksum of ${name} is wrong`);
    arrays[name] = array;
    at += length * 4;
  }
  if (at !== whole.length) throw corrupt('something follows its end');
  return { meta: header.meta, arrays };
}

function readHeader(bytes: Uint8Array): { header: Header; end: number } {
  if (bytes.length < PREFIX) throw corrupt('it is too short');
  const [magic, length = 0, crc, zero] = new Uint32Array(bytes.buffer, bytes.byteOffset, 4);
  if (magic !== MAGIC || zero !== 0) throw corrupt('it does not begin like a snapshot');
  const json = bytes.subarray(PREFIX, PREFIX + length);
  if (json.length !== length || crc32(json) !== crc) throw corrupt('the checksum of its header is wrong');
  const header = JSON.parse(Buffer.from(json).toString()) as Header;
  return { header, end: PREFIX + length };
}

function corrupt(reason: string): SnapshotError {
  return new SnapshotError('snapshot-corrupt', `the snapshot is damaged: ${reason}`);
}

function bytesOf(array: Uint32Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}

function padded(length: number): number {
  return Math.ceil(length / 4) * 4;
}
