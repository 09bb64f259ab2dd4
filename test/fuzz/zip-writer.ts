import { crc32, deflateRawSync } from 'node:zlib';

export interface PackedFile {
  /** As it stands in the archive: UTF-8, or the encoding of the system that packed it. */
  name: Uint8Array;
  bytes: Uint8Array;
  /** The name is told to be UTF-8. */
  flagged: boolean;
  stored: boolean;
}

/** A ZIP archive (APPNOTE 6.3): local headers with their content, the directory, its end. */
export function zipArchive(files: readonly PackedFile[]): Uint8Array {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const file of files) {
    const content = file.stored ? Buffer.from(file.bytes) : deflateRawSync(file.bytes);
    const common = commonFields(file, content.length);
    const local = Buffer.concat([signed(0x04034b50), common, Buffer.from(file.name), content]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    const member = Buffer.concat([signed(0x02014b50), Buffer.of(20, 0), common, place, file.name]);
    locals.push(local);
    directory.push(member);
    offset += local.length;
  }
  const size = directory.reduce((sum, member) => sum + member.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, ...directory, end]);
}

/** From the version needed to the length of the extra field. */
function commonFields({ name, bytes, flagged, stored }: PackedFile, packed: number): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(flagged ? 0x800 : 0, 2);
  fields.writeUInt16LE(stored ? 0 : 8, 4);
  fields.writeUInt16LE(0x5821, 8);
  fields.writeUInt32LE(crc32(bytes), 10);
  fields.writeUInt32LE(packed, 14);
  fields.writeUInt32LE(bytes.length, 18);
  fields.writeUInt16LE(name.length, 22);
  return fields;
}

function signed(signature: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(signature);
  return bytes;
}
