const sector = 512;
const smallest = 4096;
const endOfChain = 0xfffffffe;
const allocationSector = 0xfffffffd;
const none = 0xffffffff;

/** An OLE compound file ([MS-CFB], version 3) with these streams in its root, each filled up to 4096 bytes. */
export function compoundFile(streams: Readonly<Record<string, Buffer>>): Buffer {
  const names = Object.keys(streams).sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  const contents = names.map((name) => padded(streams[name] ?? Buffer.alloc(0)));
  const directory = Math.ceil((names.length + 1) / 4);
  const used = directory + contents.reduce((sum, content) => sum + content.length / sector, 0);
  let tables = 1;
  while (tables * 128 < used + tables) tables++;
  const chains = [directory, ...contents.map((content) => content.length / sector)];
  const { fat, starts } = allocate(tables, chains);
  const entries = names.map((name, i) =>
    entry(name, 2, starts[i + 1] ?? 0, contents[i]?.length ?? 0, i + 2 <= names.length ? i + 2 : none, none),
  );
  const root = entry('Root Entry', 5, endOfChain, 0, none, names.length ? 1 : none);
  const folder = Buffer.concat([root, ...entries], directory * sector);
  return Buffer.concat([header(tables, starts[0] ?? 0), fat, folder, ...contents]);
}

function padded(content: Buffer): Buffer {
  return Buffer.concat([content], Math.max(smallest, Math.ceil(content.length / sector) * sector));
}

/** The allocation table first, then each chain in one piece. */
function allocate(tables: number, chains: readonly number[]): { fat: Buffer; starts: number[] } {
  const fat = Buffer.alloc(tables * sector, 0xff);
  for (let i = 0; i < tables; i++) fat.writeUInt32LE(allocationSector, i * 4);
  let at = tables;
  const starts = chains.map((length) => {
    const start = at;
    for (let i = 1; i <= length; i++, at++) fat.writeUInt32LE(i < length ? at + 1 : endOfChain, at * 4);
    return start;
  });
  return { fat, starts };
}

/** Entries are a tree; here each leads to the next on its right. */
function entry(
  name: string,
  kind: number,
  start: number,
  size: number,
  right: number,
  child: number,
): Buffer {
  const bytes = Buffer.alloc(128);
  bytes.write(name, 0, 'utf16le');
  bytes.writeUInt16LE((name.length + 1) * 2, 64);
  bytes[66] = kind;
  bytes[67] = 1;
  bytes.writeUInt32LE(none, 68);
  bytes.writeUInt32LE(right, 72);
  bytes.writeUInt32LE(child, 76);
  bytes.writeUInt32LE(start, 116);
  bytes.writeUInt32LE(size, 120);
  return bytes;
}

function header(tables: number, directory: number): Buffer {
  const bytes = Buffer.alloc(sector);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes);
  bytes.writeUInt16LE(0x3e, 24);
  bytes.writeUInt16LE(3, 26);
  bytes.writeUInt16LE(0xfffe, 28);
  bytes.writeUInt16LE(9, 30);
  bytes.writeUInt16LE(6, 32);
  bytes.writeUInt32LE(tables, 44);
  bytes.writeUInt32LE(directory, 48);
  bytes.writeUInt32LE(smallest, 56);
  bytes.writeUInt32LE(endOfChain, 60);
  bytes.writeUInt32LE(endOfChain, 68);
  bytes.fill(0xff, 76);
  for (let i = 0; i < Math.min(tables, 109); i++) bytes.writeUInt32LE(i, 76 + i * 4);
  return bytes;
}
