import type { Item, SpanCell } from './markup-report.ts';
import { p, wordFile, wordPart } from './word-file.ts';

const numbering = wordPart(
  'numbering',
  `<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>
   <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:suff w:val="nothing"/><w:lvlText w:val="%1、"/></w:lvl>
   <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:suff w:val="nothing"/><w:lvlText w:val="（%2）"/></w:lvl>
   </w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`,
);

/** The report as offices write it in Word: parts and items numbered automatically, cells merged. */
export function wordReport(items: readonly Item[]): Uint8Array {
  const body = items.map((item) =>
    item.kind === 'paragraph' ? numberedParagraph(item.text) : table(item.rows),
  );
  return wordFile(body.join(''), {
    'word/numbering.xml': numbering,
    'word/_rels/document.xml.rels': `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/></Relationships>`,
    '_rels/.rels': `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
  });
}

function numberedParagraph(text: string): string {
  const level = /^[一二三四五六]、/.test(text) ? 0 : /^（[一二三四五六]）/.test(text) ? 1 : undefined;
  if (level === undefined) return p(text);
  const properties = `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>`;
  return p(text.replace(/^(?:[一二三四五六]、|（[一二三四五六]）)/, ''), properties);
}

/** Word writes a covered cell for every row that a cell reaches down to. */
function table(rows: readonly SpanCell[][]): string {
  const covered: { left: number; span: number }[] = [];
  const width = Math.max(...rows.map((row) => row.reduce((sum, cell) => sum + (cell.columnSpan ?? 1), 0)));
  const lines = rows.map((row) => {
    const cells = [...row];
    let line = '';
    for (let column = 0; column < width; ) {
      const above = covered[column];
      if (above && above.left > 0) {
        above.left--;
        line += cell({ text: '', columnSpan: above.span }, '<w:vMerge/>');
        column += above.span;
        continue;
      }
      const next = cells.shift();
      if (!next) break;
      const span = next.columnSpan ?? 1;
      covered[column] = { left: (next.rowSpan ?? 1) - 1, span };
      line += cell(next, (next.rowSpan ?? 1) > 1 ? '<w:vMerge w:val="restart"/>' : '');
      column += span;
    }
    return `<w:tr>${line}</w:tr>`;
  });
  const grid = Array.from({ length: width }, () => `<w:gridCol w:w="${Math.floor(9000 / width)}"/>`).join('');
  return `<w:tbl><w:tblPr><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${lines.join('')}</w:tbl>`;
}

function cell({ text, columnSpan = 1 }: SpanCell, merge: string): string {
  return `<w:tc><w:tcPr><w:gridSpan w:val="${columnSpan}"/>${merge}</w:tcPr>${p(text)}</w:tc>`;
}
