import type { AddressInfo } from 'node:net';
import { connect, createServer as createSocketServer, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { whileActing } from '../../bot/telegram/answers/acting.ts';
import { openLog } from '../../bot/telegram/operation/log.ts';
import { patientPort } from '../../bot/telegram/port/patient-port.ts';
import { plainWords } from '../../bot/telegram/port/port.ts';
import { proxyAgent } from '../../bot/telegram/port/proxy.ts';
import { telegrafPort } from '../../bot/telegram/port/telegraf-port.ts';
import {
  ConflictTrouble,
  FloodTrouble,
  ForbiddenTrouble,
  LostTrouble,
  MigratedTrouble,
  RefusedTrouble,
  TopicClosedTrouble,
} from '../../bot/telegram/port/trouble.ts';
import { Events } from '../telegram-stand-in/events.ts';
import { Person } from '../telegram-stand-in/people.ts';
import { StandIn } from '../telegram-stand-in/stand-in.ts';

let server: StandIn;
let lin: Person;
const hello = plainWords('<您好>');
const open = (agent?: ReturnType<typeof proxyAgent>) =>
  telegrafPort({ token: server.token, apiRoot: server.url, patience: 2000, agent });

beforeEach(async () => {
  server = await StandIn.start();
  lin = Person.named(server, '林');
});
afterEach(() => server.close());

describe('trouble', () => {
  it('comes as a class that says what is known', async () => {
    const port = open();
    const place = { chat: lin.room.chat.id };
    const kinds = [
      ['flood', FloodTrouble],
      ['forbidden', ForbiddenTrouble],
      ['conflict', ConflictTrouble],
      ['server', LostTrouble],
      ['lost', LostTrouble],
      ['timeout', LostTrouble],
      ['topic-closed', TopicClosedTrouble],
    ] as const;
    for (const [kind, trouble] of kinds) {
      server.faults.add({ kind, methods: ['sendMessage'] });
      await expect(port.send(place, hello), kind).rejects.toBeInstanceOf(trouble);
    }
    const old = server.world.room('group', '小群');
    const next = new Events(server).migrate(old);
    await expect(port.send({ chat: old.chat.id }, hello)).rejects.toMatchObject({ to: next.chat.id });
    await expect(port.send({ chat: old.chat.id }, hello)).rejects.toBeInstanceOf(MigratedTrouble);
    await expect(port.send({ chat: 42 }, hello)).rejects.toMatchObject({ reason: 'chat-gone' });
    await expect(port.send(place, { html: '', plain: '' })).rejects.toBeInstanceOf(RefusedTrouble);
  });

  it('knows when a call surely never arrived, and never shows the token', async () => {
    const port = open();
    await server.close();
    const trouble: unknown = await port.me().catch((error: unknown) => error);
    expect(trouble).toMatchObject({ unsent: true });
    expect(String(trouble)).not.toContain('STAND-IN');
  });
});

describe('sending', () => {
  it('falls back to plain words when the markup is refused', async () => {
    server.faults.add({ kind: 'markup', methods: ['sendMessage'] });
    const sent = await open().send({ chat: lin.room.chat.id }, { html: '<b>粗</b>', plain: '粗' });
    expect(sent.text).toBe('粗');
    expect(sent.entities).toBeUndefined();
  });

  it('takes an edit that changes nothing for done', async () => {
    const port = open();
    const sent = await port.send({ chat: lin.room.chat.id }, hello);
    await port.edit(lin.room.chat.id, sent.message_id, hello);
    expect(sent.text).toBe('<您好>');
  });

  it('to people waits out floods and follows a chat, but never doubles an answer', async () => {
    const port = patientPort(open());
    const place = { chat: lin.room.chat.id };
    server.faults.add({ kind: 'flood', methods: ['sendMessage'], retryAfter: 1 });
    await port.send(place, hello);
    server.faults.add({ kind: 'lost', methods: ['sendMessage'] });
    await expect(port.send(place, plainWords('只一次'))).rejects.toBeInstanceOf(LostTrouble);
    expect([...lin.room.messages.values()].filter((message) => message.text === '只一次')).toHaveLength(1);
    const old = server.world.room('group', '小群');
    const next = new Events(server).migrate(old);
    expect((await port.send({ chat: old.chat.id }, hello)).chat.id).toBe(next.chat.id);
  });
});

describe('work that takes a while', () => {
  it('shows that it goes on, after a second', async () => {
    const desk = { port: open(), log: openLog('silent') };
    const place = { chat: lin.room.chat.id };
    const lasting = (milliseconds: number) => () =>
      new Promise((resolve) => setTimeout(resolve, milliseconds));
    await whileActing(desk, place, 'typing', lasting(300));
    expect(server.actions).toEqual([]);
    await whileActing(desk, place, 'typing', lasting(1500));
    expect(server.actions).toMatchObject([{ chat: place.chat, action: 'typing' }]);
  });
});

describe('a proxy', () => {
  it('by HTTP carries calls', async () => {
    const proxy = await httpProxy();
    const port = open(proxyAgent(`http://127.0.0.1:${proxy.port}`));
    expect((await port.me()).username).toBe('nianbao_test_bot');
    expect(proxy.used()).toBeGreaterThan(0);
    await proxy.close();
  });

  it('by SOCKS carries calls and downloads', async () => {
    const proxy = await socksProxy();
    const port = open(proxyAgent(`socks5://127.0.0.1:${proxy.port}`));
    const file = server.world.keepFile(new TextEncoder().encode('内容'), 'a.txt', undefined);
    expect(new TextDecoder().decode(await port.download(file.file_id, 1000))).toBe('内容');
    expect(proxy.used()).toBeGreaterThan(0);
    await expect(port.download(file.file_id, 2)).rejects.toThrow('too big');
    await proxy.close();
  });

  it('with a wrong address is refused in words', () => {
    expect(() => proxyAgent('ftp://x')).toThrow('代理地址');
    expect(proxyAgent('')).toBeUndefined();
  });
});

interface Proxy {
  port: number;
  used(): number;
  close(): Promise<void>;
}

/** Answers CONNECT, as HTTP proxies do. */
function httpProxy(): Promise<Proxy> {
  return proxyOf((socket, first) => {
    const [, host = '', port = ''] = /^CONNECT ([^:]+):(\d+)/.exec(first.toString()) ?? [];
    const onward = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      socket.pipe(onward).pipe(socket);
    });
    return onward;
  });
}

/** SOCKS 5 without a password, for IPv4 addresses. */
function socksProxy(): Promise<Proxy> {
  return proxyOf((socket) => {
    socket.write(Buffer.from([5, 0]));
    socket.once('data', (request: Buffer) => {
      const host = [...request.subarray(4, 8)].join('.');
      const onward = connect(request.readUInt16BE(8), host, () => {
        socket.write(Buffer.from([5, 0, 0, 1, 0, 0, 0, 0, 0, 0]));
        socket.pipe(onward).pipe(socket);
      });
      onward.on('error', () => socket.destroy());
    });
    return undefined;
  });
}

async function proxyOf(serve: (socket: Socket, first: Buffer) => Socket | undefined): Promise<Proxy> {
  let used = 0;
  const sockets = new Set<Socket>();
  const proxy = createSocketServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('data', (first: Buffer) => {
      used += 1;
      serve(socket, first)?.on('error', () => socket.destroy());
    });
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  return {
    port: (proxy.address() as AddressInfo).port,
    used: () => used,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => proxy.close(resolve));
    },
  };
}
