import { describe, expect, it, onTestFinished } from 'vitest';
import { Layout } from '../../src/archive/layout.ts';
import { livingWriters } from '../../src/archive/writer-lock.ts';
import { dataPath } from '../../src/package-root.ts';
import { nianbao, startNianbao } from '../support/command-line.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { Events } from '../telegram-stand-in/events.ts';
import { Person } from '../telegram-stand-in/people.ts';
import { StandIn } from '../telegram-stand-in/stand-in.ts';

/** The program as `npm start` runs it with a token, talking to the stand-in. */
async function startedBot() {
  const server = await StandIn.start();
  const data = temporaryFolder();
  const person = Person.named(server, '林');
  const bot = startNianbao(['start', '--data', data], {
    BOT_TOKEN: server.token,
    TELEGRAM_API_ROOT: server.url,
    TELEGRAM_POLL_SECONDS: '2',
    NIANBAO_ADMINS: String(person.user.id),
    NIANBAO_LOG: 'silent',
  });
  onTestFinished(async () => {
    bot.kill('SIGKILL');
    await bot.exited;
    await server.close();
  });
  const until = Date.now() + 30_000;
  while (!livingWriters(new Layout(data)).some((writer) => writer.port !== null) && Date.now() < until)
    await new Promise((resolve) => setTimeout(resolve, 50));
  return { bot, data, person, events: new Events(server) };
}

describe('nianbao start with a token', () => {
  it('is the bot: answers, takes over what is ingested beside it, and ends well on SIGTERM', async () => {
    const { bot, data, person, events } = await startedBot();
    const ran = nianbao(['ingest', dataPath('samples', '青禾县教育局-2023.txt'), '--data', data, '--json']);
    expect(JSON.parse(ran.stdout)).toMatchObject({ added: 1 });
    person.says(person.room, '青禾县教育局2023年新收申请多少件');
    const answer = await events.message((message) => (message.text ?? '').includes('12 件'));
    expect(answer.text).toContain('青禾县教育局');
    bot.kill('SIGTERM');
    expect(await bot.exited).toBe(0);
    expect(livingWriters(new Layout(data))).toEqual([]);
  });
});
