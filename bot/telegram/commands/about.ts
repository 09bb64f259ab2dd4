import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../../src/package-root.ts';
import { examples } from '../../console/greeting.ts';
import { replying } from '../answers/answering.ts';
import type { Desk } from '../desk.ts';
import { plainWords } from '../port/port.ts';
import type { Speaker } from '../speaker.ts';
import { commands } from './table.ts';

type Run = (desk: Desk, speaker: Speaker, words: string) => Promise<void>;

export const start: Run = async (desk, speaker) => {
  await desk.port.send(speaker.place, plainWords(greeting(desk, speaker)), replying(speaker));
};

export const help: Run = async (desk, speaker) => {
  const lines = commands
    .filter((command) => command.menus.length > 0)
    .map(({ name, zh }) => `/${name} ${zh}`);
  const text = [...howToAsk(desk, speaker), '', '命令：', ...lines, '', ...privacy(desk)].join('\n');
  await desk.port.send(speaker.place, plainWords(text), replying(speaker));
};

export const about: Run = async (desk, speaker) => {
  const { version } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as {
    version: string;
  };
  const text = [
    `年报问答机器人 nianbao ${version}`,
    held(desk),
    '回答全部出自收录的政府信息公开工作年度报告，并注明出处；没有收录的就说没有，从不编造。数字照年报印的原样，不作更正，对不上的地方会提示。',
  ].join('\n');
  await desk.port.send(speaker.place, plainWords(text), replying(speaker));
};

export const upload: Run = async (desk, speaker) => {
  const text = desk.access.isAdmin(speaker.user)
    ? '请直接把年报文件发给我（可以一次发多个，也可以发 ZIP）：PDF、Word、网页、Markdown、文本。每个文件不超过 20 MB；更大的请放进收件目录，或在服务器上运行 nianbao ingest。在群里请在文件说明中写 /upload。'
    : '收录年报由管理员负责。如果您有年报文件，请交给管理员。';
  await desk.port.send(speaker.place, plainWords(text), replying(speaker));
};

/** What a group is told when the bot comes, and a person who starts it. */
export function greeting(desk: Desk, speaker: Pick<Speaker, 'chat'>): string {
  return [
    '您好，我回答有关政府信息公开工作年度报告的问题，每个数字都注明出处。',
    held(desk),
    '',
    ...howToAsk(desk, speaker),
    ...(speaker.chat.type === 'private' ? [] : ['', ...privacy(desk)]),
    '',
    '订阅新年报：/subscribe　全部命令：/help',
  ].join('\n');
}

function held({ app }: Desk): string {
  const { holdings, agencies } = app.library;
  if (holdings.length === 0) return '目前还没有收录年报。';
  const years = holdings.map((holding) => holding.year);
  return `现收录 ${agencies.length} 个单位的 ${holdings.length} 份年报（${Math.min(...years)}–${Math.max(...years)}年）。`;
}

function howToAsk({ app, me }: Desk, { chat }: Pick<Speaker, 'chat'>): string[] {
  const some = examples(app.library);
  const lead =
    chat.type === 'private'
      ? '直接打字提问就行，例如：'
      : `在群里请用 /ask、@${me.username} 或回复我的消息来提问，例如：`;
  const how = chat.type === 'private' ? '' : '/ask ';
  return [lead, ...some.map((question) => `· ${how}${question}`), '可以接着追问，例如“那前一年呢”。'];
}

/** In privacy mode Telegram shows a bot only what is meant for it; people should know either way. */
function privacy({ me }: Desk): string[] {
  if (me.can_read_all_group_messages)
    return ['隐私模式已关闭：我能看到群里的所有消息，但只处理命令、@我 和对我的回复，其余一概不看不存。'];
  return [
    '隐私模式已开启：我只看得到命令、@我 和对我的回复，看不到群里的其他聊天。所以接着追问时，请回复我的消息或再 @我。',
  ];
}
