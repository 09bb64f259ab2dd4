import { type List, ListCounter, type ListLevel } from '../../layout/list-counter.ts';
import { numberingOf, type Styles, styleChain } from './styles.ts';
import { child, elements, isOn, value, type XmlElement } from './xml.ts';

/**
 * Automatic numbers of paragraphs: 一、（一） 1. are often not in the text of a Word file but counted by Word.
 * Give it every paragraph in order.
 */
export class Numbering {
  readonly #lists: ReadonlyMap<string, List>;
  readonly #styles: Styles;
  readonly #counter: ListCounter;

  constructor(root: XmlElement | undefined, styles: Styles) {
    this.#styles = styles;
    this.#lists = root ? readLists(root, styles) : new Map();
    this.#counter = new ListCounter(this.#lists);
  }

  /** The number in front of this paragraph, `（一）`; empty when it has none. Counts it. */
  next(properties: XmlElement | undefined): string {
    const styleId = value(child(properties, 'w:pStyle'));
    const chain = styleChain(this.#styles, styleId).map((style) => style.numbering);
    const sources = [numberingOf(properties), ...chain];
    const numId = sources.find((source) => source?.numId !== undefined)?.numId;
    const list = numId === undefined ? undefined : this.#lists.get(numId);
    if (!list || numId === undefined) return '';
    const own = sources.find((source) => source?.level !== undefined)?.level;
    return this.#counter.next(numId, own ?? levelOfStyle(list, styleId) ?? 0);
  }
}

function levelOfStyle(list: List, styleId: string | undefined): number | undefined {
  if (styleId === undefined) return undefined;
  return [...list.levels].find(([, level]) => level.style === styleId)?.[0];
}

function readLists(root: XmlElement, styles: Styles): Map<string, List> {
  const abstracts = new Map<string, XmlElement>();
  for (const element of elements(root)) {
    if (element.name === 'w:abstractNum') abstracts.set(value(element, 'abstractNumId') ?? '', element);
  }
  const nums = new Map<string, XmlElement>();
  for (const element of elements(root)) {
    if (element.name === 'w:num') nums.set(value(element, 'numId') ?? '', element);
  }
  const lists = new Map<string, List>();
  for (const [numId, num] of nums) {
    const abstract = resolve(value(child(num, 'w:abstractNumId')) ?? '', abstracts, nums, styles);
    const definition = abstracts.get(abstract);
    if (definition) lists.set(numId, listOf(num, abstract, definition));
  }
  return lists;
}

/** A definition may only name a list style, whose own definition holds the levels. */
function resolve(
  id: string,
  abstracts: Map<string, XmlElement>,
  nums: Map<string, XmlElement>,
  styles: Styles,
): string {
  const link = value(child(abstracts.get(id), 'w:numStyleLink'));
  const numId = link === undefined ? undefined : styles.get(link)?.numbering?.numId;
  const target = numId === undefined ? undefined : value(child(nums.get(numId), 'w:abstractNumId'));
  return target ?? id;
}

function listOf(num: XmlElement, definition: string, abstract: XmlElement): List {
  const levels = new Map<number, ListLevel>();
  const starts = new Map<number, number>();
  const add = (element: XmlElement) => levels.set(Number(value(element, 'ilvl') ?? 0), levelOf(element));
  for (const element of elements(abstract)) if (element.name === 'w:lvl') add(element);
  for (const override of elements(num)) {
    if (override.name !== 'w:lvlOverride') continue;
    const own = child(override, 'w:lvl');
    if (own) add(own);
    const start = value(child(override, 'w:startOverride'));
    if (start !== undefined) starts.set(Number(value(override, 'ilvl') ?? 0), Number(start));
  }
  return { definition, levels, starts };
}

function levelOf(element: XmlElement): ListLevel {
  const restart = value(child(element, 'w:lvlRestart'));
  const style = value(child(element, 'w:pStyle'));
  const alternate = child(element, 'mc:AlternateContent', 'mc:Choice', 'w:numFmt');
  return {
    start: Number(value(child(element, 'w:start')) ?? 1),
    format: value(child(element, 'w:numFmt') ?? alternate) ?? 'decimal',
    text: value(child(element, 'w:lvlText')) ?? '',
    legal: isOn(child(element, 'w:isLgl')),
    ...(restart === undefined ? {} : { restart: Number(restart) }),
    ...(style === undefined ? {} : { style }),
  };
}
