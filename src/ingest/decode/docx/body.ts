import type { Block } from '../../../model/document.ts';
import { numbered } from '../../layout/list-counter.ts';
import type { Numbering } from './numbering.ts';
import { type Styles, styleChain } from './styles.ts';
import { tableBlocks } from './table.ts';
import { child, elements, isOn, value, type XmlElement } from './xml.ts';

/** Elements that only wrap others: content controls, inserted text, links, smart tags. */
const wrappers = new Set(
  'w:sdt w:sdtContent w:ins w:moveTo w:hyperlink w:smartTag w:customXml w:fldSimple w:dir w:bdo w:ruby w:rubyBase m:oMath m:oMathPara m:r mc:AlternateContent mc:Choice'.split(
    ' ',
  ),
);

/** Hidden, or struck out: what is struck out does not hold any more. */
const unprinted = ['w:vanish', 'w:strike', 'w:dstrike'];

const tableOfContents = /^(?:toc|目录) ?\d/;

/**
 * The blocks of a Word file's body in reading order. A line is a paragraph, counted over the whole file from 1,
 * those in cells and text boxes too.
 */
export class Body {
  readonly #styles: Styles;
  readonly #numbering: Numbering;
  readonly #mostCells: number;
  #line = 0;

  constructor(styles: Styles, numbering: Numbering, mostCells: number) {
    this.#styles = styles;
    this.#numbering = numbering;
    this.#mostCells = mostCells;
  }

  blocks(container: XmlElement): Block[] {
    const blocks: Block[] = [];
    let open = '';
    for (const element of elements(container)) {
      if (element.name === 'w:p') {
        const { texts, boxes, joins } = this.#paragraph(element);
        texts[0] = open + (texts[0] ?? '');
        open = joins ? (texts.pop() ?? '') : '';
        const place = { line: this.#line };
        for (const text of texts.map(tidy)) if (text) blocks.push({ kind: 'paragraph', text, place });
        for (const box of boxes) blocks.push(...this.blocks(box));
      } else if (element.name === 'w:tbl') {
        blocks.push(...tableBlocks(element, (cell) => this.blocks(cell), this.#mostCells));
      } else if (wrappers.has(element.name) && !isTableOfContents(element)) {
        blocks.push(...this.blocks(withoutFallback(element)));
      }
    }
    if (tidy(open)) blocks.push({ kind: 'paragraph', text: tidy(open), place: { line: this.#line } });
    return blocks;
  }

  /** `joins`: the end of this paragraph was deleted with changes tracked, so that the next one continues it. */
  #paragraph(element: XmlElement): { texts: string[]; boxes: XmlElement[]; joins: boolean } {
    this.#line++;
    const properties = child(element, 'w:pPr');
    const boxes: XmlElement[] = [];
    const text = inlineText(element, boxes);
    const number = this.#numbering.next(properties);
    const chain = styleChain(this.#styles, value(child(properties, 'w:pStyle')));
    const unseen = chain.some((style) => style.hidden || tableOfContents.test(style.name));
    const joins = child(properties, 'w:rPr', 'w:del') !== undefined;
    return { texts: unseen ? [] : numbered(number, text).split('\n'), boxes, joins };
  }
}

/** Runs as printed: deleted and hidden ones left out, line breaks as `\n`; text boxes are collected. */
function inlineText(element: XmlElement, boxes: XmlElement[]): string {
  let text = '';
  for (const part of elements(element)) {
    if (part.name === 'w:r' || part.name === 'm:r') text += runText(part, boxes);
    else if (wrappers.has(part.name)) text += inlineText(withoutFallback(part), boxes);
  }
  return text;
}

function runText(run: XmlElement, boxes: XmlElement[]): string {
  const properties = child(run, 'w:rPr');
  if (unprinted.some((name) => isOn(child(properties, name)))) return '';
  let text = '';
  for (const part of elements(run)) {
    if (part.name === 'w:t' || part.name === 'm:t')
      text += part.children.filter((c) => typeof c === 'string').join('');
    else if (part.name === 'w:tab' || part.name === 'w:ptab') text += '\t';
    else if (part.name === 'w:br' || part.name === 'w:cr') text += '\n';
    else if (part.name === 'w:noBreakHyphen') text += '-';
    else if (part.name === 'w:ruby') text += inlineText(child(part, 'w:rubyBase') ?? part, boxes);
    else findBoxes(part, boxes);
  }
  return text;
}

/** Text boxes hang in drawings; a drawing is written twice, for new programs and for old ones (Fallback). */
function findBoxes(element: XmlElement, boxes: XmlElement[]): void {
  if (element.name === 'w:txbxContent') boxes.push(element);
  else for (const part of elements(withoutFallback(element))) findBoxes(part, boxes);
}

function withoutFallback(element: XmlElement): XmlElement {
  if (element.name !== 'mc:AlternateContent') return element;
  const choice = child(element, 'mc:Choice') ?? child(element, 'mc:Fallback');
  return choice ? { ...element, children: choice.children } : element;
}

function isTableOfContents(element: XmlElement): boolean {
  return value(child(element, 'w:sdtPr', 'w:docPartObj', 'w:docPartGallery')) === 'Table of Contents';
}

/** Tabs stay: they are the columns of tables that were typed instead of drawn. */
function tidy(text: string): string {
  const shown = text.replace(/[\u00ad\u200b\ufeff\ue000-\uf8ff]/g, '').replace(/[ \u00a0\u3000\r]+/g, ' ');
  return shown.replace(/^ | $|\t+$/g, '').trim() ? shown.replace(/^ +| +$/g, '') : '';
}
