import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { openApp } from '../../../src/app.ts';
import { dataPath } from '../../../src/package-root.ts';
import { Person } from '../../telegram-stand-in/people.ts';
import { StandIn } from '../../telegram-stand-in/stand-in.ts';
import { BotProcess } from '../bot-process.ts';

// npm run bench:telegram: so many questions a second from so many chats; from being typed to the answer's arrival.
const { values } = parseArgs({
  options: {
    rate: { type: 'string', default: '200' },
    chats: { type: 'string', default: '500' },
    seconds: { type: 'string', default: '60' },
  },
});
const [rate, chats, seconds] = [Number(values.rate), Number(values.chats), Number(values.seconds)];
const warmSeconds = 5;
const print = (line: string) => process.stdout.write(`${line}\n`);

const folder = mkdtempSync(join(tmpdir(), 'nianbao-telegram-bench-'));
const data = join(folder, 'data');
const app = await openApp({ dataDir: data, mode: 'write' });
await app.ingest([dataPath('samples')]);
const agencies = app.library.agencies.map(({ name }) => name);
await app.close();

const questions = agencies.flatMap((name) => [
  `${name}2024年收到多少件申请`,
  `${name}2023年予以公开多少件`,
  `${name}2025年的公开率`,
  `${name}行政复议多少件`,
]);
const server = await StandIn.start();
const people = Array.from({ length: chats }, (_, i) => Person.named(server, `人${i}`));
const asked = new Map<number, number>();
const times: number[] = [];
let answered = 0;
server.watchers.add((room) => {
  const at = asked.get(room.chat.id);
  if (at === undefined) return;
  asked.delete(room.chat.id);
  answered += 1;
  times.push(performance.now() - at);
});
const bot = new BotProcess(
  {
    BOT_TOKEN: server.token,
    TELEGRAM_API_ROOT: server.url,
    NIANBAO_DATA: data,
    NIANBAO_ADMINS: '1',
    NIANBAO_LOG: 'warn',
    NIANBAO_PERSON_PER_MINUTE: '100000',
  },
  join(folder, 'bot.log'),
);
try {
  bot.start();
  while (!server.calls.some(({ method }) => method === 'getUpdates')) await sleep(50);
  await sleep(1500);
  await ask(warmSeconds);
  times.length = 0;
  const before = await bot.memory();
  const worked = await bot.processorTime();
  const sent = await ask(seconds);
  await sleep(1000);
  const work = (await bot.processorTime()) - worked;
  const after = await bot.memory();
  const sorted = times.sort((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.floor(sorted.length * share)] ?? 0);
  print(
    `${sent} questions in ${seconds} s from ${chats} chats (${cpus().length} cores): ${sorted.length} answered`,
  );
  print(
    `answer after p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms, longest ${Math.round(sorted.at(-1) ?? 0)} ms`,
  );
  print(
    `processor time of the bot ${(work / Math.max(1, sorted.length)).toFixed(2)} ms an answer; load of the machine ${loadavg()[0]?.toFixed(1)}`,
  );
  print(`resident memory ${before} MB before, ${after} MB after`);
  if (at(0.95) >= 150) process.exitCode = 1;
} finally {
  await bot.stop();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
}

/** A person who still waits for an answer does not ask again. */
async function ask(length: number): Promise<number> {
  const started = performance.now();
  let sent = 0;
  while (performance.now() - started < length * 1000) {
    const due = Math.floor(((performance.now() - started) / 1000) * rate);
    for (; sent < due; sent += 1) {
      const person = people[(sent * 7919) % people.length];
      const question = questions[(sent * 31) % questions.length];
      if (!person || question === undefined || asked.has(person.room.chat.id)) continue;
      asked.set(person.room.chat.id, performance.now());
      person.says(person.room, question);
    }
    await sleep(5);
    forget();
  }
  return sent;
}

/** The stand-in remembers everything; the bench does not need it. */
function forget(): void {
  server.calls.length = 0;
  if (answered % 1000 === 0)
    for (const person of people) if (person.room.messages.size > 200) person.room.messages.clear();
}
