import type { Paragraph } from '../../../model/document.ts';
import type { TextLine } from './lines.ts';
import { ordinalAt } from './ordinals.ts';
import { joinSpaces, widthOf } from './plain.ts';

const CLOSED = /[。！？；：!?;:…】》][”’」』）)]*$/;
const HALF = /[，、,（(《“]$/;
const DATE_LINE = /^(?:20\d{2}|二[〇○零O0]二.)[年\-./].{1,8}日?$/;
const TITLE_LINE = /公开.{0,12}(?:报告|年报|情况|总结)$/;
const OFFICE_LINE = /^[\u3400-\u9fff（）()]{4,28}(?:政府|局|委员会|办公室|中心|办事处|厅|院|所|站|处|队)$/;

/** Lines are joined up to this many characters. */
const LONGEST = 4000;

/** The printed width at which lines were broken; undefined when every line is a paragraph of its own. */
export function wrapWidth(lines: readonly TextLine[]): number | undefined {
  const widths = lines.filter((line) => !line.row).map((line) => Math.round(widthOf(line.text)));
  const long = widths.filter((w) => w >= 18);
  if (long.length < 6) return undefined;
  const counts = new Map<number, number>();
  for (const w of long) counts.set(w, (counts.get(w) ?? 0) + 1);
  const near = (w: number) => [-2, -1, 0, 1].reduce((sum, d) => sum + (counts.get(w + d) ?? 0), 0);
  const width = [...counts.keys()].reduce((best, w) => (near(w) > near(best) ? w : best));
  const longer = long.filter((w) => w > width + 3).length;
  return near(width) >= 5 && near(width) >= long.length * 0.4 && longer <= long.length * 0.1
    ? width
    : undefined;
}

/** Lines that continue each other become one paragraph: broken by the page's width or by the end of a page. */
export function joinLines(lines: readonly TextLine[], width: number | undefined): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let last: TextLine | undefined;
  for (const line of lines) {
    const open = paragraphs.at(-1);
    if (open && last && open.text.length < LONGEST && continues(open.text, last, line, width))
      open.text = joinSpaces(`${open.text}${isCutNumber(last, line) ? '' : ' '}${line.text}`);
    else paragraphs.push({ text: line.text, place: line.place });
    last = line;
  }
  return paragraphs;
}

function continues(open: string, last: TextLine, next: TextLine, width: number | undefined): boolean {
  if (last.row || next.row || next.afterTable) return false;
  if (isCutNumber(last, next)) return true;
  if (ordinalAt(next.text) && !HALF.test(last.text)) return false;
  if (DATE_LINE.test(next.flat) || TITLE_LINE.test(last.flat)) return false;
  if (HALF.test(last.text) || isUnclosed(open) || (/[：:]$/.test(open) && /^[A-Za-z\d]/.test(next.text)))
    return true;
  if (OFFICE_LINE.test(next.text) && CLOSED.test(last.text)) return false;
  if (width && widthOf(last.text) >= width - 2.5) return true;
  if (CLOSED.test(last.text) || OFFICE_LINE.test(last.text) || OFFICE_LINE.test(next.text)) return false;
  // A page's end cut the sentence: it is long enough to be one, and has no end.
  return (
    widthOf(open) >= 22 &&
    /[，。；、]/.test(open) &&
    /[\u3400-\u9fff\d]$/.test(last.text) &&
    !isHeadingLike(open)
  );
}

/** 电话：0320- and 3607941 on the next line. */
function isCutNumber(last: TextLine, next: TextLine): boolean {
  return /\d[-－—–]$/.test(last.text) && /^\d{2}/.test(next.text);
}

/** A bracket was opened and the line ended before it was closed. */
function isUnclosed(text: string): boolean {
  const opened = text.match(/[（(《]/g)?.length ?? 0;
  return opened > (text.match(/[）)》]/g)?.length ?? 0) && text.length < 400;
}

/** （一）政府信息公开工作存在的主要问题: numbered, no punctuation inside. */
function isHeadingLike(text: string): boolean {
  return (
    ordinalAt(text) !== undefined &&
    !/[，。；、]/.test(text.slice(ordinalAt(text)?.length)) &&
    text.length < 36
  );
}
