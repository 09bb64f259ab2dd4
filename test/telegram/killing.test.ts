import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { staged } from './killable.ts';
import type { Stage } from './stage.ts';

const answersIn = (stage: Stage) =>
  [...stage.lin.room.messages.values()].filter(({ from }) => from?.id === stage.server.world.bot.id);

describe('a bot that is killed', () => {
  it('does not answer again what it has answered, and knows what the talk is about', async () => {
    const { stage, bot, start } = await staged();
    const { lin } = stage;
    await stage.ask(lin, lin.room, '青禾县教育局2024年收到多少件申请');
    // The answer is seen here before the bot knows that it has arrived.
    await expect.poll(() => readFileSync(join(stage.data, 'bot', 'updates.log'), 'utf8')).toContain('\nh');
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
