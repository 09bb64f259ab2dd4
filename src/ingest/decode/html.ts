import type { Block, SourceDocument } from '../../model/document.ts';
import { IngestError } from '../errors.ts';
import { finishBlocks } from '../layout/finish-blocks.ts';
import type { Limits } from '../limits.ts';
import { decodeCharset } from './charset.ts';
import { articleBlocks, holdsReport } from './html/content.ts';
import { flowOf } from './html/flow.ts';
import { type Metadata, metadataOf } from './html/metadata.ts';
import { type Element, isElement, parsePage, reveal } from './html/parse.ts';

/**
 * A web page, whole or saved in part: the report is found in it by its content, whatever stands around it.
 * @throws {IngestError} `too-deep`, `too-complex`
 */
export function decodeHtml(bytes: Uint8Array, limits: Limits): SourceDocument {
  return decodeMarkup(decodeCharset(bytes, declaredCharset(bytes)).text, limits);
}

export function decodeMarkup(html: string, limits: Limits): SourceDocument {
  const page = parsePage(html, limits.htmlDepth);
  const root = page.childNodes.find((node): node is Element => isElement(node) && node.tagName === 'html');
  if (!root) throw new IngestError('empty');
  const options = { limits, lines: keepsLines(html) };
  let flow = flowOf(root, options);
  if (!holdsReport(flow)) {
    reveal(root);
    const revealed = flowOf(root, options);
    if (holdsReport(revealed)) flow = revealed;
  }
  const metadata = metadataOf(page);
  const blocks = finishBlocks(articleBlocks(flow));
  return {
    format: 'html',
    blocks: [...publication(metadata), ...blocks],
    ...(metadata.title ? { title: metadata.title } : {}),
    warnings: [],
  };
}

/** A Markdown heading, or the line below the header of a Markdown table. */
const markdown = /^(?:#{1,6} +[\u4e00-\u9fff（]|\|? *:?-{3,}:? *\|[ :|-]*$)/m;

/** Do the line ends of the source end paragraphs? In text with single tables in it, and in Markdown with tags. */
function keepsLines(html: string): boolean {
  const around = html.replace(/<table[\s\S]*?(?:<\/table>|$)/gi, '');
  return markdown.test(around) || !/<(?:p|div|br|h[1-6]|li|body|html)[\s/>]/i.test(around);
}

/** Date and source from the page's head, as the line that other pages print below the title. */
function publication({ date, source, line }: Metadata): Block[] {
  const parts = [date ? `发布时间：${date}` : '', source ? `来源：${source}` : ''].filter(Boolean);
  return parts.length ? [{ kind: 'paragraph', text: parts.join(' '), place: { line } }] : [];
}

/** What `<meta charset>` or its older form says; it stands within the first 1024 bytes by rule, later in fact. */
function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  return /<meta[^>]*?charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1];
}
