import { replying } from '../answers/answering.ts';
import type { Desk } from '../desk.ts';
import { plainWords } from '../port/port.ts';
import type { Speaker } from '../speaker.ts';

const answers = {
  claimed: '您现在是本机器人的管理员。发文件给我就可以收录年报。',
  wrong: '认领码不对。认领码在程序启动时打印在终端上。',
  taken: '本机器人已有管理员。',
  'too-often': '试得太多了，请一分钟后再试。',
} as const;

/** The first administrator says the code that was printed at start. Only in private, so that nobody reads along. */
export async function claim(desk: Desk, speaker: Speaker, words: string): Promise<void> {
  const text =
    speaker.chat.type === 'private'
      ? answers[desk.access.claim(speaker.user, words)]
      : '请私聊我发送认领码。';
  await desk.port.send(speaker.place, plainWords(text), replying(speaker));
}
