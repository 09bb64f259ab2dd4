import type { Block } from '../../../model/document.ts';
import { IngestError } from '../../errors.ts';
import type { Limits } from '../../limits.ts';
import { linesToBlocks } from '../text.ts';
import { attribute, type Element, isElement, isHidden, isText, lineOf, type Node } from './parse.ts';
import { shiftLines } from './shift-lines.ts';
import { isLayoutTable, tableGrid } from './table.ts';
import { TextRun } from './text-run.ts';

/** A block of the page with what tells text from furniture. */
export interface FlowBlock {
  block: Block;
  /** 0 … 1: how much of the text stands in links. */
  linkShare: number;
  /** Inside an element that says it is navigation, header or footer. */
  furniture: boolean;
}

export interface Flow {
  blocks: FlowBlock[];
  /** For every element that holds blocks: the first and one past the last. */
  ranges: Map<Element, readonly [from: number, to: number]>;
  parents: Map<Element, Element>;
}

export interface FlowOptions {
  limits: Pick<Limits, 'htmlDepth' | 'gridCells'>;
  /** Line ends of the source end paragraphs: text with single tables in it, no page. */
  lines: boolean;
}

const inline = new Set(
  'a abbr b bdi bdo big cite code del dfn em font i ins kbd label mark q s samp small span strike strong sub sup tt u var wbr o:p st1:chsdate img nobr'.split(
    ' ',
  ),
);

const furnitureTags = new Set(['nav', 'footer', 'aside', 'menu']);
const furnitureRoles = new Set(['navigation', 'banner', 'contentinfo', 'search', 'menu', 'menubar']);

/** The page's visible blocks in reading order. */
export function flowOf(root: Element, options: FlowOptions): Flow {
  const walker = new Walker(options);
  walker.element(root, { depth: 0, linked: false, furniture: false });
  return walker.flow();
}

interface State {
  depth: number;
  linked: boolean;
  furniture: boolean;
}

class Walker {
  readonly #blocks: FlowBlock[] = [];
  readonly #ranges: Flow['ranges'] = new Map();
  readonly #parents: Flow['parents'] = new Map();
  readonly #run = new TextRun();
  readonly #options: FlowOptions;
  #furniture = false;

  constructor(options: FlowOptions) {
    this.#options = options;
  }

  flow(): Flow {
    this.#flush();
    return { blocks: this.#blocks, ranges: this.#ranges, parents: this.#parents };
  }

  element(element: Element, above: State): void {
    if (above.depth > this.#options.limits.htmlDepth) throw new IngestError('too-deep');
    const state = stateIn(element, above);
    const breaks = !inline.has(element.tagName);
    if (breaks) this.#flush();
    this.#furniture = state.furniture;
    const from = this.#blocks.length;
    if (element.tagName === 'table' && !isLayoutTable(element)) this.#table(element);
    else this.#children(element, state);
    if (breaks) {
      this.#flush();
      if (this.#blocks.length > from) this.#ranges.set(element, [from, this.#blocks.length]);
    }
    this.#furniture = above.furniture;
  }

  #children(element: Element, state: State): void {
    let item = Number(attribute(element, 'start') ?? 1) || 1;
    for (const child of element.childNodes) {
      if (isText(child)) this.#text(child, state, element.tagName === 'pre');
      else if (isElement(child) && !isHidden(child)) {
        this.#parents.set(child, element);
        if (child.tagName === 'li' && element.tagName === 'ol') {
          this.#flush();
          this.#run.add(`${item++}.`, lineOf(child), false);
          this.#children(child, stateIn(child, state));
          this.#flush();
        } else this.element(child, state);
      }
    }
  }

  #text(node: Node & { value: string }, state: State, preformatted: boolean): void {
    if (!preformatted && !this.#options.lines) {
      this.#run.add(node.value, lineOf(node), state.linked);
      return;
    }
    this.#flush();
    const start = node.sourceCodeLocation?.startLine ?? 1;
    for (const block of linesToBlocks(node.value)) {
      const linkShare = state.linked ? 1 : 0;
      this.#blocks.push({ block: shiftLines(block, start - 1), linkShare, furniture: this.#furniture });
    }
  }

  #table(table: Element): void {
    const { grid, linkShare } = tableGrid(table, this.#options.limits.gridCells);
    const first = grid.cells.find((cell) => cell.text !== '');
    if (!first) return;
    this.#blocks.push({
      block: { kind: 'grid', grid, place: first.place },
      linkShare,
      furniture: this.#furniture,
    });
  }

  #flush(): void {
    const { text, line, linkShare } = this.#run.take();
    if (!text) return;
    const block: Block = { kind: 'paragraph', text, place: { line } };
    this.#blocks.push({ block, linkShare, furniture: this.#furniture });
  }
}

function stateIn(element: Element, above: State): State {
  return {
    depth: above.depth + 1,
    linked: above.linked || element.tagName === 'a',
    furniture: above.furniture || isFurniture(element),
  };
}

function isFurniture(element: Element): boolean {
  return furnitureTags.has(element.tagName) || furnitureRoles.has(attribute(element, 'role') ?? '');
}
