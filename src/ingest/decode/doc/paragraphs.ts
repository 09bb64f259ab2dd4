import { ListCounter, numbered } from '../../layout/list-counter.ts';
import type { MarkedParagraph } from '../../layout/word-tables.ts';
import { readLists } from './lists.ts';
import { type StoryText, storyText } from './pieces.ts';
import { changes, characterRuns, paragraphRuns, type Run, runAt } from './properties.ts';
import { rowShape } from './row-shape.ts';
import { readStyles, styleChanges } from './styles.ts';
import { type TextBox, textBoxes } from './text-boxes.ts';
import type { WordBinary } from './word-parts.ts';

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

/** All paragraphs of the main text, with the numbers that Word counts, each followed by the text boxes it holds. */
export function binaryParagraphs(word: WordBinary): MarkedParagraph[] {
  const reader = new ParagraphReader(word);
  reader.read(0, word.textLength, textBoxes(word));
  return reader.paragraphs;
}

class ParagraphReader {
  readonly paragraphs: MarkedParagraph[] = [];
  readonly #word: WordBinary;
  readonly #story: StoryText;
  readonly #runs: readonly Run[];
  readonly #unseen: readonly Run[];
  readonly #styles: ReturnType<typeof readStyles>;
  readonly #counter: ListCounter;

  constructor(word: WordBinary) {
    this.#word = word;
    this.#story = storyText(word);
    this.#runs = paragraphRuns(word);
    this.#unseen = characterRuns(word).filter((run) => isUnseen(run));
    this.#styles = readStyles(word);
    this.#counter = new ListCounter(readLists(word));
  }

  /** @param boxes hang in these characters, in order; one that hangs in a table stands behind it */
  read(start: number, end: number, boxes: readonly TextBox[]): void {
    const { text, offsets } = this.#story;
    const waiting = [...boxes].reverse();
    let carried = '';
    let from = start;
    for (const mark of text.slice(start, end).matchAll(/[\r\x07\x0c]/g)) {
      const at = start + mark.index;
      const content = carried + visibleText(text, offsets, this.#unseen, from, at);
      from = at + 1;
      // A paragraph whose end was deleted (changes tracked) goes on in the next one.
      const joins = mark[0] === '\r' && runAt(this.#unseen, offsets[at] ?? 0) !== undefined && content !== '';
      carried = joins ? content : '';
      if (joins) continue;
      const depth = this.#add(content, mark[0], runAt(this.#runs, offsets[at] ?? 0));
      while (depth === 0 && (waiting.at(-1)?.anchor ?? end) < from) this.#readBox(waiting.pop());
    }
    while (waiting.length > 0) this.#readBox(waiting.pop());
  }

  #readBox(box: TextBox | undefined): void {
    if (box) this.read(box.from, box.to, []);
  }

  /** @returns how deep in tables the paragraph stands */
  #add(content: string, mark: string, run: Run | undefined): number {
    const name = this.#styles.get(run?.style ?? 0)?.name ?? '';
    const style = styleChanges(this.#styles, run?.style ?? 0);
    const properties = propertiesOf(run, style, this.#word.data);
    const number = properties.list ? this.#counter.next(String(properties.list), properties.level) : '';
    this.paragraphs.push({
      text: /^(?:toc|目录) ?\d/.test(name) ? '' : numbered(number, content),
      line: this.paragraphs.length + 1,
      depth: properties.depth,
      ...endOf(properties, mark),
      ...(properties.row ? { row: rowShape(properties.row, properties.merges) } : {}),
    });
    return properties.depth;
  }
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

/** Deleted with changes tracked, hidden, struck out once or twice: the last does not hold any more. */
const unseenCodes = [0x0800, 0x083c, 0x0837, 0x2a53];

function isUnseen(run: Run): boolean {
  for (const { code, operand } of changes(run.list)) {
    if (unseenCodes.includes(code) && operand[0] === 1) return true;
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
