import { describe, expect, it } from 'vitest';
import { telegrafPort } from '../../bot/telegram/port/telegraf-port.ts';
import type { StandIn } from '../telegram-stand-in/stand-in.ts';
import { expectDocumented } from './documented-calls.ts';
import { reportText } from './report-text.ts';
import { Stage } from './stage.ts';

const callsTo = (server: StandIn, method: string) => server.calls.filter((call) => call.method === method);

describe('what the bot asks of Telegram', () => {
  it('is documented, call by call, over a whole conversation', async () => {
    const stage = await Stage.open();
    const { lin, wang, group, server } = stage;
    const topic = stage.events.openTopic(group, '年报');
    await stage.ask(lin, group, '/subscribe 青禾县', { topic });
    await stage.ask(lin, group, '/subscribe 全部', { topic });
    const card = await stage.ask(wang, group, '/summary 青禾县自然资源局 2024', { topic });
    for (const button of ['全部数据', '年报概况', '与上年对比', '年报概况', '其他年份', '2023年'])
      await wang.presses(group, card, button);
    const photo = stage.events.message((message) => message.photo !== undefined);
    await wang.presses(group, card, '历年图');
    expect(await photo).toMatchObject({ message_thread_id: topic });
    const file = stage.events.message((message) => message.document !== undefined);
    await wang.presses(group, card, '原文件');
    expect((await file).reply_to_message?.message_id).toBe(card.message_id);
    await stage.ask(wang, group, '@nianbao_test_bot 各单位2024年申请排名', { topic });
    const question = wang.says(group, '/ask 教育局2024年申请', { topic });
    await stage.saying('17 件', group);
    wang.edits(group, question, '/ask 教育局2023年申请');
    const alert = stage.saying('🔔 新年报', group);
    await stage.app.ingestUpload({ name: 'a.txt', bytes: reportText() });
    await alert;
    for (const text of ['/help', '/settings', '/subscriptions', '/export', '/reports', '/problems', '/audit'])
      await stage.ask(lin, lin.room, text);
    await lin.asksInline('青禾县教育局 申请');
    expect(server.calls.length).toBeGreaterThan(40);
    expectDocumented(server.calls);
    expect(server.calls.filter(({ outcome }) => outcome === 'error')).toEqual([]);
  });

  it('answers every button, also one nobody knows any more, and an old one without an end', async () => {
    const stage = await Stage.open();
    const { lin, server } = stage;
    const answer = await stage.ask(lin, lin.room, '青禾县教育局2024年收到多少件申请');
    for (const data of [
      'p:AAAAAAAAAAAA:1',
      'r:2019-0000000000:s:0:0',
      'zzz',
      's:000000:drop',
      'w:kind:nothing',
      'f:x',
    ]) {
      answer.reply_markup = { inline_keyboard: [[{ text: '旧', callback_data: data }]] };
      await lin.presses(lin.room, answer, '旧');
    }
    const failures = () =>
      callsTo(server, 'answerCallbackQuery').filter(({ outcome }) => outcome === 'error');
    server.updates.push('callback_query', { id: 'long-ago', from: lin.user, message: answer, data: 'zzz' });
    await expect.poll(() => failures().length).toBe(1);
    expect(callsTo(server, 'answerCallbackQuery').at(-1)?.params.callback_query_id).toBe('long-ago');
  });

  it('is what a person alone is offered inline, and nothing is remembered where it was refused', async () => {
    const stage = await Stage.open({ env: { NIANBAO_PRESSES_PER_MINUTE: '1' } });
    const { lin, server } = stage;
    await lin.asksInline('青禾县教育局 申请');
    await lin.asksInline('青禾县教育局 申请');
    const [first, second] = callsTo(server, 'answerInlineQuery').map(({ params }) => params);
    expect(first).toMatchObject({ is_personal: true, cache_time: 60 });
    expect(second).toMatchObject({ is_personal: true, cache_time: 0, results: [] });
  });

  it('asks for the updates it handles, and takes away a webhook that somebody set', async () => {
    const stage = await Stage.open();
    const { lin, server } = stage;
    await expect
      .poll(() => callsTo(server, 'getUpdates')[0]?.params.allowed_updates)
      .toEqual(expect.arrayContaining(['edited_message', 'my_chat_member']));
    server.webhook.set('http://127.0.0.1:9/', undefined);
    await stage.stop();
    server.faults.add({ kind: 'server', methods: ['deleteWebhook'] });
    await stage.start();
    await expect.poll(() => server.webhook.url, { timeout: 10_000 }).toBe('');
    expect((await stage.ask(lin, lin.room, '/about')).text).toContain('nianbao');
  }, 30_000);

  it('goes to a root that has a path of its own', async () => {
    const stage = await Stage.open();
    const asked: string[] = [];
    const { createServer } = await import('node:http');
    const proxy = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end('{"ok":true,"result":{"id":1,"is_bot":true,"first_name":"x","file_path":"a"}}');
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    const { port } = proxy.address() as import('node:net').AddressInfo;
    for (const end of ['', '/']) {
      const api = telegrafPort({
        token: '1:x',
        apiRoot: `http://127.0.0.1:${port}/telegram${end}`,
        patience: 2000,
      });
      await api.me();
      await api.download('f', 1000);
    }
    await new Promise((resolve) => proxy.close(resolve));
    expect(new Set(asked)).toEqual(
      new Set(['/telegram/bot1:x/getMe', '/telegram/bot1:x/getFile', '/telegram/file/bot1:x/a']),
    );
    expect(stage.told).toContain('已启动');
  });
});
