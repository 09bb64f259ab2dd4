import { child, elements, isOn, value, type XmlElement } from './xml.ts';

/** What a paragraph style passes on to its paragraphs, as far as it changes the text. */
export interface ParagraphStyle {
  name: string;
  basedOn?: string;
  numbering?: { numId?: string; level?: number };
  hidden: boolean;
}

export type Styles = ReadonlyMap<string, ParagraphStyle>;

export function readStyles(root: XmlElement | undefined): Styles {
  const styles = new Map<string, ParagraphStyle>();
  for (const style of root ? elements(root) : []) {
    const id = style.name === 'w:style' ? value(style, 'styleId') : undefined;
    if (id === undefined) continue;
    const basedOn = value(child(style, 'w:basedOn'));
    const numbering = numberingOf(child(style, 'w:pPr'));
    styles.set(id, {
      name: (value(child(style, 'w:name')) ?? '').toLowerCase(),
      ...(basedOn ? { basedOn } : {}),
      ...(numbering ? { numbering } : {}),
      hidden: isOn(child(style, 'w:rPr', 'w:vanish')),
    });
  }
  return styles;
}

/** `<w:numPr>` of a paragraph's or a style's properties. */
export function numberingOf(
  properties: XmlElement | undefined,
): { numId?: string; level?: number } | undefined {
  const numbering = child(properties, 'w:numPr');
  if (!numbering) return undefined;
  const numId = value(child(numbering, 'w:numId'));
  const level = value(child(numbering, 'w:ilvl'));
  return { ...(numId ? { numId } : {}), ...(level ? { level: Number(level) } : {}) };
}

/** The style and those it is based on, nearest first; a circle ends the chain. */
export function styleChain(styles: Styles, id: string | undefined): ParagraphStyle[] {
  const chain: ParagraphStyle[] = [];
  let style = id === undefined ? undefined : styles.get(id);
  while (style && !chain.includes(style)) {
    chain.push(style);
    style = style.basedOn === undefined ? undefined : styles.get(style.basedOn);
  }
  return chain;
}
