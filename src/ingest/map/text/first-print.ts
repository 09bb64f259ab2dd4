import type { Block, SourceDocument } from '../../../model/document.ts';
import type { TablesRead } from '../tables/read-tables.ts';
import { textLines } from './lines.ts';
import { NotAReport } from './not-a-report.ts';
import { compact } from './plain.ts';
import { readTitles, type Title } from './title.ts';

/**
 * The document up to where its report is printed again, as pages do that keep a version for the printer.
 * @throws {NotAReport} `several-reports` when what follows is the report of another year or another agency
 */
export function firstPrint(document: SourceDocument, tables: TablesRead): SourceDocument {
  if (!tables.between) return document;
  const start = document.blocks.indexOf(tables.between.from) + 1;
  const end = document.blocks.indexOf(tables.between.to);
  const [second] = titlesIn(document, tables, start, end);
  if (!second) return document;
  const tableStart = document.blocks.findIndex((block) => tables.tableBlocks.has(block));
  const [first] = titlesIn(document, tables, 0, tableStart);
  if (!first || differ(first, second)) {
    const names = [first?.text ?? '没有标题', second.text].map((text) => `“${text}”`).join('和');
    throw new NotAReport('several-reports', `一个文件里有几份年度报告：${names}，请分成单独的文件`);
  }
  const cut = document.blocks.findIndex((block, i) => i >= start && begins(block, second));
  return cut < 0 ? document : { ...document, blocks: document.blocks.slice(0, cut) };
}

function titlesIn(document: SourceDocument, tables: TablesRead, from: number, to: number): Title[] {
  const blocks = document.blocks.slice(from, to);
  const titles = readTitles(textLines({ ...document, blocks }, tables.tableBlocks));
  return titles.filter((title) => title.plain && (title.name ?? title.year) !== undefined);
}

function differ(first: Title, second: Title): boolean {
  const years = first.year !== undefined && second.year !== undefined && first.year !== second.year;
  const [a, b] = [first.name, second.name];
  return years || (a !== undefined && b !== undefined && !a.includes(b) && !b.includes(a));
}

function begins(block: Block, title: Title): boolean {
  const text = block.kind === 'paragraph' ? compact(block.text) : '';
  return text.length > 3 && compact(title.text).startsWith(text.slice(0, 60));
}
