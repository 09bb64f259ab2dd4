import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ArchiveError, errorCode } from './errors.ts';
import type { Layout } from './layout.ts';
import { readFolder, readWhole } from './read-file.ts';
import { writeFilesSafely } from './safe-files.ts';
import { digest } from './sealed-json.ts';

/**
 * The files that reports were read from, to the byte, each named by the SHA-256 of its content. Knows nothing of which
 * are still needed: those whose hash a holding record or its history bears.
 */
export class SourceStore {
  /** Kept for reports that no shard names yet: a removal meanwhile must not take them away. */
  private readonly awaited = new Set<string>();

  constructor(private readonly layout: Layout) {}

  /** Returns when the file is on the disk; one that is there is not written again. @throws {ArchiveError} `write-failed` */
  async keep(sha256: string, bytes: Uint8Array): Promise<void> {
    this.awaited.add(sha256);
    const file = this.layout.sourceFile(sha256);
    if (sizeOf(file) !== bytes.length) await writeFilesSafely([{ file, content: bytes }]);
  }

  /** The reports of these are held now. */
  settle(hashes: Iterable<string>): void {
    for (const sha256 of hashes) this.awaited.delete(sha256);
  }

  /** Undefined when it was not kept. @throws {ArchiveError} `damaged`, `read-failed` */
  read(sha256: string): Buffer | undefined {
    const file = this.layout.sourceFile(sha256);
    const bytes = readWhole(file);
    if (!bytes) return undefined;
    if (digest(bytes) !== sha256) throw new ArchiveError('damaged', file, '文件已损坏：校验和不符');
    return bytes;
  }

  /** What the disk does not let go of now is a left-over, which the doctor deletes. */
  delete(hashes: Iterable<string>): void {
    try {
      for (const sha256 of hashes)
        if (!this.awaited.has(sha256)) rmSync(this.layout.sourceFile(sha256), { force: true });
    } catch (error) {
      if (errorCode(error) === undefined) throw error;
    }
  }
}

function sizeOf(file: string): number | undefined {
  try {
    return statSync(file, { throwIfNoEntry: false })?.size;
  } catch {
    // What cannot be looked at is written, and the writing tells why it cannot.
    return undefined;
  }
}

/** The hashes of the files in one folder of the sources. */
export function listSources(layout: Layout, folder: string): string[] {
  return readFolder(join(layout.sources, folder)).filter((name) => /^[0-9a-f]{64}$/.test(name));
}
