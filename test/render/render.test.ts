import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { narrowTable, phoneWidth } from '../../bot/render/narrow-table.ts';
import { escapeHtml, renderTelegram } from '../../bot/render/telegram.ts';
import { renderTerminal, wantsColour } from '../../bot/render/terminal.ts';
import { plainText } from '../../src/answer/plain-text.ts';
import type { AnswerBlock } from '../../src/model/answer.ts';

const table: AnswerBlock = {
  kind: 'table',
  header: ['名次', '单位', '数值'],
  rows: [
    ['1', '青禾县水务局', '21 件'],
    ['2', '青禾县自然资源和规划管理服务中心', '3 件'],
  ],
  align: ['right', 'left', 'right'],
};

describe('plain text', () => {
  it('aligns columns although Han characters are two wide', () => {
    const lines = plainText([table]).split('\n');
    expect(lines[1]).toBe('   1  青禾县水务局                      21 件');
    const ends = lines.map((line) => stringWidth(line));
    expect(new Set(ends).size).toBe(1);
  });

  it('puts the source before the quotation, and leaves out an empty one', () => {
    expect(plainText([{ kind: 'quote', text: '甲 1', source: '出处：某处' }])).toBe('出处：某处\n「甲 1」');
    expect(plainText([{ kind: 'quote', text: '', source: '出处：某处' }])).toBe('出处：某处');
  });

  it('colours for a terminal only, and only when asked', () => {
    const blocks: AnswerBlock[] = [{ kind: 'headline', text: '21 件' }];
    expect(renderTerminal({ blocks }, { colour: false })).toBe('21 件');
    expect(renderTerminal({ blocks }, { colour: true })).toBe('\u001b[1m21 件\u001b[22m');
    expect(wantsColour({})).toBe(false);
  });
});

describe('tables on a phone', () => {
  it('breaks long names inside their column and cuts nothing off', () => {
    const rows = narrowTable(table);
    const lines = rows?.flat() ?? [];
    expect(Math.max(...lines.map((line) => stringWidth(line)))).toBeLessThanOrEqual(phoneWidth);
    expect(lines.join('').replace(/\s/g, '')).toContain('21件');
    const words = [...(rows?.[2]?.join('') ?? '')].filter((char) => char !== ' ').join('');
    expect(words.replace('3件', '')).toBe('2青禾县自然资源和规划管理服务中心');
  });

  it('breaks between Latin words, not inside them', () => {
    const rows = narrowTable({
      header: ['figure', 'this year'],
      rows: [['administrative reconsideration: total 复议总计', '7']],
      align: ['left', 'right'],
    });
    const lines = (rows ?? []).flat();
    expect(lines.join('\n')).toContain('administrative');
    expect(lines.join('\n')).toContain('reconsideration');
    expect(lines.every((line) => line.length <= phoneWidth)).toBe(true);
  });

  it('gives up when the numbers alone are too wide, and the message lists them under each other', () => {
    const wide: AnswerBlock = {
      kind: 'table',
      header: ['项目', '2021年', '2022年', '2023年'],
      rows: [['收费', '1234567.89 万元', '1234567.89 万元', '1234567.89 万元']],
      align: ['left', 'right', 'right', 'right'],
    };
    expect(narrowTable(wide)).toBeUndefined();
    expect(renderTelegram({ blocks: [wide] })[0]?.html).toBe(
      '收费\n  2021年：1234567.89 万元\n  2022年：1234567.89 万元\n  2023年：1234567.89 万元',
    );
  });
});

describe('Telegram messages', () => {
  it('escapes what stands in reports, so that no text becomes markup', () => {
    expect(escapeHtml('<b>&"x"')).toBe('&lt;b&gt;&amp;"x"');
    const [message] = renderTelegram({
      blocks: [{ kind: 'quote', text: '</blockquote><a href="x">', source: '<出处>' }],
    });
    expect(message?.html).toBe(
      '&lt;出处&gt;\n<blockquote expandable>&lt;/blockquote&gt;&lt;a href="x"&gt;</blockquote>',
    );
    expect(message?.plain).toBe('<出处>\n</blockquote><a href="x">');
  });

  it('dresses headline, table and note', () => {
    const [message] = renderTelegram({
      blocks: [{ kind: 'headline', text: '21 件' }, table, { kind: 'note', text: '（按最近一年2023年）' }],
    });
    expect(message?.html).toMatch(/^<b>21 件<\/b>\n<pre>名次 [\s\S]*<\/pre>\n<i>（按最近一年2023年）<\/i>$/);
  });

  it('splits between rows within 4096 units, repeats the header and closes every tag', () => {
    const rows = Array.from({ length: 600 }, (_, i) => [String(i + 1), `第${i + 1}镇<人民>政府`, `${i} 件`]);
    const messages = renderTelegram({
      blocks: [
        { kind: 'headline', text: '排名' },
        { ...table, rows },
      ],
    });
    expect(messages.length).toBeGreaterThan(2);
    for (const { html, plain } of messages) {
      expect(plain.length).toBeLessThanOrEqual(4096);
      expect(plain).toContain('名次');
      expect(html.match(/<pre>/g)?.length).toBe(html.match(/<\/pre>/g)?.length);
      expect(
        html
          .replace(/<[^>]+>/g, '')
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>'),
      ).toBe(plain);
    }
    const all = messages.map((message) => message.plain).join('\n');
    for (const i of [1, 300, 600]) expect(all).toContain(`第${i}镇<人民>政府`);
  });

  it('cuts a quotation that is longer than a message behind a sentence and never inside a character', () => {
    const text = `${'这一句说的是𬭚县的事情。'.repeat(500)}${'𬭚'.repeat(5000)}`;
    const messages = renderTelegram({ blocks: [{ kind: 'quote', text, source: '出处' }] });
    for (const { plain } of messages) {
      expect(plain.length).toBeLessThanOrEqual(4096);
      expect(Buffer.from(plain, 'utf8').toString('utf8')).toBe(plain);
    }
    expect(
      messages
        .map((message) => message.plain)
        .join('')
        .replaceAll('\n', ''),
    ).toBe(`出处${text}`);
  });
});
