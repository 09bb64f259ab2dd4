import { Document, LevelFormat, Packer, Paragraph } from 'docx';
import { describe, expect, it } from 'vitest';
import { decodeDocx } from '../../../src/ingest/decode/docx.ts';
import { defaultLimits } from '../../../src/ingest/limits.ts';
import type { Block, Grid } from '../../../src/model/document.ts';
import { p, tbl, tc, tr, wordFile, wordPackage, wordPart } from '../../support/word-file.ts';

const blocksOf = async (file: Uint8Array) => (await decodeDocx(file, defaultLimits)).blocks;
const texts = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
const textsOf = async (body: string, parts?: Record<string, string>) =>
  texts(await blocksOf(wordFile(body, parts)));
const gridOf = async (body: string): Promise<Grid> => {
  for (const block of await blocksOf(wordFile(body))) if (block.kind === 'grid') return block.grid;
  throw new Error('there is no grid');
};

const level = (ilvl: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${ilvl}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const list = (id: number, ...levels: string[]) =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`;
const num = (id: number, abstract: number, more = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${more}</w:num>`;
const inList = (id: number, ilvl = 0) =>
  `<w:numPr><w:ilvl w:val="${ilvl}"/><w:numId w:val="${id}"/></w:numPr>`;

describe('automatic numbers of a Word file', () => {
  const outline = list(
    1,
    level(0, 'chineseCounting', '%1、'),
    level(1, 'japaneseCounting', '（%2）'),
    level(2, 'decimal', '%3.'),
  );

  it('are restored in front of headings, items and sub-items', async () => {
    const body = [
      p('总体情况', inList(1)),
      p('主动公开情况', inList(1, 1)),
      p('依申请公开情况', inList(1, 1)),
      p('主动公开政府信息情况', inList(1)),
      p('甲事项', inList(1, 1)),
      p('第一点', inList(1, 2)),
      p('第二点', inList(1, 2)),
      p('没有编号的段落。'),
      p('乙事项', inList(1, 1)),
      p('第一点', inList(1, 2)),
    ].join('');
    expect(await textsOf(body, { 'word/numbering.xml': wordPart('numbering', outline + num(1, 1)) })).toEqual(
      [
        '一、总体情况',
        '（一）主动公开情况',
        '（二）依申请公开情况',
        '二、主动公开政府信息情况',
        '（一）甲事项',
        '1.第一点',
        '2.第二点',
        '没有编号的段落。',
        '（二）乙事项',
        '1.第一点',
      ],
    );
  });

  it('come from styles, from styles under them, and stop at number 0', async () => {
    const styles = wordPart(
      'styles',
      `<w:style w:styleId="H1"><w:name w:val="heading 1"/><w:pPr>${inList(1)}</w:pPr></w:style>
       <w:style w:styleId="Own"><w:name w:val="own"/><w:basedOn w:val="H1"/></w:style>
       <w:style w:styleId="H2"><w:name w:val="heading 2"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`,
    );
    const linked = list(
      1,
      level(0, 'chineseCountingThousand', '第%1部分'),
      level(1, 'decimal', '%1.%2', '<w:pStyle w:val="H2"/><w:isLgl/>'),
    );
    const body = [
      p('概述', '<w:pStyle w:val="H1"/>'),
      p('细目', '<w:pStyle w:val="H2"/>'),
      p('其他', '<w:pStyle w:val="Own"/>'),
      p('无编号', `<w:pStyle w:val="H1"/>${inList(0)}`),
    ].join('');
    const numbering = wordPart('numbering', linked + num(1, 1));
    expect(await textsOf(body, { 'word/styles.xml': styles, 'word/numbering.xml': numbering })).toEqual([
      '第一部分概述',
      '1.1 细目',
      '第二部分其他',
      '无编号',
    ]);
  });

  it('go on over lists of one definition and begin anew where the list says so', async () => {
    const anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>';
    const numbering = wordPart(
      'numbering',
      list(1, level(0, 'decimal', '%1.')) + num(1, 1) + num(2, 1) + num(3, 1, anew),
    );
    const body = [1, 1, 2, 3, 3].map((id) => p('事项', inList(id))).join('');
    expect(await textsOf(body, { 'word/numbering.xml': numbering })).toEqual([
      '1.事项',
      '2.事项',
      '3.事项',
      '1.事项',
      '2.事项',
    ]);
  });

  it('are those that a Word program writes', async () => {
    const levels = [{ level: 0, format: LevelFormat.CHINESE_COUNTING, text: '%1、' }];
    const item = (text: string) => new Paragraph({ text, numbering: { reference: 'parts', level: 0 } });
    const file = new Document({
      numbering: { config: [{ reference: 'parts', levels }] },
      sections: [{ children: Array.from({ length: 12 }, () => item('事项')) }],
    });
    const found = texts(await blocksOf(await Packer.toBuffer(file)));
    expect([found[0], found[9], found[10]]).toEqual(['一、事项', '十、事项', '十一、事项']);
  });

  it('leave bullets out', async () => {
    const numbering = wordPart('numbering', list(1, level(0, 'bullet', '')) + num(1, 1));
    expect(await textsOf(p('事项', inList(1)), { 'word/numbering.xml': numbering })).toEqual(['事项']);
  });
});

describe('the text of a Word file', () => {
  it('is what stands after tracked changes', async () => {
    const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;
    const gone = '<w:del><w:r><w:delText>12</w:delText></w:r></w:del>';
    const body = `<w:p>${run('收到申请')}${gone}<w:ins>${run('15')}</w:ins>${run('件。')}</w:p>
      <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run('前半句，')}</w:p><w:p>${run('后半句。')}</w:p>`;
    expect(await textsOf(body)).toEqual(['收到申请15件。', '前半句，后半句。']);
  });

  it('takes in content controls, links and fields, and leaves hidden runs and field codes out', async () => {
    const body = `<w:sdt><w:sdtContent>${p('青禾县')}</w:sdtContent></w:sdt>
      <w:p><w:hyperlink><w:r><w:t>网站</w:t></w:r></w:hyperlink><w:r><w:instrText>PAGE</w:instrText></w:r>
      <w:sdt><w:sdtContent><w:r><w:t>2023</w:t></w:r></w:sdtContent></w:sdt><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r></w:p>`;
    expect(await textsOf(body)).toEqual(['青禾县', '网站2023']);
  });

  it('leaves struck out what is struck out', async () => {
    const run = (text: string, properties = '') =>
      `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;
    const body = `<w:p>${run('13', '<w:strike/>')}${run('14', '<w:dstrike/>')}${run('12')}${run('件', '<w:strike w:val="0"/>')}</w:p>`;
    expect(await textsOf(body)).toEqual(['12件']);
  });

  it('holds text boxes once, though they are written for two programs', async () => {
    const box = (text: string) => `<w:txbxContent>${p(text)}</w:txbxContent>`;
    const body = `<w:p><w:r><mc:AlternateContent><mc:Choice><wps:txbx>${box('框中标题')}</wps:txbx></mc:Choice>
      <mc:Fallback><w:pict><v:textbox>${box('框中标题')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>
      <w:r><w:t>正文。</w:t></w:r></w:p>`;
    expect(await textsOf(body)).toEqual(['正文。', '框中标题']);
  });

  it('leaves the table of contents out', async () => {
    const styles = wordPart('styles', '<w:style w:styleId="T1"><w:name w:val="toc 1"/></w:style>');
    const toc = `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${p('总体情况 1')}</w:sdtContent></w:sdt>`;
    const body = toc + p('总体情况 1', '<w:pStyle w:val="T1"/>') + p('一、总体情况');
    expect(await textsOf(body, { 'word/styles.xml': styles })).toEqual(['一、总体情况']);
  });

  it('counts its lines as paragraphs, those in cells too', async () => {
    const table = tbl(tr(tc('甲'), tc('乙')), tr(tc('1'), tc('2')));
    const [first, grid, last] = await blocksOf(wordFile(p('标题') + table + p('结尾')));
    expect([first?.place.line, grid?.place.line, last?.place.line]).toEqual([1, 2, 6]);
    expect(grid?.kind === 'grid' && grid.grid.cells.map((cell) => cell.place.line)).toEqual([2, 3, 4, 5]);
  });

  it('reads tables typed with tabs as rows', async () => {
    const tab = '</w:t><w:tab/><w:t>';
    const body = [
      ['信息内容', '本年制发件数', '本年废止件数'],
      ['规章', '1', '0'],
      ['行政规范性文件', '2', '3'],
    ]
      .map((row) => p(row.join(tab)))
      .join('');
    const grid = await gridOf(p('前文。') + body);
    expect(grid).toMatchObject({ exact: false, rows: 3 });
    expect(grid.cells.at(-1)).toMatchObject({ text: '3', place: { line: 4 } });
  });
});

describe('a table of a Word file', () => {
  it('keeps cells that span rows and columns', async () => {
    const grid = await gridOf(
      tbl(
        tr(
          tc('三、本年度办理结果', '<w:vMerge w:val="restart"/>'),
          tc('（一）予以公开', '<w:gridSpan w:val="2"/>'),
          tc('1'),
        ),
        tr(
          tc('', '<w:vMerge/>'),
          tc('（三）不予公开', '<w:vMerge w:val="restart"/>'),
          tc('1.属于国家秘密'),
          tc('2'),
        ),
        tr(tc('', '<w:vMerge w:val="continue"/>'), tc('', '<w:vMerge/>'), tc('2.其他'), tc('3')),
      ),
    );
    const at = (text: string) => grid.cells.find((cell) => cell.text === text);
    expect(grid).toMatchObject({ rows: 3, columns: 4, exact: true });
    expect(at('三、本年度办理结果')).toMatchObject({ row: 0, column: 0, rowSpan: 3, columnSpan: 1 });
    expect(at('（一）予以公开')).toMatchObject({ column: 1, columnSpan: 2 });
    expect(at('（三）不予公开')).toMatchObject({ row: 1, column: 1, rowSpan: 2 });
    expect(at('3')).toMatchObject({ row: 2, column: 3 });
  });

  it('leaves deleted rows out, begins rows where they begin, and keeps the lines of a cell apart', async () => {
    const deleted = '<w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>删</w:t></w:r></w:p></w:tc></w:tr>';
    const indented = `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${tc(p('行政') + p('处罚'))}</w:tr>`;
    const grid = await gridOf(tbl(tr(tc('甲'), tc('乙')), deleted, indented));
    expect(grid.cells.map(({ text, row, column }) => [text, row, column])).toEqual([
      ['甲', 0, 0],
      ['乙', 0, 1],
      ['行政\n处罚', 1, 1],
    ]);
  });

  it('that only arranges the page gives what stands in its cells', async () => {
    const inner = tbl(tr(tc('规章'), tc('0')), tr(tc('行政规范性文件'), tc('3')));
    const blocks = await blocksOf(wordFile(tbl(tr(tc(p('一、总体情况') + inner + p('后文。'))))));
    expect(blocks.map((block) => (block.kind === 'grid' ? 'grid' : block.text))).toEqual([
      '一、总体情况',
      'grid',
      '后文。',
    ]);
  });
});

describe('a table of a Word file', () => {
  it('tells where its rows stand, also those whose first cells are empty', async () => {
    const empty = '<w:tc><w:tcPr/><w:p/></w:tc>';
    const grid = await gridOf(p('标题') + tbl(tr(tc('甲'), tc('1')), tr(empty, tc('2')), tr(empty, empty)));
    expect(grid.cells.map((cell) => cell.place)).toEqual([2, 3, 5, 5, 5, 5].map((line) => ({ line })));
  });
});

describe('a hostile Word file', () => {
  it('has no entity of its own expanded', async () => {
    const lol = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('');
    const xml = `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY l0 "lol"><!ENTITY x SYSTEM "file:///etc/passwd">${lol}]>
      <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${p('&l9;&x;')}</w:body></w:document>`;
    const found = texts(await blocksOf(wordPackage({ 'word/document.xml': xml }))).join('');
    expect(found).not.toMatch(/lol|root:/);
  });

  it('has no part outside itself followed', async () => {
    const relations = `<?xml version="1.0"?><Relationships><Relationship Id="a" Type="http://x/officeDocument" Target="http://127.0.0.1:9/x.xml" TargetMode="External"/></Relationships>`;
    const template = `<?xml version="1.0"?><Relationships><Relationship Id="a" Type="http://x/attachedTemplate" Target="http://127.0.0.1:9/t.dotm" TargetMode="External"/></Relationships>`;
    const found = await textsOf(p('正文。'), {
      '_rels/.rels': relations,
      'word/_rels/document.xml.rels': template,
    });
    expect(found).toEqual(['正文。']);
  });

  it('is refused when a part is a bomb, nested without end, or cut short', async () => {
    const bomb = wordFile(p(' '.repeat(40 * 1024 * 1024)));
    await expect(blocksOf(bomb)).rejects.toMatchObject({ code: 'zip-bomb' });
    const deep = wordFile('<w:sdt>'.repeat(10_000) + '</w:sdt>'.repeat(10_000));
    await expect(blocksOf(deep)).rejects.toMatchObject({ code: 'too-deep' });
    const open = wordPackage({ 'word/document.xml': '<w:document><w:body><w:p>' });
    await expect(blocksOf(open)).rejects.toMatchObject({ code: 'damaged' });
    const cut = wordFile(p('正文。'));
    await expect(blocksOf(cut.subarray(0, cut.length - 30))).rejects.toMatchObject({ code: 'damaged' });
  });
});
