import { describe, expect, it } from 'vitest';
import { Person } from '../telegram-stand-in/people.ts';
import { Stage } from './stage.ts';

describe('administrators', () => {
  it('claim the bot with the code printed at start, once', async () => {
    const stage = await Stage.open({ env: { NIANBAO_ADMINS: '' } });
    const { lin, wang } = stage;
    expect((await stage.ask(wang, wang.room, '/claim 0000000000')).text).toContain('认领码不对');
    const code = /\/claim (\S+)/.exec(stage.told)?.[1];
    expect((await stage.ask(lin, lin.room, `/claim ${code}`)).text).toContain('您现在是');
    expect((await stage.ask(wang, wang.room, `/claim ${code}`)).text).toContain('已有管理员');
    await stage.stop();
    await stage.start();
    expect((await stage.ask(lin, lin.room, '/upload')).text).toContain('请直接把年报文件发给我');
    expect((await stage.ask(wang, wang.room, '/upload')).text).toContain('由管理员负责');
  });

  it('cannot be guessed: tries are limited', async () => {
    const stage = await Stage.open({ env: { NIANBAO_ADMINS: '' } });
    const { wang } = stage;
    for (let i = 0; i < 5; i += 1) await stage.ask(wang, wang.room, `/claim ${i}`);
    expect((await stage.ask(wang, wang.room, '/claim 9')).text).toContain('试得太多');
  });
});

describe('asking', () => {
  it('is for listed people and chats where a setting lists them', async () => {
    const stage = await Stage.open({ env: { NIANBAO_ALLOWED: '-1' } });
    const { lin, wang, group } = stage;
    expect((await stage.ask(wang, wang.room, '申请多少')).text).toContain(String(wang.user.id));
    await stage.silence(group, () => void wang.says(group, '/ask 申请多少'));
    expect((await stage.ask(lin, lin.room, '青禾县教育局2024年收到多少件申请')).text).toContain('17 件');
    expect(await wang.asksInline('青禾县教育局 申请')).toEqual([]);
  });

  it('is limited for each person, who is told once', async () => {
    const stage = await Stage.open({ env: { NIANBAO_PERSON_PER_MINUTE: '2' } });
    const { lin, wang } = stage;
    await stage.ask(wang, wang.room, '/about');
    await stage.ask(wang, wang.room, '/about');
    expect((await stage.ask(wang, wang.room, '/about')).text).toContain('问得太快');
    await stage.silence(wang.room, () => void wang.says(wang.room, '/about'));
    expect((await stage.ask(lin, lin.room, '/about')).text).toContain('nianbao');
  });

  it('is limited for each group, which is told once', async () => {
    const stage = await Stage.open({ env: { NIANBAO_CHAT_PER_MINUTE: '2' } });
    const { server, group } = stage;
    const people = ['甲', '乙', '丙', '丁'].map((name) => Person.named(server, name));
    const [first, second, third, fourth] = people;
    if (!first || !second || !third || !fourth) return expect.fail('nobody there');
    await stage.ask(first, group, '/about');
    await stage.ask(second, group, '/about');
    expect((await stage.ask(third, group, '/about')).text).toContain('这个群问得太多');
    await stage.silence(group, () => void fourth.says(group, '/about'));
  });
});

describe('inline mode', () => {
  it('offers the answer with its citation and the agencies, quickly', async () => {
    const stage = await Stage.open();
    const { lin } = stage;
    await lin.asksInline('青禾县');
    // Processor time: other work on the machine does not count.
    const started = process.cpuUsage();
    const results = (await lin.asksInline('青禾县教育局2024年申请')) as {
      title: string;
      input_message_content: { message_text: string };
    }[];
    const { user, system } = process.cpuUsage(started);
    expect((user + system) / 1000).toBeLessThan(300);
    expect(results[0]?.title).toBe('17 件');
    expect(results[0]?.input_message_content.message_text).toContain('第35行');
    expect(results.map(({ title }) => title)).toContain('青禾县教育局 2025年');
    expect(await lin.asksInline('')).toEqual([]);
  });
});

describe('what people write', () => {
  it('never becomes markup or a log line at info level', async () => {
    const stage = await Stage.open();
    const { lin } = stage;
    const answer = await stage.ask(lin, lin.room, '/subscribe <b>胡言</b> & <script>');
    expect(answer.text).toContain('<b>胡言</b> & <script>');
    expect((await stage.ask(lin, lin.room, '<b>青禾县教育局</b>2024年 & 申请')).text).toBeTruthy();
  });
});
