import { Telegraf } from 'telegraf';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Events } from './events.ts';
import { Person } from './people.ts';
import { telegramPace } from './rate-limits.ts';
import { StandIn } from './stand-in.ts';
import type { Room } from './world.ts';

let server: StandIn;
let lin: Person;
let group: Room;

beforeEach(async () => {
  server = await StandIn.start();
  lin = Person.named(server, '林');
  group = server.world.room('supergroup', '交流群', { is_forum: true });
  server.world.join(group, lin.user, 'creator');
});
afterEach(() => server.close());

async function call(method: string, params: Record<string, unknown> = {}) {
  const response = await fetch(`${server.url}/bot${server.token}/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(params),
  });
  return (await response.json()) as {
    ok: boolean;
    result?: unknown;
    error_code?: number;
    description?: string;
    parameters?: object;
  };
}

describe('updates', () => {
  it('keeps an update until it is confirmed by a higher offset', async () => {
    lin.says(lin.room, '你好');
    const first = (await call('getUpdates')).result as { update_id: number }[];
    expect(first).toHaveLength(1);
    expect((await call('getUpdates')).result).toHaveLength(1);
    expect((await call('getUpdates', { offset: (first[0]?.update_id ?? 0) + 1 })).result).toHaveLength(0);
  });

  it('wakes a long poll when something happens, and ends the older of two', async () => {
    const older = call('getUpdates', { timeout: 20 });
    await new Promise((resolve) => setTimeout(resolve, 50));
    const newer = call('getUpdates', { timeout: 20 });
    expect(await older).toMatchObject({ ok: false, error_code: 409 });
    lin.says(lin.room, '在吗');
    expect((await newer).result).toHaveLength(1);
  });

  it('hides from a bot in privacy mode what is not meant for it', async () => {
    const bot = `@${server.world.bot.username}`;
    for (const text of ['大家好', `${bot} 申请多少`, '/ask 申请', '/ask@other_bot 申请'])
      lin.says(group, text);
    const seen = (await call('getUpdates')).result as { message: { text: string } }[];
    expect(seen.map((update) => update.message.text)).toEqual([`${bot} 申请多少`, '/ask 申请']);
  });
});

describe('strictness', () => {
  const refusal = async (method: string, params: Record<string, unknown>) =>
    (await call(method, { chat_id: group.chat.id, ...params })).description;

  it('refuses what Telegram refuses, in its words', async () => {
    expect(await refusal('sendMessage', { text: '  ' })).toBe('Bad Request: message text is empty');
    expect(await refusal('sendMessage', { text: '长'.repeat(4097) })).toBe(
      'Bad Request: message is too long',
    );
    expect(await refusal('sendMessage', { text: '<b>不闭合', parse_mode: 'HTML' })).toContain(
      "can't parse entities: Can't find end tag",
    );
    expect(await refusal('sendMessage', { text: 'a < b', parse_mode: 'HTML' })).toContain(
      "can't parse entities",
    );
    const markup = { inline_keyboard: [[{ text: '下一页', callback_data: '页'.repeat(22) }]] };
    expect(await refusal('sendMessage', { text: '好', reply_markup: markup })).toBe(
      'Bad Request: BUTTON_DATA_INVALID',
    );
    expect(await refusal('sendMessage', { text: '好', message_thread_id: 99 })).toBe(
      'Bad Request: message thread not found',
    );
    expect(await refusal('sendMessage', { chat_id: 42, text: '好' })).toBe('Bad Request: chat not found');
    expect((await call('noSuchMethod')).error_code).toBe(404);
  });

  it('measures texts after entities, and counts what it was sent', async () => {
    const sent = await call('sendMessage', {
      chat_id: group.chat.id,
      text: `<b>${'长'.repeat(4096)}</b>`,
      parse_mode: 'HTML',
    });
    expect(sent.ok).toBe(true);
  });

  it('refuses an edit that changes nothing', async () => {
    const { result } = await call('sendMessage', { chat_id: group.chat.id, text: '一' });
    const id = (result as { message_id: number }).message_id;
    expect(await refusal('editMessageText', { message_id: id, text: '一' })).toContain(
      'message is not modified',
    );
    expect(await refusal('editMessageText', { message_id: id, text: '二' })).toBeUndefined();
  });

  it('tells a migrated group’s new id, and a blocked bot that it is blocked', async () => {
    const old = server.world.room('group', '小群');
    const next = new Events(server).migrate(old);
    expect(await call('sendMessage', { chat_id: old.chat.id, text: '好' })).toMatchObject({
      parameters: { migrate_to_chat_id: next.chat.id },
    });
    new Events(server).botBecomes(lin.room, 'kicked', lin.user);
    expect(await call('sendMessage', { chat_id: lin.room.chat.id, text: '好' })).toMatchObject({
      error_code: 403,
      description: 'Forbidden: bot was blocked by the user',
    });
  });
});

describe('trouble', () => {
  it('strikes as scripted and then stops', async () => {
    server.faults.add({ kind: 'flood', methods: ['sendMessage'], retryAfter: 7 });
    const send = () => call('sendMessage', { chat_id: group.chat.id, text: '好' });
    expect(await send()).toMatchObject({ error_code: 429, parameters: { retry_after: 7 } });
    expect((await send()).ok).toBe(true);
  });

  it('loses an answer after doing what was asked', async () => {
    server.faults.add({ kind: 'lost' });
    await expect(call('sendMessage', { chat_id: group.chat.id, text: '好' })).rejects.toThrow();
    expect([...group.messages.values()].map((message) => message.text)).toEqual(['好']);
  });

  it('holds senders to the published pace when asked to', async () => {
    await server.close();
    server = await StandIn.start({ pace: telegramPace });
    const room = server.world.room('supergroup', '群');
    const results = await Promise.all(
      Array.from({ length: 6 }, () => call('sendMessage', { chat_id: room.chat.id, text: '好' })),
    );
    expect(results.filter((result) => result.ok)).toHaveLength(3);
    expect(results.at(-1)).toMatchObject({ error_code: 429, parameters: { retry_after: 1 } });
  });
});

describe('with a real client', () => {
  it('carries a conversation: command, answer, button, popup, file', async () => {
    const bot = new Telegraf(server.token, { telegram: { apiRoot: server.url } });
    bot.command('ask', (ctx) =>
      ctx.reply('<b>17</b> 件', {
        parse_mode: 'HTML',
        reply_markup: { inline_keyboard: [[{ text: '出处', callback_data: 's' }]] },
      }),
    );
    bot.action('s', (ctx) => ctx.answerCbQuery('第41行'));
    bot.on('document', async (ctx) => {
      const link = await ctx.telegram.getFileLink(ctx.message.document.file_id);
      await ctx.reply(await (await fetch(link)).text());
    });
    void bot.launch();
    try {
      const events = new Events(server);
      const answered = events.message((message) => message.text === '17 件');
      lin.says(group, '/ask 申请');
      const answer = await answered;
      expect(answer.entities).toEqual([{ type: 'bold', offset: 0, length: 2 }]);
      expect(await lin.presses(group, answer, '出处')).toEqual({ text: '第41行', alert: false });
      const echoed = events.message((message) => message.text === '文件内容');
      lin.sends(lin.room, 'a.txt', new TextEncoder().encode('文件内容'));
      await echoed;
    } finally {
      bot.stop();
    }
  });

  it('delivers to a webhook with its secret until acknowledged', async () => {
    const { createServer } = await import('node:http');
    const seen: (string | undefined)[] = [];
    const receiver = createServer((request, response) => {
      seen.push(request.headers['x-telegram-bot-api-secret-token']?.toString());
      response.writeHead(seen.length === 1 ? 500 : 200).end();
    });
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
    const { port } = receiver.address() as { port: number };
    await call('setWebhook', { url: `http://127.0.0.1:${port}/`, secret_token: 's3cret' });
    expect((await call('getUpdates')).error_code).toBe(409);
    lin.says(lin.room, '你好');
    await expect.poll(() => seen, { timeout: 5000 }).toEqual(['s3cret', 's3cret']);
    receiver.close();
  });
});
