import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { packageRoot } from '../../src/package-root.ts';
import type { Figure } from './figure.ts';

const LINES = {
  asked: /^(\d+) questions in (\d+) s from (\d+) chats .*: (\d+) answered$/m,
  after: /^answer after p50 (\d+) ms, p95 (\d+) ms, p99 (\d+) ms, longest (\d+) ms$/m,
  processor: /^processor time of the bot ([\d.]+) ms an answer/m,
  memory: /^resident memory (\d+) MB before, (\d+) MB after$/m,
};

/** 200 questions a second from 500 chats, over the bot's own connection (`npm run bench:telegram`). */
export function measureTelegram(seconds: number): Figure[] {
  const program = join(packageRoot, 'dist', 'test', 'telegram', 'bench', 'main.js');
  const { stdout, stderr, signal } = spawnSync(process.execPath, [program, '--seconds', String(seconds)], {
    encoding: 'utf8',
  });
  // It ends with 1 when its own target is missed: that is told here as any other.
  const found = (pattern: RegExp) => {
    const numbers = pattern.exec(stdout)?.slice(1).map(Number);
    if (!numbers) throw new Error(`bench:telegram did not tell ${pattern} (${signal}): ${stdout}${stderr}`);
    return numbers;
  };
  const [, time = 1, chats, answered = 0] = found(LINES.asked);
  const [p50 = 0, p95 = 0, , longest = 0] = found(LINES.after);
  const [processor = 0] = found(LINES.processor);
  const [, memory = 0] = found(LINES.memory);
  const at = `${Math.round(answered / time)} questions a second from ${chats} chats`;
  const because = `${processor} ms of processor time an answer, beside the stand-in for Telegram and the 500 people`;
  return [
    { what: 'answer in a chat, p50', at, value: p50, unit: 'ms' },
    { what: 'answer in a chat, p95', at, value: p95, unit: 'ms', target: { most: 150 }, because },
    { what: 'answer in a chat, longest', at, value: longest, unit: 'ms' },
    { what: 'processor time of the bot for an answer', at, value: processor, unit: 'ms' },
    { what: 'resident memory of the bot afterwards', at, value: memory, unit: 'MB' },
  ];
}
