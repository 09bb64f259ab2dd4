import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { DiskRecords } from '../../../src/app/record-files.ts';
import { parseAgencyName } from '../../../src/naming/agency-name.ts';
import { Subscriptions } from '../../../src/subscriptions/subscriptions.ts';
import { Events } from '../../telegram-stand-in/events.ts';
import type { FaultKind } from '../../telegram-stand-in/faults.ts';
import { StandIn } from '../../telegram-stand-in/stand-in.ts';
import { BotProcess } from '../bot-process.ts';
import { reportText } from '../report-text.ts';
import { crowd, type Listener, reports } from './crowd.ts';
import { Tally } from './tally.ts';

// npm run soak:telegram: does every alert arrive, and none twice, whatever happens?
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '40' },
    seed: { type: 'string', default: '1' },
    minutes: { type: 'string', default: '15' },
  },
});
const kills = Number(values.kills);
const failing: FaultKind[] = [
  'flood',
  'forbidden',
  'kicked',
  'server',
  'gateway',
  'timeout',
  'lost',
  'topic-closed',
  'markup',
];
const failingShare = 0.05;
const print = (line: string) => process.stdout.write(`${line}\n`);

const folder = mkdtempSync(join(tmpdir(), 'nianbao-telegram-soak-'));
const data = join(folder, 'data');
const inbox = join(data, 'inbox');
mkdirSync(inbox, { recursive: true });
const server = await StandIn.start({ seed: Number(values.seed) });
const listeners = crowd(server, (name) => parseAgencyName(name).id);
subscribeAll(listeners);
const tally = new Tally(server, listeners);
const random = seeded(Number(values.seed));
const bot = new BotProcess(
  {
    BOT_TOKEN: server.token,
    TELEGRAM_API_ROOT: server.url,
    NIANBAO_DATA: data,
    NIANBAO_LOG: 'warn',
    NIANBAO_ADMINS: '1',
    TELEGRAM_CALL_SECONDS: '5',
    NIANBAO_ALERTS_PER_SECOND: '1000',
    NIANBAO_ALERTS_PER_CHAT_MINUTE: '100000',
    NIANBAO_ALERT_GAP_MS: '0',
  },
  join(folder, 'bot.log'),
);
const started = Date.now();
print(
  `${listeners.length} chats, ${listeners.reduce((n, one) => n + one.wishes.length, 0)} subscriptions, ${reports.length} reports, ${tally.expected} alerts expected`,
);
try {
  bot.start();
  await until(() => server.calls.some(({ method }) => method === 'getUpdates'), 60_000);
  for (const kind of failing)
    server.faults.add({
      kind,
      methods: ['sendMessage'],
      share: failingShare / failing.length,
      retryAfter: 1,
    });
  server.faults.add({ kind: 'conflict', methods: ['getUpdates'], share: failingShare / 2 });
  server.faults.add({ kind: 'server', methods: ['getUpdates'], share: failingShare / 2 });
  letInAgain();
  await Promise.all([feed(), killing()]);
  await finish();
} finally {
  await bot.stop();
  await server.close();
}
const { missing, doubled, unmarked } = tally.result();
print(
  `arrived ${tally.arrived} of ${tally.expected}: missing ${missing.length}, doubled ${doubled} (each marked as possibly repeated but ${unmarked})`,
);
print(
  `killed ${kills} times; calls that failed: ${[...server.faults.struck].map(([kind, n]) => `${kind} ${n}`).join(', ')}`,
);
print(`${Math.round((Date.now() - started) / 1000)} s, seed ${values.seed}`);
for (const one of missing.slice(0, 10)) print(`missing: ${one}`);
if (missing.length + unmarked > 0) {
  print(`kept for inspection: ${folder}`);
  process.exitCode = 1;
} else rmSync(folder, { recursive: true, force: true });

function subscribeAll(all: readonly Listener[]): void {
  const subscriptions = new Subscriptions(new DiskRecords(join(data, 'bot')));
  for (const { room, topic, wishes } of all)
    for (const wish of wishes)
      subscriptions.subscribe({ chat: room.chat.id, ...(topic === undefined ? {} : { topic }) }, wish, 1);
}

/** Reports come one after the other, while the bot runs and while it does not. */
async function feed(): Promise<void> {
  for (const [i, report] of reports.entries()) {
    const file = join(folder, `${i}.part`);
    writeFileSync(file, reportText(report));
    renameSync(file, join(inbox, `${report.agency}-${report.year}.txt`));
    await sleep(1000 + random() * 2500);
  }
}

async function killing(): Promise<void> {
  for (let i = 0; i < kills; i += 1) {
    // Some while it starts, most while it works, however slow the machine is.
    if (random() < 0.75) await polledSince(server.calls.length);
    await sleep(random() * 4000);
    await bot.kill();
    print(`killed ${i + 1}, arrived ${tally.arrived}/${tally.expected}`);
    bot.start();
  }
}

async function polledSince(call: number): Promise<void> {
  await until(() => server.calls.slice(call).some(({ method }) => method === 'getUpdates'), 60_000);
}

/** Where the bot was thrown out (so it was told), somebody lets it in again. */
function letInAgain(): void {
  const events = new Events(server);
  let seen = 0;
  const timer = setInterval(() => {
    for (; seen < server.calls.length; seen += 1) {
      const call = server.calls[seen];
      const room =
        call?.outcome === 'error' &&
        (call.code === 403 || call.code === 400) &&
        server.world.rooms.get(Number(call.params.chat_id));
      if (room) setTimeout(() => events.botBecomes(room, 'member', server.world.bot), 1000).unref();
    }
  }, 200);
  timer.unref();
}

async function finish(): Promise<void> {
  const limit = started + Number(values.minutes) * 60_000;
  for (let second = 0; tally.arrived < tally.expected && Date.now() < limit; second += 1) {
    await sleep(1000);
    if (!bot.alive) bot.start();
    if (second % 20 === 0) print(`all kills done, arrived ${tally.arrived}/${tally.expected}`);
  }
  // Would anything come a second time?
  await sleep(8000);
}

async function until(is: () => boolean, patience: number): Promise<void> {
  const limit = Date.now() + patience;
  while (!is()) {
    if (Date.now() > limit) throw new Error(`waited ${patience} ms`);
    await sleep(50);
  }
}

function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}
