import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readFile } from '../../src/ingest/reader.ts';
import { distinctNumbers, type Item, markupReport, tableHtml, toHtml } from '../support/markup-report.ts';

const title = '青禾县水务局2023年政府信息公开工作年度报告';
const { print, printed } = distinctNumbers();
const items = markupReport({ agency: '青禾县水务局', year: 2023, print });
const [, ...untitled] = items;
const isHeading = (item: Item | undefined) =>
  item?.kind === 'paragraph' && /^[一二三四五六]、/.test(item.text);

const menu =
  '<table width="1000"><tr><td><a href="/">首页</a></td><td><a href="/zw">政务公开</a></td></tr></table>';
const footer =
  '<table width="1000"><tr><td align="center">主办：青禾县人民政府&nbsp;&nbsp;承办：青禾县数据局<br>联系电话：0100-6000000</td></tr></table>';
const fontSoup = (html: string) =>
  html
    .replace(
      /<p>/g,
      '<p class="MsoNormal" style="text-indent:32pt">&nbsp;&nbsp;<span style="font-family:仿宋"><font face="仿宋">',
    )
    .replace(/<\/p>/g, '</font></span></p>');

/** Ways in which pages of government sites are built. */
const layouts: Record<string, () => string> = {
  'tables around everything, an index table above the title': () => `${menu}<table><tr><td width="200">
    <table><tr><td>政府信息公开指南</td></tr><tr><td>政府信息公开年报</td></tr></table></td><td>
    <table><tr><td>您现在的位置：<a href="/">首页</a> &gt; <a href="/nb">年报</a></td></tr></table>
    <table border="1"><tr><td>索 引 号：</td><td>0000/2024-00001</td><td>发布机构：</td><td>青禾县水务局</td></tr></table>
    <table><tr><td align="center"><font size="5">${title}</font></td></tr>
    <tr><td>发布时间：2024-01-18 【字体：<a>大</a> <a>中</a> <a>小</a>】</td></tr>
    <tr><td><div class="TRS_Editor">${fontSoup(toHtml(untitled))}</div></td></tr>
    <tr><td>【<a href="#">打印</a>】【<a href="#">关闭</a>】</td></tr></table></td></tr></table>${footer}`,
  'lines that only line breaks end, neighbours linked below': () =>
    `<div><a>首页</a>|<a>机构</a></div><h2>${title}</h2>${items
      .slice(1)
      .map((item) =>
        item.kind === 'table' ? tableHtml(item.rows) : `&nbsp;&nbsp;&nbsp;${item.text}<br><br>\n`,
      )
      .join(
        '',
      )}<a href="x">上一篇：青禾县教育局2023年政府信息公开工作年度报告</a><br>下一篇：没有了<div>版权所有</div>`,
  'headings in bold in the paragraph that they head': () =>
    `${menu}<div>${items
      .map((item, i) => {
        const next = items[i + 1];
        if (isHeading(items[i - 1]) && item.kind === 'paragraph') return '';
        if (item.kind === 'table' || !isHeading(item) || next?.kind !== 'paragraph') return toHtml([item]);
        return `<p><strong>${item.text}</strong><br/>${next.text}</p>`;
      })
      .join('')}</div>${footer}`,
  'headings in pieces': () =>
    items
      .map((item) =>
        item.kind === 'paragraph' && isHeading(item)
          ? `<h2><span>${item.text.slice(0, 2)}</span><span>${item.text.slice(2)}</span></h2>`
          : toHtml([item]),
      )
      .join(''),
  'cells, rows and paragraphs never closed': () =>
    `<div>${toHtml(items).replace(/<\/t[dr]>|<\/p>/g, '')}</div>`,
  'end tags of other elements inside cells': () =>
    `<div class="c">${toHtml(items).replace(/<td>/g, '<td></div></span>')}</div>`,
  'a list of its parts in front, other years beside it': () =>
    `<div><h1>${title}</h1><div><a href="#1">一、总体情况</a><a href="#2">二、主动公开政府信息情况</a></div>${toHtml(untitled)}</div>
     <div><ul><li>· <a>青禾县水务局2022年政府信息公开工作年度报告</a> 2023-01-12</li></ul></div>`,
  'each part in a box of its own': () =>
    `<div>${menu}<div>${items.map((item) => (isHeading(item) ? `</div><div class="part">` : '') + toHtml([item])).join('')}</div></div><div>相关链接 <a>水利厅</a></div>`,
  'the whole report in one table': () =>
    `<table>${items
      .map((item) =>
        item.kind === 'paragraph'
          ? `<tr><td colspan="15">${item.text}</td></tr>`
          : tableHtml(item.rows).replace(/<\/?table>/g, ''),
      )
      .join('')}</table>`,
  'every number in a table of its own': () =>
    toHtml(items).replace(/<td>(\d+)<\/td>/g, '<td><table><tr><td>$1</td></tr></table></td>'),
  'text as it was typed': () =>
    `<pre>${items
      .map((item) =>
        item.kind === 'paragraph'
          ? item.text
          : item.rows.map((row) => row.map(({ text }) => text).join('\t')).join('\n'),
      )
      .join('\n')}</pre>`,
  'an article that a script would show': () =>
    `<div style="display:none">${toHtml(items)}</div><div>请启用脚本</div>`,
  'attachments and codes below': () =>
    `<h1>${title}</h1>${toHtml(untitled)}<p>附件：<a href="a.doc">${title}.doc</a></p><p>扫一扫在手机打开当前页</p>`,
};

describe('a page of a government site', () => {
  it.each(Object.entries(layouts))(
    'with %s is read cell by cell, and ends where the report ends',
    async (_, make) => {
      const [read] = await readFile(strToU8(`<html><body>${make()}</body></html>`), 'page.html');
      if (!read || !('report' in read)) throw new Error(JSON.stringify(read));
      const { report } = read;
      const raw = Object.entries(report.readings).map(([id, reading]) => [id, reading.raw]);
      expect(Object.fromEntries(raw)).toEqual(Object.fromEntries(printed));
      expect(report).toMatchObject({
        title,
        year: 2023,
        publishedAt: '2024-01-18',
        agency: { name: '青禾县水务局' },
      });
      expect(report.sections.map(({ number }) => number)).toEqual([0, 1, 2, 3, 4, 5, 6]);
      expect(report.sections.at(-1)?.paragraphs.map(({ text }) => text)).toEqual([
        '本年度没有收取信息处理费。',
      ]);
      expect([report.problems.length, report.improvements.length]).toEqual([2, 2]);
      expect(report.warnings).toEqual([]);
    },
  );
});
