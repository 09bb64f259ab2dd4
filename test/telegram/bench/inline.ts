import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { openApp } from '../../../src/app.ts';
import { Archives } from '../../bench/archives.ts';
import { Person } from '../../telegram-stand-in/people.ts';
import { StandIn } from '../../telegram-stand-in/stand-in.ts';
import { BotProcess } from '../bot-process.ts';

// npm run bench:inline: what an inline query costs over a large archive of generated reports.
const { values } = parseArgs({ options: { reports: { type: 'string', default: '10000' } } });
const reports = Number(values.reports);
const print = (line: string) => process.stdout.write(`${line}\n`);
/** Typed without the name of an agency. */
const common = [
  '申请',
  '教育局',
  '人民政府',
  '县',
  '申请最多',
  '申请最多的单位',
  '各单位公开率排名',
  '微信公众号',
  '存在的问题',
  '哪些数字对不上',
  '历年申请趋势',
  '公安局 行政处罚',
];
const AGENCIES = 20;

const folder = mkdtempSync(join(tmpdir(), 'nianbao-inline-'));
const archives = new Archives(folder);
archives.make([Math.min(1000, reports), reports], print);
const data = archives.path(reports);
const app = await openApp({ dataDir: data, mode: 'read' });
const step = Math.max(1, Math.floor(app.library.agencies.length / AGENCIES));
const names = app.library.agencies.filter((_, i) => i % step === 0).map(({ name }) => name);
await app.close();
// As they are typed: the first characters, the name, what is asked of it.
const typed = names.flatMap((name) => [
  name.slice(0, 2),
  name.slice(0, 3),
  name,
  `${name} 申请`,
  `${name} 2023 申请`,
]);

const server = await StandIn.start();
const person = Person.named(server, '林');
const bot = new BotProcess(
  {
    BOT_TOKEN: server.token,
    TELEGRAM_API_ROOT: server.url,
    NIANBAO_DATA: data,
    NIANBAO_ADMINS: '1',
    NIANBAO_LOG: 'warn',
    NIANBAO_PRESSES_PER_MINUTE: '100000',
  },
  join(folder, 'bot.log'),
);
const processor: number[] = [];
const waited: number[] = [];
try {
  bot.start();
  while (!server.calls.some(({ method }) => method === 'getUpdates')) await sleep(50);
  for (const query of [...typed, ...common]) {
    const before = await bot.processorTime();
    const started = performance.now();
    await person.asksInline(query, 20_000);
    waited.push(performance.now() - started);
    processor.push((await bot.processorTime()) - before);
  }
} finally {
  await bot.stop();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
}
const at = (times: number[], share: number) =>
  Math.round(times.sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0);
print(
  `${processor.length} inline queries over ${reports} reports; load of the machine ${loadavg()[0]?.toFixed(1)}`,
);
print(
  `processor time of the bot: p50 ${at(processor, 0.5)} ms, p95 ${at(processor, 0.95)} ms, most ${at(processor, 1)} ms`,
);
print(`results after: p50 ${at(waited, 0.5)} ms, p95 ${at(waited, 0.95)} ms, most ${at(waited, 1)} ms`);
if (at(processor, 1) >= 300) process.exitCode = 1;
