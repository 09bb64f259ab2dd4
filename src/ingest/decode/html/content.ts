import type { Block } from '../../../model/document.ts';
import { beginsOfficially, hasOfficialLabels, isOfficialHeading } from '../../layout/official-headings.ts';
import { webPageLexicon } from '../../layout/web-page-lexicon.ts';
import type { Flow, FlowBlock } from './flow.ts';

/** How far above the first official heading the title and the preamble are looked for, in blocks. */
const preambleBlocks = 300;
/** So many lines of links and buttons may stand between the title and the text. */
const mostTools = 8;
/** A block with more of its text in links is a list of links. */
const linkList = 0.6;

/**
 * The blocks of the report without the page around it. What is surely the report (official headings, official
 * tables) is found first; from there it grows to both sides as long as the blocks read like an article and stand
 * in the same part of the page.
 */
export function articleBlocks(flow: Flow): Block[] {
  const { blocks } = flow;
  const core = coreOf(blocks) ?? proseRange(blocks);
  if (!core) return blocks.map(({ block }) => block);
  const scope = scopeOf(flow, core);
  const from = growUp(blocks, core.from);
  const to = growDown(blocks, core.to, scope.to);
  const above = blocks
    .slice(from, core.from)
    .filter(isKept)
    .flatMap(({ block }) => asLines(block));
  const body = blocks.slice(core.from, to).map(({ block }) => block);
  const { noise } = webPageLexicon();
  return [...above, ...body].filter((block) => block.kind === 'grid' || !noise.test(flat(block)));
}

/** Does anything in the page stand out as the official form? */
export function holdsReport({ blocks }: Flow): boolean {
  return blocks.some(isMark);
}

interface Range {
  from: number;
  /** Exclusive. */
  to: number;
}

function coreOf(blocks: FlowBlock[]): Range | undefined {
  const marks = blocks.flatMap((item, i) => (isMark(item) ? [i] : []));
  const [first] = marks;
  const last = marks.at(-1);
  return first === undefined || last === undefined ? undefined : { from: first, to: last + 1 };
}

function isMark({ block, linkShare, furniture }: FlowBlock): boolean {
  if (furniture || linkShare > linkList) return false;
  if (block.kind === 'paragraph') return isOfficialHeading(block.text) || beginsOfficially(block.text);
  return hasOfficialLabels(block.grid.cells.map((cell) => cell.text).join('|'));
}

/** Without any official heading: from the first sentence to the last. */
function proseRange(blocks: FlowBlock[]): Range | undefined {
  const first = blocks.findIndex(isProse);
  return first < 0 ? undefined : { from: first, to: blocks.findLastIndex(isProse) + 1 };
}

function isProse(item: FlowBlock): boolean {
  return sentenceLength(item) >= 30;
}

/** How long a paragraph of whole sentences is; 0 for anything else. */
function sentenceLength({ block, linkShare, furniture }: FlowBlock): number {
  const isText = block.kind === 'paragraph' && /[。；]/.test(block.text) && linkShare < 0.3 && !furniture;
  return isText ? block.text.length : 0;
}

/** The smallest element around the core that holds four fifths of the page's prose. */
function scopeOf(flow: Flow, core: Range): Range {
  const prose = prefixSums(flow.blocks.map(sentenceLength));
  const within = (from: number, to: number) => (prose[to] ?? 0) - (prose[from] ?? 0);
  const wanted = within(0, flow.blocks.length) * 0.8;
  let best: Range = { from: 0, to: flow.blocks.length };
  if (wanted === 0) return best;
  for (const [from, to] of flow.ranges.values()) {
    const holds = from <= core.from && to >= core.to && within(from, to) >= wanted;
    if (holds && to - from <= best.to - best.from) best = { from, to };
  }
  return best;
}

function prefixSums(values: number[]): number[] {
  const sums = [0];
  for (const value of values) sums.push((sums.at(-1) ?? 0) + value);
  return sums;
}

/** Upwards to the title, past share bars and tools, unless navigation begins before that. */
function growUp(blocks: FlowBlock[], from: number): number {
  const { start } = webPageLexicon();
  let top = from;
  let tools = 0;
  for (let i = from - 1; i >= Math.max(0, from - preambleBlocks); i--) {
    const item = blocks[i];
    if (!item || start.test(flat(item.block))) break;
    if (isTool(item) && ++tools > mostTools) break;
    if (!isTool(item) && isKept(item)) {
      top = i;
      tools = 0;
    }
  }
  return top;
}

/** A sentence of the report may well begin like a footer: 承办人大代表建议三件。 */
function isTool(item: FlowBlock): boolean {
  if (item.furniture || item.linkShare > linkList) return true;
  return !isProse(item) && webPageLexicon().end.test(flat(item.block));
}

/** Downwards to the first line that only pages have; beyond the scope only a signature and its date belong. */
function growDown(blocks: FlowBlock[], to: number, scopeEnd: number): number {
  let bottom = to;
  for (let i = to; i < blocks.length; i++) {
    const item = blocks[i];
    if (!item || isTool(item)) break;
    if (i >= scopeEnd && !isSignature(item.block)) break;
    bottom = i + 1;
  }
  return bottom;
}

function isSignature(block: Block): boolean {
  return (
    block.kind === 'paragraph' &&
    block.text.length <= 40 &&
    /(?:政府|局|委员会|办公室|中心|街道办事处|\d日)$/.test(block.text)
  );
}

/** Behind other counts on the same line: 浏览次数：12 发布时间：2024-01-16. */
const published = /(?:发布|发文|成文|生成|公开|更新)(?:时间|日期)[：:]?20\d{2}/;

/** Above the first heading: sentences, titles and lines about the publication; the rest is furniture. */
function isKept(item: FlowBlock): boolean {
  const { title, meta } = webPageLexicon();
  if (item.block.kind === 'grid') return asLines(item.block).some((line) => meta.test(flat(line)));
  const text = flat(item.block);
  return (
    isProse(item) ||
    (sentenceLength(item) > 0 && text.endsWith('。')) ||
    title.test(text) ||
    meta.test(text) ||
    (text.length < 80 && published.test(text)) ||
    /^[（(].*[）)]$|(?:政府|局|委员会|办公室|中心|办事处)(?:关于)?$/.test(text)
  );
}

/** A small table above the report tells its index number, publisher and date: one line a row. */
function asLines(block: Block): Block[] {
  if (block.kind === 'paragraph') return [block];
  return Array.from({ length: block.grid.rows }, (_, row): Block[] => {
    const cells = block.grid.cells.filter((cell) => cell.row === row && cell.text !== '');
    const text = cells.map((cell) => cell.text.replaceAll('\n', ' ')).join(' ');
    return text ? [{ kind: 'paragraph', text, place: cells[0]?.place ?? block.place }] : [];
  }).flat();
}

function flat(block: Block): string {
  return block.kind === 'paragraph' ? block.text.replace(/\s/g, '') : '';
}
