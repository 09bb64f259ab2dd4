import { ListCounter, numbered } from '../../layout/list-counter.ts';
import type { MarkedParagraph } from '../../layout/word-tables.ts';
import { readLists } from './lists.ts';
import { mainText } from './pieces.ts';
import { changes, characterRuns, paragraphRuns, type Run, runAt } from './properties.ts';
import { rowShape } from './row-shape.ts';
import { readStyles, styleChanges } from './styles.ts';
import type { WordBinary } from './word-binary.ts';

interface Properties {
  depth: number;
  rowEnd: boolean;
  innerCell: boolean;
  row?: Buffer;
  /** Later changes to vertical merging: cell number → 0 none, 1 covered, 3 first. */
  merges: [cell: number, merge: number][];
  list: number;
  level: number;
}

/** All paragraphs of the main text, with the numbers that Word counts. */
export function binaryParagraphs(word: WordBinary): MarkedParagraph[] {
  const { text, offsets } = mainText(word);
  const runs = paragraphRuns(word);
  const unseen = characterRuns(word).filter((run) => isUnseen(run));
  const styles = readStyles(word);
  const counter = new ListCounter(readLists(word));
  const paragraphs: MarkedParagraph[] = [];
  let carried = '';
  let from = 0;
  for (const mark of text.matchAll(/[\r\x07\x0c]/g)) {
    const at = mark.index;
    const run = runAt(runs, offsets[at] ?? 0);
    const content = carried + visibleText(text, offsets, unseen, from, at);
    from = at + 1;
    // A paragraph whose end was deleted (changes tracked) goes on in the next one.
    const joins = mark[0] === '\r' && runAt(unseen, offsets[at] ?? 0) !== undefined && content !== '';
    carried = joins ? content : '';
    if (joins) continue;
    const name = styles.get(run?.style ?? 0)?.name ?? '';
    const properties = propertiesOf(run, styleChanges(styles, run?.style ?? 0), word.data);
    const number = properties.list ? counter.next(String(properties.list), properties.level) : '';
    paragraphs.push({
      text: /^(?:toc|目录) ?\d/.test(name) ? '' : numbered(number, content),
      line: paragraphs.length + 1,
      depth: properties.depth,
      ...endOf(properties, mark[0]),
      ...(properties.row ? { row: rowShape(properties.row, properties.merges) } : {}),
    });
  }
  return paragraphs;
}

function endOf({ depth, rowEnd, innerCell }: Properties, mark: string): { ends?: 'cell' | 'row' } {
  if (depth === 0) return {};
  if (rowEnd) return { ends: 'row' };
  return mark === '\x07' || innerCell ? { ends: 'cell' } : {};
}

/** Codes of [MS-DOC] 2.6.2 and 2.6.3. */
function propertiesOf(run: Run | undefined, style: [number, Buffer][], data: Buffer): Properties {
  const found: Properties = { depth: 0, rowEnd: false, innerCell: false, merges: [], list: 0, level: 0 };
  const own = run
    ? [...changes(run.list, data)].map(({ code, operand }): [number, Buffer] => [code, operand])
    : [];
  for (const [code, operand] of [...style, ...own]) {
    const byte = operand[0] ?? 0;
    if (code === 0x2416) found.depth ||= byte;
    else if (code === 0x2417 || code === 0x244c) found.rowEnd ||= byte === 1;
    else if (code === 0x244b) found.innerCell = byte === 1;
    else if (code === 0x6649) found.depth = Math.min(operand.readUInt32LE(0), 64);
    else if (code === 0x260a) found.level = byte;
    else if (code === 0x460b) found.list = operand.readUInt16LE(0) & 0x7ff;
    else if (code === 0xd608) found.row = operand;
    else if (code === 0xd62b) found.merges.push([operand[1] ?? 0, operand[2] ?? 0]);
  }
  return found;
}

/** Deleted with changes tracked, or hidden. */
function isUnseen(run: Run): boolean {
  for (const { code, operand } of changes(run.list)) {
    if ((code === 0x0800 || code === 0x083c) && operand[0] === 1) return true;
  }
  return false;
}

/** What is printed of the characters from–to: fields without their codes, anchors and notes left out. */
function visibleText(
  text: string,
  offsets: Uint32Array,
  unseen: readonly Run[],
  from: number,
  to: number,
): string {
  let shown = '';
  // Fields stand inside each other: only what follows the separator of each is shown.
  const fields: boolean[] = [];
  for (let at = from; at < to; at++) {
    const char = text[at] ?? '';
    if (char === '\x13') fields.push(false);
    else if (char === '\x14') fields[fields.length - 1] = true;
    else if (char === '\x15') fields.pop();
    else if (fields.includes(false) || (unseen.length && runAt(unseen, offsets[at] ?? 0))) continue;
    else if (char === '\x0b') shown += '\n';
    else if (char === '\x1e') shown += '-';
    else if (char >= ' ' || char === '\t') shown += char;
  }
  return shown;
}
