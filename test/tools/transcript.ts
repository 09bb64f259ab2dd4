import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Conversation } from '../../bot/conversation.ts';
import { renderTerminal } from '../../bot/render/terminal.ts';
import { openApp } from '../../src/app.ts';
import { dataPath } from '../../src/package-root.ts';

/** The talk that the READMEs show: `npm start`, then these lines. */
export const readmeTalk = [
  '青禾县教育局2024年收到多少件申请',
  '那2025年呢',
  '和自然资源局比',
  '教育局2024年的数据对得上吗',
];

/** The talk of docs/conversation.md: twenty turns, most of which lean on the one before. */
export const longTalk = [
  '有哪些单位的年报',
  '2025年哪个单位收到的申请最多',
  '自然资源局呢',
  '近三年的变化',
  '2025年公开率是多少',
  '不予公开一共几件',
  '因为行政查询事项的呢',
  '它有什么问题',
  '怎么改',
  '复议纠错率',
  '2024年呢',
  '柳溪镇2023年自然人申请几件',
  '那2024年呢',
  '市场监管局罚款多少钱',
  '行政处罚呢',
  '2025年全部单位行政许可一共多少件',
  '谁用了微信公众号',
  '教育局2024年的数据对得上吗',
  '青禾县2021年收到多少申请',
  '教育局电话是多少',
];

/** Plays a talk over the sample reports in a fresh folder, as `npm start` does, and gives it as Markdown. */
export async function playTalk(lines: readonly string[]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-talk-'));
  const app = await openApp({ dataDir: folder, mode: 'write' });
  try {
    await app.ingest([dataPath('samples')]);
    const conversation = new Conversation(app);
    const turns: string[] = [];
    for (const text of lines) {
      const { answer } = await conversation.reply({ talk: 'console', text });
      turns.push(`问> ${text}\n${renderTerminal(answer, { colour: false })}`);
    }
    return `\`\`\`text\n${turns.join('\n\n')}\n\`\`\``;
  } finally {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const begin = '<!-- talk: written by `npm run docs` -->';
const end = '<!-- end of talk -->';

/** Puts a talk between the marks of a page. */
export function withTalk(page: string, talk: string): string {
  const from = page.indexOf(begin);
  const to = page.indexOf(end);
  if (from < 0 || to < from) throw new Error(`the page has no ${begin} … ${end}`);
  return `${page.slice(0, from + begin.length)}\n${talk}\n${page.slice(to)}`;
}
