import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { ArchiveError } from './errors.ts';
import { readFolder, readStart, readWhole } from './read-file.ts';
import { writeFileSafely } from './safe-file.ts';

/** Owner (report or agency id) → version: what a snapshot was made from. */
export type Versions = Record<string, string>;

interface Head {
  kind: string;
  /** Names the programs and data that made the body; another one means rebuild. */
  maker: string;
  versions: Versions;
  bodyChecksum: number;
}

export interface Snapshot {
  versions: Versions;
  body: Uint8Array;
}

const MAGIC = 'nianbao\n';
const PREAMBLE = 16;

/**
 * A derived file: magic (8 bytes) · length of the head · CRC-32 of the head (4 each) · head (JSON) · body.
 * It may be deleted at any time.
 * @returns bytes written @throws {ArchiveError} `write-failed`
 */
export function writeSnapshot(file: string, kind: string, maker: string, snapshot: Snapshot): number {
  const { versions, body } = snapshot;
  const head: Head = { kind, maker, versions, bodyChecksum: crc32(body) };
  const text = padded(Buffer.from(JSON.stringify(head)));
  const preamble = Buffer.alloc(PREAMBLE);
  preamble.write(MAGIC, 'latin1');
  preamble.writeUInt32LE(text.length, 8);
  preamble.writeUInt32LE(crc32(text), 12);
  return writeFileSafely(file, [preamble, text, body]);
}

/**
 * @returns null where there is none, or one that another version made
 * @throws {ArchiveError} `damaged`, `read-failed`
 */
export function readSnapshot(file: string, kind: string, maker: string): Snapshot | null {
  const bytes = readWhole(file);
  if (!bytes) return null;
  const { head, end } = readHead(file, bytes);
  const body = aligned(bytes.subarray(end));
  if (crc32(body) !== head.bodyChecksum) throw damaged(file, '校验和不符');
  return head.kind === kind && head.maker === maker ? { versions: head.versions, body } : null;
}

/** Those of a folder that are damaged, whatever version made them. @throws {ArchiveError} `read-failed` */
export function damagedSnapshots(folder: string): string[] {
  const files = readFolder(folder).filter((name) => name.endsWith('.bin'));
  return files.map((name) => join(folder, name)).filter((file) => !isSound(file));
}

function isSound(file: string): boolean {
  try {
    readSnapshot(file, '', '');
    return true;
  } catch (error) {
    if (error instanceof ArchiveError && error.code === 'damaged') return false;
    throw error;
  }
}

/** As `readSnapshot`, without the body: what a snapshot holds, at little cost. */
export function readSnapshotVersions(file: string, kind: string, maker: string): Versions | null {
  const preamble = readStart(file, PREAMBLE);
  if (!preamble) return null;
  requirePreamble(file, preamble);
  const { head } = readHead(file, readStart(file, PREAMBLE + preamble.readUInt32LE(8)) ?? preamble);
  return head.kind === kind && head.maker === maker ? head.versions : null;
}

function readHead(file: string, bytes: Buffer): { head: Head; end: number } {
  requirePreamble(file, bytes);
  const end = PREAMBLE + bytes.readUInt32LE(8);
  const text = bytes.subarray(PREAMBLE, end);
  if (crc32(text) !== bytes.readUInt32LE(12)) throw damaged(file, '开头的校验和不符');
  return { head: JSON.parse(text.toString('utf8')), end };
}

/** Blanks behind the JSON, so that the body begins at a multiple of eight and typed arrays can lie in it. */
function padded(text: Buffer): Buffer {
  return Buffer.concat([text, Buffer.alloc((8 - ((PREAMBLE + text.length) % 8)) % 8, ' ')]);
}

/** The system may give a small file a place in a shared buffer that is no multiple of eight. */
function aligned(body: Buffer): Uint8Array {
  return body.byteOffset % 8 === 0 ? body : Uint8Array.prototype.slice.call(body);
}

function requirePreamble(file: string, bytes: Buffer): void {
  const right = bytes.length >= PREAMBLE && bytes.toString('latin1', 0, MAGIC.length) === MAGIC;
  if (!right) throw damaged(file, '开头不符');
}

function damaged(file: string, reason: string): ArchiveError {
  return new ArchiveError('damaged', file, `文件已损坏：${reason}`);
}
