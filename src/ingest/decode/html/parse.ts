import { type DefaultTreeAdapterMap, defaultTreeAdapter, parse } from 'parse5';
import { IngestError } from '../../errors.ts';

export type Node = DefaultTreeAdapterMap['childNode'];
export type Element = DefaultTreeAdapterMap['element'];
export type TextNode = DefaultTreeAdapterMap['textNode'];

/**
 * A page as a browser would build it, every node with its source line.
 * @throws {IngestError} `too-deep` as soon as more elements are open inside each other than `depth`
 */
export function parsePage(html: string, depth: number): DefaultTreeAdapterMap['document'] {
  let open = 0;
  return parse(html, {
    sourceCodeLocationInfo: true,
    scriptingEnabled: false,
    treeAdapter: {
      ...defaultTreeAdapter,
      onItemPush() {
        if (++open > depth) throw new IngestError('too-deep', `上限 ${depth} 层`);
      },
      onItemPop() {
        open--;
      },
    },
  });
}

export function isElement(node: Node): node is Element {
  return 'tagName' in node;
}

export function isText(node: Node): node is TextNode {
  return node.nodeName === '#text';
}

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value;
}

/** The source line of a node's first character that is no white space. */
export function lineOf(node: Node): number {
  const start = node.sourceCodeLocation?.startLine ?? 1;
  if (!isText(node)) return start;
  const blank = /^\s*/.exec(node.value)?.[0] ?? '';
  return start + blank.split('\n').length - 1;
}

const unseen = new Set(
  'script style noscript template iframe object embed svg math select button textarea canvas audio video map head title'.split(
    ' ',
  ),
);

const hidingStyle =
  /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|text-decoration[\w-]*\s*:[^;]{0,80}line-through/i;

/** Text that is struck out does not hold any more: a corrected figure stands beside it. */
const struck = new Set(['del', 's', 'strike']);

/** What a reader of the page never sees, or is told not to read. */
export function isHidden(element: Element): boolean {
  if (unseen.has(element.tagName) || struck.has(element.tagName)) return true;
  for (const { name, value } of element.attrs) {
    if (name === 'hidden') return true;
    if (name === 'style' && hidingStyle.test(value)) return true;
  }
  return false;
}

/** Shows what styles hide: some sites hide the article until a script has run. */
export function reveal(root: Element): void {
  const open: Node[] = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    if (!isElement(node)) continue;
    node.attrs = node.attrs.filter(({ name }) => name !== 'style' && name !== 'hidden');
    open.push(...node.childNodes);
  }
}
