import { YEAR_WORDS, yearOf } from './dates.ts';
import type { TextLine } from './lines.ts';
import { isName, nameIn } from './names.ts';
import { compact } from './plain.ts';

export interface Title {
  /** As printed, its lines joined. */
  text: string;
  name: string | undefined;
  year: number | undefined;
  /** The title says that this is an annual report, not only something about disclosure. */
  plain: boolean;
  /** Indexes of its lines: the first and the one behind the last. */
  from: number;
  to: number;
}

const SUBJECT = '(?:政府信息(?:与政务|和政务)?|政务信息|政务|信息)公开';
const YEAR = `(?:${YEAR_WORDS}年?(?:度)?)`;
const TITLE = new RegExp(
  `^(?<before>.*?)(?<subject>${SUBJECT})(?<middle>(?:工作|的|年度|${YEAR}|[（(]${YEAR}[）)]){0,5})(?<kind>工作报告|年度报告|报告书|报告|年报|工作情况|情况|工作总结|总结)(?<after>.{0,24})$`,
);
const LONGEST_LINE = 60;
/** The way to the page through its site, and what it tells of its publication. */
const PAGE_LINE =
  /[>＞»›→]|^(?:索引号|索取号|成文日期|生成日期|发布日期|发布时间|发布机构|所属机构|组配分类|主题分类|公开方式|公开形式|文号|发文字号|当前位置|您的位置)/;

/** A browser prints the day and the time before the title of a page. */
const STAMP = /^\s*20\d{2}[/.-]\d{1,2}[/.-]\d{1,2}[\s,，]*(?:[上下]午\s*)?(?:\d{1,2}:\d{2}(?::\d{2})?)?\s*/;

/** Of several the one that tells year and name, as the line above a report does. */
export function bestTitle(titles: readonly Title[]): Title | undefined {
  return titles.find(({ year, name }) => year !== undefined && name !== undefined) ?? titles[0];
}

/** Titles among the first lines, on one to four lines each; the name may stand on a line of its own. */
export function readTitles(lines: readonly TextLine[]): Title[] {
  const titles: Title[] = [];
  for (let to = 1; to <= lines.length; to++) {
    const last = titles.at(-1);
    // A title that had no name yet may find it on the next line.
    const open = last && !last.name && last.to === to - 1 ? last : undefined;
    const title = titleEnding(lines, to, open?.from ?? last?.to ?? 0);
    if (!title || (open && title.from === open.from && !title.name)) continue;
    if (open && title.from === open.from) titles.pop();
    titles.push(title);
  }
  return titles;
}

function titleEnding(lines: readonly TextLine[], to: number, floor: number): Title | undefined {
  let found: Title | undefined;
  for (let from = to - 1; from >= Math.max(floor, to - 4); from--) {
    const line = lines[from];
    if (!line || !isTitleLine(line)) break;
    const title = titleIn(lines.slice(from, to).map((l) => l.text));
    if (!title) continue;
    found = { ...title, from, to };
    if (found.name) return found;
  }
  return found;
}

function isTitleLine(line: TextLine): boolean {
  return (
    !line.row &&
    line.flat.length <= LONGEST_LINE &&
    !/^附件\d*$/.test(line.flat) &&
    !PAGE_LINE.test(line.flat) &&
    !/[。；，,;]|^.{2,8}[:：].|[:：]$/.test(line.flat)
  );
}

/** Reads one title, given as its lines: 2023年XX局…, XX局2023年…, XX局 / 2023年度…, …年度报告（XX局）. */
export function titleIn(printed: readonly string[]): Omit<Title, 'from' | 'to'> | undefined {
  const unstamped = printed.map((line) => line.replace(STAMP, ''));
  const lines = unstamped.map((line) => compact(line).replace(/^[[【(]?样例[\]】)]?/, ''));
  const whole = lines.join('');
  const match = TITLE.exec(whole);
  if (!match?.groups) return undefined;
  const { before = '', middle = '', kind = '', after = '' } = match.groups;
  const year = new RegExp(YEAR_WORDS).exec(before + middle + after)?.[1];
  const name = nameIn(before) ?? lineName(lines) ?? nameIn(after.replace(/[()（）]/g, ''));
  return {
    text: unstamped.join(''),
    name,
    year: year ? yearOf(year) : undefined,
    plain: /报告|年报|总结/.test(kind) || year !== undefined,
  };
}

/** Stray words before the name: the line on which it begins decides. */
function lineName(lines: readonly string[]): string | undefined {
  for (let i = lines.length - 1; i >= 0; i--) {
    const text = lines.slice(i).join('');
    const before = TITLE.exec(text)?.groups?.before;
    const name = before === undefined ? undefined : nameIn(before);
    if (name) return name;
  }
  return lines.map((line) => nameIn(line)).find((name) => name !== undefined && isName(name));
}
