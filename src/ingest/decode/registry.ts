import type { SourceDocument } from '../../model/document.ts';
import { IngestError } from '../errors.ts';
import type { Limits } from '../limits.ts';
import type { FileKind } from './format.ts';

export type Decoder = (bytes: Uint8Array, fileName: string, limits: Limits) => Promise<SourceDocument>;

const text = async (): Promise<Decoder> => {
  const { decodeText } = await import('./text.ts');
  return async (bytes, name) => decodeText(bytes, name);
};

/** Every kind of file and its decoder, loaded when the first such file comes: reading text never loads pdfjs. */
const decoders: Record<Exclude<FileKind, 'zip'>, () => Promise<Decoder>> = {
  txt: text,
  md: text,
  html: async () => {
    const { decodeHtml } = await import('./html.ts');
    return async (bytes, _name, limits) => decodeHtml(bytes, limits);
  },
  docx: async () => {
    const { decodeDocx } = await import('./docx.ts');
    return (bytes, _name, limits) => decodeDocx(bytes, limits);
  },
  doc: async () => {
    const { decodeDoc } = await import('./doc.ts');
    return async (bytes, _name, limits) => decodeDoc(bytes, limits);
  },
  rtf: async () => {
    const { decodeRtf } = await import('./rtf.ts');
    return async (bytes, _name, limits) => decodeRtf(bytes, limits);
  },
  mhtml: async () => {
    const { decodeMhtml } = await import('./mhtml.ts');
    return async (bytes, _name, limits) => decodeMhtml(bytes, limits);
  },
  pdf: async () => {
    const { decodePdf } = await import('./pdf.ts');
    return (bytes, _name, limits) => decodePdf(bytes, limits);
  },
};

/** @throws {IngestError} when the file cannot be decoded */
export async function decode(
  kind: FileKind,
  bytes: Uint8Array,
  fileName: string,
  limits: Limits,
): Promise<SourceDocument> {
  // The reader takes a ZIP apart before anything is decoded.
  if (kind === 'zip') throw new IngestError('unsupported-format', 'ZIP');
  const decoder = await decoders[kind]();
  return decoder(bytes, fileName, limits);
}
