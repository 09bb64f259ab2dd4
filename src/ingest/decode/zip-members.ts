import { crc32 } from 'node:zlib';
import yauzl from 'yauzl';
import { IngestError } from '../errors.ts';
import { type Limits, sizeDetail } from '../limits.ts';
import { decodeCharset } from './charset.ts';

/** One file in a ZIP, not yet unpacked. */
export interface ZipMember {
  name: string;
  /** Unpacked size as declared; unpacking stops where the content does not keep to it. */
  size: number;
  /** @throws {IngestError} `encrypted`, `too-large`, `zip-bomb`, `damaged` */
  unpack(): Promise<Uint8Array>;
}

type ZipLimits = Pick<Limits, 'fileBytes' | 'zipRatio' | 'zipMembers'>;

/** Below this size no member is a bomb, however well it packs. */
const harmless = 1024 * 1024;

/**
 * The files of a ZIP in the order of its directory, folders left out.
 * @throws {IngestError} `damaged`, `zip-members`
 */
export async function zipMembers(bytes: Uint8Array, limits: ZipLimits): Promise<ZipMember[]> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const zip = await yauzl.fromBufferPromise(file, { lazyEntries: true, decodeStrings: false });
    if (zip.entryCount > limits.zipMembers) {
      throw new IngestError('zip-members', `${zip.entryCount} 个文件，上限 ${limits.zipMembers} 个`);
    }
    const members: ZipMember[] = [];
    for await (const entry of zip.eachEntry()) {
      const name = memberName(entry);
      if (name.endsWith('/')) continue;
      members.push({ name, size: entry.uncompressedSize, unpack: () => unpack(zip, entry, limits) });
    }
    return members;
  } catch (error) {
    throw damaged(error);
  }
}

/** Windows writes names in the system's encoding, which is GB18030 here; flagged or valid UTF-8 goes first. */
function memberName(entry: yauzl.Entry): string {
  const raw = entry.fileNameRaw;
  const flagged = (entry.generalPurposeBitFlag & 0x800) !== 0;
  const name = flagged ? raw.toString('utf8') : decodeCharset(raw).text;
  return name.replaceAll('\\', '/');
}

async function unpack(zip: yauzl.ZipFile, entry: yauzl.Entry, limits: ZipLimits): Promise<Uint8Array> {
  if (entry.generalPurposeBitFlag & 1) throw new IngestError('encrypted');
  const size = entry.uncompressedSize;
  if (size > limits.fileBytes) throw new IngestError('too-large', sizeDetail(size, limits));
  if (size > harmless && size > entry.compressedSize * limits.zipRatio)
    throw new IngestError('zip-bomb', `解压后超过压缩时的 ${limits.zipRatio} 倍`);
  try {
    const parts: Buffer[] = [];
    for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part);
    const content = Buffer.concat(parts);
    if (crc32(content) !== entry.crc32) throw new IngestError('damaged', '校验和不符');
    return content;
  } catch (error) {
    throw damaged(error);
  }
}

function damaged(error: unknown): unknown {
  return error instanceof IngestError ? error : new IngestError('damaged', undefined, { cause: error });
}
