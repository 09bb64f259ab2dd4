import { describe, expect, it } from 'vitest';
import { decodeHtml } from '../../../src/ingest/decode/html.ts';
import { defaultLimits } from '../../../src/ingest/limits.ts';
import type { Block } from '../../../src/model/document.ts';
import { distinctNumbers, markupReport, tableHtml, toHtml } from '../../support/markup-report.ts';

const decode = (html: string, limits = defaultLimits) => decodeHtml(Buffer.from(html), limits);
const texts = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
const grids = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => (block.kind === 'grid' ? [block.grid] : []));

const report = () => markupReport({ agency: '云岭县水务局', year: 2023, print: distinctNumbers().print });
const body = toHtml(report());
const nav =
  '<ul><li><a href="/">首页</a></li><li><a href="/zw">政务公开</a></li><li><a href="/fw">办事服务</a></li></ul>';
const footer = `<div class="foot"><p>主办单位：云岭县人民政府办公室</p><p>云岭ICP备00000000号</p><p>网站标识码：0000000000</p></div>`;

const page = (content: string) => `<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>云岭县水务局2023年政府信息公开工作年度报告_云岭县人民政府</title>
<meta name="ArticleTitle" content="云岭县水务局2023年政府信息公开工作年度报告">
<meta name="PubDate" content="2024-01-18 10:21"><meta name="ContentSource" content="云岭县水务局">
<style>.a{color:red}</style><script>var menu = "一、总体情况";</script></head>
<body><div id="top">${nav}</div>
<div class="main"><div class="crumb">当前位置：<a href="/">首页</a> &gt; <a href="/n">政府信息公开年报</a></div>
<div class="article"><h1>云岭县水务局2023年政府信息公开工作年度报告</h1>
<div class="info">发布时间：2024-01-18 来源：云岭县水务局 <span>字体：【大 中 小】</span></div>
<div class="share">分享到：<a href="#">微信好友</a><a href="#">新浪微博</a></div><div><a href="#">放大字体</a></div>
<div id="zoom">${content}</div></div>
<div class="tools"><a href="#">打印本页</a> <a href="#">关闭窗口</a></div>
<div class="related"><h3>相关链接</h3><ul><li><a href="1">云岭县水务局2022年政府信息公开工作年度报告</a></li></ul></div></div>
${footer}</body></html>`;

describe('a web page', () => {
  it('gives the report without navigation, share bars, related links and footer', () => {
    const { blocks, title } = decode(page(body));
    const found = texts(blocks);
    expect(title).toBe('云岭县水务局2023年政府信息公开工作年度报告');
    expect(found[0]).toBe('发布时间：2024-01-18 10:21 来源：云岭县水务局');
    expect(found[1]).toBe('云岭县水务局2023年政府信息公开工作年度报告');
    expect(found.at(-1)).toBe('2024年1月18日');
    const joined = found.join('\n');
    for (const furniture of [
      '首页',
      '办事服务',
      '微信',
      '打印',
      '相关链接',
      '2022年',
      '主办单位',
      'ICP',
      'menu',
    ]) {
      expect(joined).not.toContain(furniture);
    }
    for (const item of report()) if (item.kind === 'paragraph') expect(found).toContain(item.text);
    expect(grids(blocks)).toHaveLength(3);
  });

  it('keeps short sentences above the first heading, and the day behind other counts', () => {
    const page = `<body><ul><li><a href="/">首页</a></li></ul><h1>柳溪镇2022年政府信息公开工作年度报告</h1>
      <p>访问量： 发布时间： 2023-01-16 来源：柳溪镇</p><p>本报告由青禾县柳溪镇人民政府编制。</p>
      <p>一、总体情况</p><p>2022年，我镇认真做好政府信息公开工作，及时公开各类政府信息，方便群众查询。</p>
      <p>五、存在的主要问题及改进情况</p><p>公开内容不多。</p><p>六、其他需要报告的事项</p><p>无</p></body>`;
    const { blocks } = decode(page);
    const texts = blocks.map((block) => (block.kind === 'paragraph' ? block.text : ''));
    expect(texts.slice(1, 3)).toEqual([
      '访问量： 发布时间： 2023-01-16 来源：柳溪镇',
      '本报告由青禾县柳溪镇人民政府编制。',
    ]);
  });

  it('keeps the source line of paragraphs and cells', () => {
    const html = page(body);
    const lines = html.split('\n');
    const { blocks } = decode(html);
    for (const block of blocks.slice(1)) {
      if (block.kind === 'paragraph')
        expect(lines[(block.place.line ?? 0) - 1]).toContain(block.text.slice(0, 8));
      else
        for (const cell of block.grid.cells)
          expect(lines[(cell.place.line ?? 0) - 1]).toContain(cell.text.slice(0, 8));
    }
  });

  it('gives every cell the column and the spans that its table draws', () => {
    const [disclosure, applications, reviews] = grids(decode(page(body)).blocks);
    expect(disclosure).toMatchObject({ columns: 4, exact: true });
    expect(applications).toMatchObject({ columns: 10, rows: 28 });
    expect(reviews).toMatchObject({ columns: 15, rows: 4 });
    expect(applications?.cells.find((cell) => cell.text === '自然人')).toMatchObject({
      row: 1,
      column: 3,
      rowSpan: 2,
    });
    expect(applications?.cells.find((cell) => cell.text === '商业企业')).toMatchObject({ row: 2, column: 4 });
    expect(applications?.cells.find((cell) => cell.text === '2.重复申请')).toMatchObject({
      column: 2,
      columnSpan: 1,
    });
  });

  it('reads GB18030 whether or not the page says so', async () => {
    const gb = await encodeGb18030(page(body).replace('<meta charset="utf-8">', ''));
    const { blocks } = decodeHtml(gb, defaultLimits);
    expect(texts(blocks)).toContain('一、总体情况');
    const declared = Buffer.concat([Buffer.from('<meta charset="gb2312">'), Buffer.from(body)]);
    expect(texts(decodeHtml(declared, defaultLimits).blocks)).toContain('一、总体情况');
  });

  it('finds the report inside tables that only arrange the page', () => {
    const arranged = `<body><table><tr><td colspan="2">${nav}</td></tr><tr><td width="180">${nav}</td><td>
      <table><tr><td align="center"><b>云岭县水务局2023年政府信息公开工作年度报告</b></td></tr>
      <tr><td>发布日期：2024年1月18日</td></tr><tr><td><div>${body}</div></td></tr></table></td></tr>
      <tr><td colspan="2">${footer}</td></tr></table></body>`;
    const { blocks } = decode(arranged);
    expect(texts(blocks)[0]).toBe('云岭县水务局2023年政府信息公开工作年度报告');
    expect(texts(blocks).at(-1)).toBe('2024年1月18日');
    expect(grids(blocks)).toHaveLength(3);
  });

  it('reads cells through the markup that Word leaves behind', () => {
    const soup = (text: string) =>
      `<!--[if gte mso 9]><xml>9</xml><![endif]--><p class="MsoNormal" style="mso-hide:none"><span lang="EN-US">${text}</span><span>&nbsp;<o:p></o:p></span></p><p>&nbsp;</p>`;
    const html = report()
      .map((item) =>
        item.kind === 'table' ? tableHtml(item.rows, soup) : `<p><strong>${item.text}</strong></p>`,
      )
      .join('');
    const { blocks } = decode(page(html));
    const plain = grids(decode(page(body)).blocks).map((grid) => grid.cells.map((cell) => cell.text));
    expect(grids(blocks).map((grid) => grid.cells.map((cell) => cell.text))).toEqual(plain);
    expect(texts(blocks)).toContain('五、存在的主要问题及改进情况');
  });

  it('keeps lines of a cell apart and drops what is hidden', () => {
    const html = page(
      body
        .replace('<td>自然人', '<td>自<br>然人')
        .replace(
          '<p>一、总体情况</p>',
          '<p>一、总体情况</p><p style="display: none">看不见的文字看不见的文字。</p><div hidden>也看不见。</div>',
        ),
    );
    const { blocks } = decode(html.replace('rowspan="2">自然人', 'rowspan="2">自<br>然人'));
    expect(grids(blocks)[1]?.cells.some((cell) => cell.text === '自\n然人')).toBe(true);
    expect(texts(blocks).join()).not.toContain('看不见');
  });

  it('leaves out what is struck out, in cells and in sentences', () => {
    const struck = `<del cite="mailto:x">13</del><s>14</s><span style="color:red;text-decoration: line-through">15</span>`;
    const { blocks } = decode(
      page(
        `<p>一、总体情况</p><p>全年新收申请${struck}12件，均已办结。</p><table><tr><td>规章</td><td>${struck}7</td></tr></table>`,
      ),
    );
    expect(texts(blocks)).toContain('全年新收申请12件，均已办结。');
    expect(grids(blocks)[0]?.cells.map(({ text }) => text)).toEqual(['规章', '7']);
  });

  it('leaves out the cells and the row without size that Word adds', () => {
    const filler = `<![if !supportMisalignedRows]><td style='height:20pt;border:none' width=0 height=27></td><![endif]>`;
    const row = (...cells: string[]) =>
      `<tr>${cells.map((text) => `<td width=60>${text}</td>`).join('')}${filler}</tr>`;
    const last = '<tr height=0><td width=60></td><td width=60></td></tr>';
    const { blocks } = decode(`<table>${row('规章', '7')}${row('规范性文件', '8')}${last}</table>`);
    expect(grids(blocks)).toMatchObject([{ rows: 2, columns: 2 }]);
  });

  it('finds each of the official tables by its own labels, whatever became of the headings', () => {
    const table = (...cells: string[]) =>
      `<table>${['信息内容', ...cells].map((text) => `<tr><td>${text}</td><td>1</td></tr>`).join('')}</table>`;
    const older = table('本年新制作数量', '对外公开总数量');
    const { blocks } = decode(
      page(`${older}<p>三、收到和处理政府信息公开申请情况</p>${table('结转下年度继续办理')}`),
    );
    expect(grids(blocks)).toHaveLength(2);
  });

  it('makes a heading that is a row of the table a paragraph, and parts tables drawn as one', () => {
    const items = report();
    const rows = items.flatMap((item, i) => {
      const before = items[i - 1];
      if (item.kind !== 'table' || before?.kind !== 'paragraph') return [];
      return [[{ text: before.text, columnSpan: 15 }], ...item.rows];
    });
    const texted = items.filter((item) => item.kind === 'paragraph');
    const cut = texted.findIndex((item) => item.text.startsWith('二、'));
    const html = `${toHtml(texted.slice(0, cut))}${tableHtml(rows)}${toHtml(texted.slice(cut + 3))}`;
    const { blocks } = decode(page(html));
    expect(grids(blocks)).toHaveLength(3);
    const order = blocks.map((block) => (block.kind === 'grid' ? 'grid' : block.text.slice(0, 2)));
    const at = order.indexOf('二、');
    expect(order.slice(at, at + 7)).toEqual(['二、', 'grid', '三、', 'grid', '四、', 'grid', '五、']);
  });

  it('reads text with single tables in it line by line', () => {
    const items = report();
    const text = items
      .map((item) => (item.kind === 'table' ? tableHtml(item.rows) : `${item.text}\n`))
      .join('\n');
    const { blocks } = decode(text);
    for (const item of items) if (item.kind === 'paragraph') expect(texts(blocks)).toContain(item.text);
    expect(grids(blocks)).toHaveLength(3);
  });

  it('reads Markdown with tags in it line by line: tables with breaks in cells, tables of bars between boxes', () => {
    const table = '<table><tr><td>规章<br>（件）</td><td>7</td></tr><tr><td>总计</td><td>9</td></tr></table>';
    const drawn = decode(`# 一、总体情况\n\n全年公开信息300条。\n\n${table}\n\n后文。\n`);
    expect(texts(drawn.blocks)).toEqual(['一、总体情况', '全年公开信息300条。', '后文。']);
    expect(grids(drawn.blocks)[0]?.cells.map(({ text }) => text)).toEqual(['规章\n（件）', '7', '总计', '9']);
    const boxes = '<div class="nav">\n\n[首页](/)\n\n</div>\n\n<div class="content">';
    const typed = '| 信息内容 | 本年制发件数 |\n| --- | --- |\n| 规章 | 7 |\n';
    const barred = decode(`${boxes}\n\n一、总体情况\n\n全年公开信息300条。\n\n${typed}\n</div>\n`);
    expect(texts(barred.blocks)).toEqual(['一、总体情况', '全年公开信息300条。']);
    expect(grids(barred.blocks)[0]?.cells.map(({ text }) => text)).toEqual([
      '信息内容',
      '本年制发件数',
      '规章',
      '7',
    ]);
  });

  it('numbers the items of ordered lists, whose numbers only the browser draws', () => {
    const html = page(
      `${body.replace('一、总体情况</p>', '一、总体情况</p><ol><li>解读材料少。</li><li>更新不及时。</li></ol>')}`,
    );
    expect(texts(decode(html).blocks)).toEqual(expect.arrayContaining(['1.解读材料少。', '2.更新不及时。']));
  });

  it('keeps text that runs on behind a heading, and sentences that begin as footers do', () => {
    const running = body
      .replace('一、总体情况</p>\n<p>', '一、总体情况。')
      .replace(
        '本年度没有收取信息处理费。',
        '承办人大代表建议三件，均已答复并公开。</p><p>主办的政协提案四件，已全部办结，答复全文公开，代表和委员表示满意。',
      );
    const found = texts(decode(page(running)).blocks);
    expect(found.some((text) => text.startsWith('一、总体情况。（一）主动公开情况'))).toBe(true);
    expect(found.join()).toContain('承办人大代表建议三件');
    expect(found.join()).toContain('主办的政协提案四件');
    expect(found.at(-1)).toBe('2024年1月18日');
  });

  it('refuses elements nested beyond the limit, quickly', () => {
    const started = performance.now();
    expect(() => decode(`<body>${'<div>'.repeat(100_000)}一、总体情况`)).toThrowError(/嵌套/);
    expect(() => decode(`<body>${'<table><tr><td>'.repeat(30_000)}`)).toThrowError(/嵌套/);
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it('refuses a table that spans make huge', () => {
    const row = `<tr>${'<td colspan="1000">1</td>'.repeat(500)}</tr>`;
    expect(() => decode(`<body><table>${row.repeat(50)}</table></body>`)).toThrowError(/表格过大/);
  });
});

/** Node writes no GB18030: the inverse of its decoder over the characters in use. */
async function encodeGb18030(text: string): Promise<Uint8Array> {
  const decoder = new TextDecoder('gb18030');
  const codes = new Map<string, number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const char = decoder.decode(Uint8Array.of(lead, trail));
      if (char.length === 1 && char !== '\ufffd' && !codes.has(char)) codes.set(char, [lead, trail]);
    }
  }
  return Uint8Array.from(
    [...text].flatMap((char) => (char < '\x80' ? [char.charCodeAt(0)] : (codes.get(char) ?? [0x3f]))),
  );
}
