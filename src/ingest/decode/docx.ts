import type { SourceDocument } from '../../model/document.ts';
import { IngestError } from '../errors.ts';
import { finishBlocks } from '../layout/finish-blocks.ts';
import type { Limits } from '../limits.ts';
import { decodeCharset } from './charset.ts';
import { Body } from './docx/body.ts';
import { Numbering } from './docx/numbering.ts';
import { readStyles } from './docx/styles.ts';
import { child, elements, parseXml, value, type XmlElement } from './docx/xml.ts';
import { type ZipMember, zipMembers } from './zip-members.ts';

/**
 * A Word file (OOXML). Only the parts with text are unpacked; relations to anything outside are never followed.
 * Its stored title is not used: it is often that of the file that was copied.
 * @throws {IngestError} `damaged`, `zip-bomb`, `too-large`, `too-deep`, `too-complex`, `encrypted`, `no-text-layer`
 */
export async function decodeDocx(bytes: Uint8Array, limits: Limits): Promise<SourceDocument> {
  const members = new Map((await zipMembers(bytes, limits)).map((member) => [member.name, member]));
  const part = (name: string) => xmlPart(members.get(name), limits);
  const main = mainPart(await part('_rels/.rels'));
  const document = await part(main);
  const body = child(document, 'w:body');
  if (!body) throw new IngestError('damaged', '没有正文');
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const styles = readStyles(await part(`${folder}styles.xml`));
  const numbering = new Numbering(await part(`${folder}numbering.xml`), styles);
  const blocks = new Body(styles, numbering, limits.gridCells).blocks(body);
  const pictures = [...members.keys()].some((name) => name.startsWith(`${folder}media/`));
  if (blocks.length === 0 && pictures) throw new IngestError('no-text-layer');
  return { format: 'docx', blocks: finishBlocks(blocks), warnings: [] };
}

async function xmlPart(member: ZipMember | undefined, limits: Limits): Promise<XmlElement | undefined> {
  if (!member) return undefined;
  return parseXml(decodeCharset(await member.unpack()).text, limits.htmlDepth);
}

/** The part that the package names as its document; `word/document.xml` in nearly every file. */
function mainPart(relations: XmlElement | undefined): string {
  const main = (relations ? elements(relations) : []).find(
    (relation) =>
      value(relation, 'Type')?.endsWith('/officeDocument') && value(relation, 'TargetMode') !== 'External',
  );
  return (value(main, 'Target') ?? 'word/document.xml').replace(/^\//, '');
}
