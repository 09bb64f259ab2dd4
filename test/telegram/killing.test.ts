import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { BotProcess } from './bot-process.ts';
import { Stage, type StageOptions } from './stage.ts';

/** The real program as a process of its own over the stage's data. */
async function staged(options: StageOptions = {}) {
  const stage = await Stage.open(options);
  await stage.stop();
  const { server } = stage;
  const env = {
    BOT_TOKEN: server.token,
    TELEGRAM_API_ROOT: server.url,
    NIANBAO_DATA: stage.data,
    NIANBAO_ADMINS: '1',
  };
  const log = join(stage.data, 'bot.log');
  const bot = new BotProcess(env, log);
  onTestFinished(() => bot.kill());
  const polling = () => {
    const from = server.calls.length;
    return expect
      .poll(() => server.calls.slice(from).some(({ method }) => method === 'getUpdates'), { timeout: 20_000 })
      .toBe(true);
  };
  const start = async () => {
    const ready = polling();
    bot.start();
    await ready;
  };
  await start();
  return { stage, bot, start, log: () => readFileSync(log, 'utf8') };
}

const answersIn = (stage: Stage) =>
  [...stage.lin.room.messages.values()].filter(({ from }) => from?.id === stage.server.world.bot.id);

describe('a bot that is killed', () => {
  it('does not answer again what it has answered, and knows what the talk is about', async () => {
    const { stage, bot, start } = await staged();
    const { lin } = stage;
    await stage.ask(lin, lin.room, '青禾县教育局2024年收到多少件申请');
    // What is written after the answer takes microseconds; the answer itself is seen at the moment it is sent.
    await new Promise((resolve) => setTimeout(resolve, 20));
    await bot.kill();
    await start();
    const followed = await stage.ask(lin, lin.room, '那2023年呢');
    expect(followed.text).toContain('12 件');
    expect(answersIn(stage).map(({ text }) => text?.split('\n')[0])).toEqual(['17 件', '12 件']);
  }, 60_000);

  it('marks an answer that may have arrived already, and goes on from the same talk', async () => {
    const { stage, bot, start } = await staged();
    const { lin, server } = stage;
    await stage.ask(lin, lin.room, '青禾县教育局2024年收到多少件申请');
    server.faults.add({ kind: 'stalled', methods: ['sendMessage'] });
    await stage.ask(lin, lin.room, '那2023年呢');
    await bot.kill();
    const again = stage.saying('可能重复', lin.room);
    await start();
    expect((await again).text).toContain('12 件');
    expect(answersIn(stage)).toHaveLength(3);
    const once = await stage.ask(lin, lin.room, '青禾县教育局2025年收到多少件申请');
    expect(once.text).not.toContain('可能重复');
  }, 60_000);

  it('answers what it had taken in and not begun to answer, once and unmarked', async () => {
    const { stage, bot, start } = await staged();
    const { lin, server } = stage;
    await bot.kill();
    lin.says(lin.room, '青禾县教育局2024年收到多少件申请');
    const answered = stage.saying('17 件', lin.room);
    await start();
    expect((await answered).text).not.toContain('可能重复');
    await expect.poll(() => server.updates.pending).toBe(0);
    expect(answersIn(stage)).toHaveLength(1);
  }, 60_000);
});
