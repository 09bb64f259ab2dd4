import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Events } from '../telegram-stand-in/events.ts';
import { staged } from './killable.ts';
import { reportText } from './report-text.ts';

const secretWords = ['青禾县教育局', '天机不可泄露', 'xyzzy'];

describe('logs at level info, and answers to whom nothing is confided', () => {
  it('hold nobody’s words, no token, no folder, no stack', async () => {
    const { stage, bot, log, start } = await staged({ NIANBAO_LOG: 'info' });
    const { lin, wang, group, server } = stage;
    const events = new Events(server);
    await stage.ask(wang, wang.room, '青禾县教育局2024年收到多少件申请 xyzzy');
    await stage.ask(wang, group, '/ask 天机不可泄露 xyzzy');
    await stage.ask(wang, wang.room, '/subscribe 关键词 天机不可泄露');
    await stage.ask(wang, wang.room, '/settings xyzzy 天机不可泄露');
    await stage.ask(lin, lin.room, '/claim xyzzy');
    await wang.asksInline('天机不可泄露');
    const read = stage.saying('未收录', lin.room);
    lin.sends(lin.room, 'xyzzy.txt', new TextEncoder().encode('天机不可泄露'), {});
    lin.sends(lin.room, 'report.txt', reportText());
    await read;
    // Trouble of every kind while people talk.
    for (const kind of ['forbidden', 'lost', 'server', 'topic-closed', 'markup', 'timeout'] as const) {
      server.faults.add({ kind, methods: ['sendMessage'], chat: wang.room.chat.id });
      wang.says(wang.room, `青禾县教育局2023年 ${kind} xyzzy`);
    }
    server.faults.add({ kind: 'gateway', methods: ['answerCallbackQuery', 'answerInlineQuery'] });
    events.botBecomes(group, 'kicked', wang.user);
    await expect.poll(() => server.faults.struck.get('timeout'), { timeout: 20_000 }).toBe(1);
    for (const kind of ['conflict', 'lost', 'server'] as const)
      server.faults.add({ kind, methods: ['getUpdates'] });
    wang.says(wang.room, '天机不可泄露');
    await expect.poll(() => server.faults.struck.get('conflict'), { timeout: 20_000 }).toBe(1);
    await bot.kill();
    await start();
    await server.close();
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await bot.stop();
    const written = log();
    expect(written.split('\n').length).toBeGreaterThan(8);
    for (const words of secretWords) expect(written).not.toContain(words);
    expect(written).not.toContain(server.token);
    expect(written).not.toContain(server.token.split(':')[1]);
    for (const room of [wang.room, group])
      for (const { text = '', caption = '' } of room.messages.values()) {
        const said = text + caption;
        expect(said).not.toContain(stage.data);
        expect(said).not.toContain(server.token);
        expect(said).not.toMatch(/\.(?:ts|js):\d+|\bat \S+ \(|node_modules/);
      }
  }, 120_000);

  it('hold no cause of trouble for those who do not look after the bot', async () => {
    const { stage, bot, start, log } = await staged({ NIANBAO_LOG: 'info' });
    const { lin, wang } = stage;
    await bot.kill();
    const { readdirSync, writeFileSync } = await import('node:fs');
    const reports = join(stage.data, 'reports');
    const files = readdirSync(reports, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    for (const file of files) writeFileSync(join(file.parentPath, file.name), 'damaged');
    await start();
    const refused = await stage.ask(wang, wang.room, '/summary 青禾县教育局 2024');
    expect(refused.text).not.toContain(stage.data);
    expect(refused.text).not.toContain('reports/');
    const told = await stage.ask(lin, lin.room, '/summary 青禾县教育局 2024');
    expect(told.text).toContain('出错了');
    expect(log()).not.toContain('概括');
  }, 120_000);
});
