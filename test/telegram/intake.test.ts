import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { MemorySync } from 'lowdb';
import { describe, expect, it } from 'vitest';
import { DeadlineError, Dispatcher } from '../../bot/telegram/intake/dispatcher.ts';
import { type PendingState, PendingUpdates } from '../../bot/telegram/intake/pending-updates.ts';
import { Journal } from '../../bot/telegram/operation/journal.ts';
import type { Update } from '../../bot/telegram/port/types.ts';
import { MemoryFiles } from '../subscriptions/memory-files.ts';
import { startNianbao } from '../support/command-line.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { Stage } from './stage.ts';

const unexpected = (error: unknown) => expect.fail(String(error));
const update = (id: number, chat = 1): Update => ({
  update_id: id,
  message: { message_id: id, chat: { id: chat, type: 'private' }, text: 'x' },
});

describe('updates taken in', () => {
  it('are on the disk until they are handled, and known again when they come twice', () => {
    const disk = new MemorySync<PendingState>();
    const log = join(temporaryFolder(), 'updates.log');
    const first = new PendingUpdates(disk, new Journal(log, unexpected));
    expect(first.take([update(1), update(2)])).toHaveLength(2);
    first.handled(update(1));
    first.close();
    const second = new PendingUpdates(disk, new Journal(log, unexpected));
    expect(second.left.map(({ update_id: id }) => id)).toEqual([2]);
    expect(second.take([update(1), update(2), update(3)]).map(({ update_id: id }) => id)).toEqual([3]);
    // The same number with other words: numbers began anew while nobody ran; within one process they do not.
    expect(second.take([update(1, 7)])).toHaveLength(1);
    expect(second.take([update(1, 8), update(3, 8)])).toEqual([]);
  });

  it('are not confirmed while the disk refuses them', () => {
    const files = new MemoryFiles();
    const pending = new PendingUpdates(
      files.open('updates'),
      new Journal(join(temporaryFolder(), 'updates.log'), unexpected),
    );
    files.full = true;
    expect(() => pending.take([update(1)])).toThrow('no space');
    files.full = false;
    expect(pending.take([update(1)])).toHaveLength(1);
  });

  it('are handled one after the other in a chat, side by side across chats, each with a deadline', async () => {
    const log: string[] = [];
    const failed: unknown[] = [];
    const dispatcher = new Dispatcher({
      handle: async ({ update_id: id }) => {
        log.push(`+${id}`);
        await new Promise((resolve) => setTimeout(resolve, id === 4 ? 500 : 50));
        log.push(`-${id}`);
      },
      done: ({ update_id: id }) => log.push(`.${id}`),
      failed: (_, error) => failed.push(error),
      deadline: () => 200,
    });
    for (const one of [update(1), update(2), update(3, 2), update(4, 3)]) dispatcher.dispatch(one);
    await dispatcher.drain();
    expect(log.slice(0, 3)).toEqual(['+1', '+3', '+4']);
    expect(log.indexOf('+2')).toBeGreaterThan(log.indexOf('-1'));
    expect(failed).toEqual([expect.any(DeadlineError)]);
    expect(log).toContain('.4');
  });
});

describe('polling', () => {
  it('survives a second poller, lost connections and server errors', async () => {
    const stage = await Stage.open();
    const { lin, server } = stage;
    for (const kind of ['conflict', 'server', 'timeout', 'lost'] as const)
      server.faults.add({ kind, methods: ['getUpdates'] });
    expect((await stage.ask(lin, lin.room, '/about')).text).toContain('nianbao');
    expect((await stage.ask(lin, lin.room, '/about')).text).toContain('nianbao');
  }, 30_000);

  it('waits for Telegram at start when it cannot be reached', async () => {
    const stage = await Stage.open();
    const { lin, server } = stage;
    await stage.stop();
    server.faults.add({ kind: 'gateway', methods: ['getMe'] });
    await stage.start();
    expect((await stage.ask(lin, lin.room, '/about')).text).toContain('nianbao');
  });

  it('tells a wrong token in words', async () => {
    const stage = await Stage.open();
    await stage.stop();
    const run = startNianbao(['bot', '--data', stage.data], {
      BOT_TOKEN: '1:wrong',
      TELEGRAM_API_ROOT: stage.server.url,
    });
    let said = '';
    run.stderr?.on('data', (text: Buffer) => {
      said += text.toString();
    });
    expect(await run.exited).toBe(1);
    expect(said).toContain('不认 BOT_TOKEN');
    expect(said).not.toContain('1:wrong');
  });

  it('finishes what is in hand when it is stopped', async () => {
    const stage = await Stage.open();
    const { lin } = stage;
    const answered = stage.saying('17 件', lin.room);
    lin.says(lin.room, '青禾县教育局2024年收到多少件申请');
    await expect.poll(() => stage.server.updates.pending).toBe(0);
    await stage.stop();
    await answered;
  });
});

describe('a webhook', () => {
  it('takes updates with its secret only, acknowledges them first, drops repetitions', async () => {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}/`;
    const stage = await Stage.open({
      env: {
        TELEGRAM_WEBHOOK_URL: url,
        TELEGRAM_WEBHOOK_PORT: String(port),
        TELEGRAM_WEBHOOK_SECRET: 'geheim',
      },
    });
    const { lin, server } = stage;
    await expect.poll(() => server.webhook.url).toBeTruthy();
    const answer = await stage.ask(lin, lin.room, '青禾县教育局2024年收到多少件申请');
    expect(answer.text).toContain('17 件');
    expect((await fetch(url, { method: 'POST', body: '{"update_id":99}' })).status).toBe(403);
    await stage.silence(lin.room, () => {
      const said = [...lin.room.messages.values()].find((message) => message.from?.id === lin.user.id);
      server.webhook.repeat({ update_id: 1, message: said });
    });
  });
});

describe('health and metrics', () => {
  it('prove that polling and sending make progress', async () => {
    const port = await freePort();
    const stage = await Stage.open({ env: { NIANBAO_HEALTH_PORT: String(port) } });
    const { lin } = stage;
    await stage.ask(lin, lin.room, '/about');
    const health = await fetch(`http://127.0.0.1:${port}/health`);
    expect(health.status).toBe(200);
    expect(await health.json()).toMatchObject({ ok: true, polling: true, sending: true, reports: 16 });
    const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    expect(metrics).toMatch(/nianbao_calls_total\{method="sendMessage",outcome="ok"\} 1/);
    expect(metrics).toMatch(/nianbao_polls_total \d+/);
  });
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
