import type { TablesRead } from '../../../../src/ingest/map/tables/read-tables.ts';
import { readText, type TextRead } from '../../../../src/ingest/map/text/read-text.ts';
import type { Block, SourceDocument } from '../../../../src/model/document.ts';

/** A text of which every line that is not empty is a block, as the decoder of plain text leaves it. */
export function documentOf(text: string, more: Partial<SourceDocument> = {}): SourceDocument {
  const blocks: Block[] = text
    .split('\n')
    .flatMap((line, i) =>
      line.trim() ? [{ kind: 'paragraph' as const, text: line, place: { line: i + 1 } }] : [],
    );
  return { format: 'txt', blocks, warnings: [], ...more };
}

/** The tables of a report that are no matter of the test: one reading, and the lines `表` as their place. */
export function tablesOf(document: SourceDocument): TablesRead {
  const tableBlocks = new Set(
    document.blocks.filter((b) => b.kind === 'paragraph' && b.text.trim() === '表'),
  );
  const reading = { value: 0, raw: '0', status: 'reported' as const, source: { line: 1, text: '规章 0' } };
  return {
    readings: { 'disclosure.regulations.issued': reading },
    edition: '2021',
    warnings: [],
    tableBlocks,
  };
}

export function readReport(
  text: string,
  fileName = 'report.txt',
  more: Partial<SourceDocument> = {},
): TextRead {
  const document = documentOf(text, more);
  return readText(document, tablesOf(document), fileName);
}

/** Six parts around what a test is about. */
export function reportWith(parts: {
  head?: string;
  one?: string;
  five?: string;
  six?: string;
  end?: string;
}): string {
  return [
    parts.head ?? '青禾县水利局2023年政府信息公开工作年度报告',
    '一、总体情况',
    parts.one ?? '2023年，我局认真做好政府信息公开工作。',
    '二、主动公开政府信息情况',
    '表',
    '三、收到和处理政府信息公开申请情况',
    '表',
    '四、政府信息公开行政复议、行政诉讼情况',
    '表',
    '五、存在的主要问题及改进情况',
    parts.five ?? '无',
    '六、其他需要报告的事项',
    parts.six ?? '无',
    parts.end ?? '',
  ].join('\n\n');
}
