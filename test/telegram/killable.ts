import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { BotProcess } from './bot-process.ts';
import { Stage } from './stage.ts';

/** The real program as a process of its own over the stage's data. */
export async function staged(more: Record<string, string> = {}) {
  const stage = await Stage.open();
  await stage.stop();
  const { server } = stage;
  const env = {
    BOT_TOKEN: server.token,
    TELEGRAM_API_ROOT: server.url,
    NIANBAO_DATA: stage.data,
    NIANBAO_ADMINS: String(stage.lin.user.id),
    ...more,
  };
  const log = join(stage.data, 'bot.log');
  const bot = new BotProcess(env, log);
  onTestFinished(() => bot.kill());
  const polling = () => {
    const from = server.calls.length;
    return expect
      .poll(() => server.calls.slice(from).some(({ method }) => method === 'getUpdates'), { timeout: 60_000 })
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
