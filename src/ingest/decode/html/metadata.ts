import { webPageLexicon } from '../../layout/web-page-lexicon.ts';
import { attribute, type Element, isElement, isText, lineOf, type Node } from './parse.ts';
import { collapse } from './text-run.ts';

/** What the page's head says of the article. */
export interface Metadata {
  title?: string;
  /** As written: `2024-01-15 10:20`. */
  date?: string;
  source?: string;
  /** The line of the `<meta>` that gave the date or the source. */
  line: number;
}

export function metadataOf(root: { childNodes: Node[] }): Metadata {
  const named = new Map<string, { content: string; line: number }>();
  let pageTitle: string | undefined;
  for (const element of headElements(root)) {
    const name = (attribute(element, 'name') ?? attribute(element, 'property') ?? '').toLowerCase();
    const content = collapse(attribute(element, 'content') ?? '');
    if (element.tagName === 'title') pageTitle ??= titleText(element);
    else if (name && content && !named.has(name)) named.set(name, { content, line: lineOf(element) });
  }
  const { metaNames } = webPageLexicon();
  const first = (names: string[]) => names.map((name) => named.get(name)).find((found) => found);
  const date = first(metaNames.date);
  const source = first(metaNames.source);
  const title = first(metaNames.title)?.content ?? pageTitle;
  return {
    ...(title ? { title } : {}),
    ...(date ? { date: date.content } : {}),
    ...(source ? { source: source.content } : {}),
    line: date?.line ?? source?.line ?? 1,
  };
}

/** `<meta>` and `<title>` wherever the parser put them: sloppy pages have them in the body. */
function* headElements(node: { childNodes: Node[] }, depth = 0): Generator<Element> {
  for (const child of node.childNodes) {
    if (!isElement(child)) continue;
    if (child.tagName === 'meta' || child.tagName === 'title') yield child;
    else if (depth < 3) yield* headElements(child, depth + 1);
  }
}

/** Without the site's name behind it: `…年度报告_青禾县人民政府`, `…年度报告 - 某某网`. */
function titleText(title: Element): string | undefined {
  const text = collapse(title.childNodes.map((node) => (isText(node) ? node.value : '')).join(''));
  const parts = text.split(/\s*[_|｜]\s*|\s+[-–—]+\s+|-{2,}/);
  const report = parts.find((part) => webPageLexicon().title.test(part.replace(/\s/g, '')));
  return report ?? (text || undefined);
}
