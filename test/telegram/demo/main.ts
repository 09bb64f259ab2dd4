import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openApp } from '../../../src/app.ts';
import { dataPath, packageRoot } from '../../../src/package-root.ts';
import { Events } from '../../telegram-stand-in/events.ts';
import { Person } from '../../telegram-stand-in/people.ts';
import { StandIn } from '../../telegram-stand-in/stand-in.ts';
import type { Message } from '../../telegram-stand-in/types.ts';
import type { Room } from '../../telegram-stand-in/world.ts';
import { BotProcess } from '../bot-process.ts';
import { reportText } from '../report-text.ts';
import { Transcript } from './transcript.ts';

const head = `# A day in a group

Played by \`npm run demo:telegram\`: the real program as a process of its own, against the stand-in for Telegram in
\`test/telegram-stand-in\`. The reports are the samples; their agencies do not exist.`;

// npm run demo:telegram: a day in a group, played by the real program against the stand-in → docs/telegram-day.md
const folder = mkdtempSync(join(tmpdir(), 'nianbao-telegram-demo-'));
const data = join(folder, 'data');
mkdirSync(join(data, 'inbox'), { recursive: true });
const app = await openApp({ dataDir: data, mode: 'write' });
await app.ingest([dataPath('samples')]);
await app.close();

const server = await StandIn.start({ username: 'nianbao_bot' });
const events = new Events(server, 60_000);
const transcript = new Transcript(server);
const [lin, wang, zhao] = [
  Person.named(server, '林'),
  Person.named(server, '王'),
  Person.named(server, '赵'),
];
const group = server.world.room('supergroup', '政府信息公开交流群', { is_forum: true });
server.world.join(group, server.world.bot, 'left');
server.world.join(group, lin.user, 'creator');
for (const person of [wang, zhao]) server.world.join(group, person.user, 'member');
const questions = events.openTopic(group, '问答');
const news = events.openTopic(group, '新年报');
transcript.nameTopic(questions, '问答');
transcript.nameTopic(news, '新年报');
const bot = new BotProcess(
  {
    BOT_TOKEN: server.token,
    TELEGRAM_API_ROOT: server.url,
    NIANBAO_DATA: data,
    NIANBAO_ADMINS: String(lin.user.id),
    NIANBAO_PERSON_PER_MINUTE: '12',
    NIANBAO_LOG: 'warn',
  },
  join(folder, 'bot.log'),
);

try {
  bot.start();
  await until(() => server.calls.some(({ method }) => method === 'getUpdates'));
  await morning();
  await noon();
  await restart();
  await evening();
  const file = join(packageRoot, 'docs', 'telegram-day.md');
  writeFileSync(file, `${head}\n${transcript}\n`);
  process.stdout.write(`written: ${file}\n`);
} finally {
  await bot.stop();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
}

async function morning(): Promise<void> {
  transcript.scene('早上：机器人进群', '管理员林把机器人拉进群，群里有两个话题。');
  const greeted = events.message((_, room) => room === group);
  events.botBecomes(group, 'member', lin.user);
  await greeted;
  const first = await ask(wang, group, '/ask 青禾县教育局2024年收到多少件申请', questions);
  await ask(zhao, group, '那2023年呢', questions, first);
  await ask(wang, group, '@nianbao_bot 去年哪个单位收到的申请最多', questions);
  transcript.said(zhao, group, '中午吃什么？', questions);
  zhao.says(group, '中午吃什么？', { topic: questions });
  transcript.note('机器人不理会与它无关的话。');
  await edited(zhao, '/ask 青禾县教育局2032年收到多少件申请', '/ask 青禾县教育局2025年收到多少件申请');
  await ask(wang, group, '/ask Which agency received most applications in 2024?', questions);
  const card = await ask(wang, group, '/summary 青禾县自然资源局 2024', questions);
  await press(zhao, group, card, '全部数据');
  await press(wang, group, card, '与上年对比');
  const photo = events.message((message) => message.photo !== undefined);
  await press(wang, group, card, '年报概况');
  await press(wang, group, card, '历年图');
  await photo;
}

async function noon(): Promise<void> {
  transcript.scene('中午：订阅，收录新年报');
  await ask(wang, group, '/subscribe 青禾县', news);
  const choice = await ask(lin, group, '/subscribe 青禾县', news);
  await press(lin, group, choice, '青禾县各单位');
  const alert = events.message(
    (message, room) => room === group && (message.text ?? '').startsWith('🔔 新年报'),
  );
  const outcome = events.message(
    (message, room) => room === lin.room && (message.text ?? '').includes('已收录'),
  );
  transcript.said(lin, lin.room, '📎 水利局2024.txt');
  lin.sends(lin.room, '水利局2024.txt', reportText());
  await outcome;
  const told = await alert;
  await ask(zhao, group, '他们收到多少件申请', news, await pressTalk(zhao, told));
}

async function restart(): Promise<void> {
  transcript.scene('下午：程序被杀掉，又重新启动', '停机期间有一份更正过的年报放进了收件目录，也有人提问。');
  const choice = await ask(wang, group, '/ask 教育局和自然资源局2024年申请对比', questions);
  await sleep(500);
  await bot.kill();
  transcript.note('程序被强行结束（SIGKILL）。');
  writeFileSync(join(data, 'inbox', '水利局2024更正.txt'), reportText({ naturalPersons: 20 }));
  transcript.said(zhao, group, '/ask 青禾县柳溪镇存在哪些问题', questions);
  const answered = events.message((message, room) => room === group && (message.text ?? '').includes('柳溪'));
  zhao.says(group, '/ask 青禾县柳溪镇存在哪些问题', { topic: questions });
  const changed = events.message((message) => (message.text ?? '').startsWith('🔄 年报有改动'));
  bot.start();
  transcript.note('程序重新启动。');
  await answered;
  await changed;
  await ask(zhao, group, '@nianbao_bot 那2024年呢', questions);
  const sheet = events.message((message) => message.document !== undefined);
  await press(wang, group, choice, '导出 Excel');
  await sheet;
  transcript.note('重启之前的按钮照样能用。');
}

async function evening(): Promise<void> {
  transcript.scene('晚上：有人刷屏');
  const notice = events.message((message) => (message.text ?? '').includes('问得太快'));
  transcript.said(zhao, zhao.room, '（一口气发了 30 条）有哪些单位的报告');
  server.faults.add({ kind: 'flood', methods: ['sendMessage'], chat: zhao.room.chat.id, retryAfter: 1 });
  for (let i = 0; i < 30; i += 1) zhao.says(zhao.room, '有哪些单位的报告');
  await notice;
  await sleep(1500);
  transcript.note('超过限度只提示一次，其余不答；Telegram 中途回了 429，等过之后照发。');
  await ask(wang, group, '/ask 有哪些数字对不上', questions);
  await ask(lin, group, '/subscriptions', news);
  const results = (await wang.asksInline('柳溪镇 申请')) as { title: string; description: string }[];
  transcript.note('王在别的聊天里输入 @nianbao_bot 柳溪镇 申请，可选：');
  for (const { title, description } of results) transcript.note(`　${title} —— ${description.slice(0, 60)}`);
}

async function ask(
  person: Person,
  room: Room,
  text: string,
  topic?: number,
  replyTo?: Message,
): Promise<Message> {
  transcript.said(person, room, text, topic);
  const before = new Set(room.messages.keys());
  const answered = events.message((message, where) => where === room && !before.has(message.message_id));
  person.says(room, text, { ...(topic === undefined ? {} : { topic }), ...(replyTo ? { replyTo } : {}) });
  return answered;
}

/** Mistyped, and put right in the message itself. */
async function edited(person: Person, wrong: string, right: string): Promise<void> {
  transcript.said(person, group, wrong, questions);
  const answered = events.message((_, room) => room === group);
  const message = person.says(group, wrong, { topic: questions });
  const answer = await answered;
  const before = answer.text;
  transcript.note(`${person.user.first_name}把消息改成：${right}`);
  person.edits(group, message, right);
  await until(() => answer.text !== before);
}

async function press(person: Person, room: Room, message: Message, button: string): Promise<void> {
  // What changes by pressing is written down behind the pressing.
  transcript.pressed(person, button, '');
  const { text } = await person.presses(room, message, button);
  if (text) transcript.note(`弹出：${text}`);
}

async function pressTalk(person: Person, alert: Message): Promise<Message> {
  await press(person, group, alert, '问这份年报');
  return alert;
}

async function until(is: () => boolean): Promise<void> {
  const limit = Date.now() + 60_000;
  while (!is()) {
    if (Date.now() > limit) throw new Error('the bot did not start');
    await sleep(50);
  }
}
