const endRecord = 0x06054b50;
const memberRecord = 0x02014b50;

/**
 * The names in a ZIP's central directory (not those inside its members), for telling formats apart. Names are
 * read as Latin-1: the ones that matter are ASCII. A damaged directory gives the names before the damage.
 */
export function zipMemberNames(bytes: Uint8Array, limit = 5000): string[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(file);
  if (end < 0) return [];
  const names: string[] = [];
  let at = file.readUInt32LE(end + 16);
  while (names.length < limit && at + 46 <= file.length && file.readUInt32LE(at) === memberRecord) {
    const nameLength = file.readUInt16LE(at + 28);
    names.push(file.toString('latin1', at + 46, Math.min(at + 46 + nameLength, file.length)));
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return names;
}

/** The end record stands last, before a comment of at most 64 KB. */
function findEnd(file: Buffer): number {
  const first = Math.max(0, file.length - 22 - 0xffff);
  for (let at = file.length - 22; at >= first; at--) {
    if (file.readUInt32LE(at) === endRecord) return at;
  }
  return -1;
}
