import { IngestError } from '../../errors.ts';

const endOfChain = 0xfffffffe;
const entrySize = 128;

/**
 * The streams of an OLE compound file ([MS-CFB]) that stand in its root, by name; case does not matter.
 * @throws {IngestError} `damaged` when chains of sectors lead out of the file or in a circle
 */
export function openCompoundFile(bytes: Uint8Array): (name: string) => Buffer | undefined {
  const file = new CompoundFile(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  return (name) => file.stream(name);
}

class CompoundFile {
  readonly #file: Buffer;
  readonly #sector: number;
  readonly #miniSector: number;
  readonly #miniLimit: number;
  readonly #fat: Uint32Array;
  readonly #directory: Buffer;
  #mini: { fat: Uint32Array; stream: Buffer } | undefined;

  constructor(file: Buffer) {
    this.#file = file;
    this.#sector = 2 ** file.readUInt16LE(30);
    this.#miniSector = 2 ** file.readUInt16LE(32);
    this.#miniLimit = file.readUInt32LE(56);
    if (this.#sector < 128 || this.#sector > 65536 || this.#miniSector > this.#sector) throw damaged();
    this.#fat = numbers(Buffer.concat(this.#fatSectors()));
    this.#directory = this.#chain(file.readUInt32LE(48));
  }

  stream(name: string): Buffer | undefined {
    const entry = this.#find(this.#directory.readUInt32LE(76), name, new Set());
    if (!entry) return undefined;
    const size = entry.readUInt32LE(120);
    const first = entry.readUInt32LE(116);
    return (size < this.#miniLimit ? this.#miniChain(first) : this.#chain(first)).subarray(0, size);
  }

  /** Entries of a folder are a binary tree; its order does not matter here. */
  #find(id: number, name: string, seen: Set<number>): Buffer | undefined {
    const at = id * entrySize;
    if (at + entrySize > this.#directory.length || seen.has(id)) return undefined;
    seen.add(id);
    const entry = this.#directory.subarray(at, at + entrySize);
    const length = Math.max(0, entry.readUInt16LE(64) - 2);
    const own = entry.toString('utf16le', 0, Math.min(length, 64));
    if (entry[66] === 2 && own.toLowerCase() === name.toLowerCase()) return entry;
    return this.#find(entry.readUInt32LE(68), name, seen) ?? this.#find(entry.readUInt32LE(72), name, seen);
  }

  /** The first 109 sectors of the allocation table stand in the header, the rest in a chain of their own. */
  #fatSectors(): Buffer[] {
    const ids: number[] = [];
    for (let i = 0; i < 109; i++) ids.push(this.#file.readUInt32LE(76 + i * 4));
    let next = this.#file.readUInt32LE(68);
    for (let left = this.#file.length / this.#sector; next < endOfChain - 1; left--) {
      if (left <= 0) throw damaged();
      const part = numbers(this.#sectorAt(next));
      ids.push(...part.slice(0, -1));
      next = part.at(-1) ?? endOfChain;
    }
    const used = ids.slice(0, this.#file.readUInt32LE(44)).filter((id) => id < endOfChain - 2);
    return used.map((id) => this.#sectorAt(id));
  }

  #sectorAt(id: number): Buffer {
    const start = (id + 1) * this.#sector;
    if (start >= this.#file.length) throw damaged();
    return this.#file.subarray(start, start + this.#sector);
  }

  #chain(first: number): Buffer {
    return Buffer.concat(follow(first, this.#fat).map((id) => this.#sectorAt(id)));
  }

  #miniChain(first: number): Buffer {
    const root = this.#directory.readUInt32LE(116);
    this.#mini ??= { fat: numbers(this.#chain(this.#file.readUInt32LE(60))), stream: this.#chain(root) };
    const { fat, stream } = this.#mini;
    const size = this.#miniSector;
    return Buffer.concat(follow(first, fat).map((id) => stream.subarray(id * size, (id + 1) * size)));
  }
}

function follow(first: number, table: Uint32Array): number[] {
  const ids: number[] = [];
  for (let id = first; id < endOfChain - 2; id = table[id] ?? endOfChain) {
    if (ids.length > table.length) throw damaged();
    ids.push(id);
  }
  return ids;
}

function numbers(buffer: Buffer): Uint32Array {
  const count = Math.floor(buffer.length / 4);
  return Uint32Array.from({ length: count }, (_, i) => buffer.readUInt32LE(i * 4));
}

function damaged(): IngestError {
  return new IngestError('damaged', '复合文件结构');
}
