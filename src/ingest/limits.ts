import { z } from 'zod';

const MB = 1024 * 1024;
const count = z.number().int().positive();

/** What one file may cost. Every limit can be set; beyond it the file is refused, never the process ended. */
export const limitsSchema = z.strictObject({
  /** Bytes of one file, also of one member of a ZIP. */
  fileBytes: count.default(50 * MB),
  /** Pages of a PDF. */
  pages: count.default(300),
  /** Milliseconds for decoding and reading one file. */
  milliseconds: count.default(30_000),
  /** Megabytes of heap for decoding and reading one file. */
  memoryMegabytes: count.default(512),
  /** A ZIP in a ZIP is depth 2. */
  zipDepth: count.default(2),
  /** Bytes of all members of a ZIP together, unpacked. */
  zipBytes: count.default(500 * MB),
  zipMembers: count.default(2000),
  /** Unpacked size of a member (or of a part of a DOCX) over its packed size; small members are exempt. */
  zipRatio: count.default(200),
  /** Elements of a web page inside each other; browsers stop at 512. */
  htmlDepth: count.default(1024),
  /** Cells of one table once spans are counted out. */
  gridCells: count.default(100_000),
});

export type Limits = z.infer<typeof limitsSchema>;

export const defaultLimits: Limits = limitsSchema.parse({});

/** `文件 200 MB，上限 50 MB` */
export function sizeDetail(bytes: number, limits: Pick<Limits, 'fileBytes'>): string {
  const megabytes = (size: number) => `${Math.round((size / 1024 / 1024) * 10) / 10} MB`;
  return `文件 ${megabytes(bytes)}，上限 ${megabytes(limits.fileBytes)}`;
}
