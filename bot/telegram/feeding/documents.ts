import { parseTransfer, TransferError } from '../../../src/subscriptions/transfer.ts';
import { replying } from '../answers/answering.ts';
import type { Desk } from '../desk.ts';
import { plainWords } from '../port/port.ts';
import { LostTrouble, RefusedTrouble } from '../port/trouble.ts';
import type { FileInfo, Message } from '../port/types.ts';
import type { Speaker } from '../speaker.ts';
import { mayChange, onlyAdmins } from '../subscribing/changing.ts';
import { scopeName } from '../subscribing/scope-words.ts';
import { feed } from './feeding.ts';

/** What Telegram lets bots fetch. */
const LARGEST = 20 * 1024 * 1024;
const subscriptionsFile = /subscriptions.*\.json$/i;

/** A file for the bot: subscriptions to import, or a report from an administrator. */
export async function takeDocument(desk: Desk, speaker: Speaker, message: Message): Promise<void> {
  const { document } = message;
  if (!document) return;
  if (subscriptionsFile.test(document.file_name ?? '')) return importSubscriptions(desk, speaker, document);
  if (desk.access.isAdmin(speaker.user)) return feed(desk, speaker, document);
  const claim =
    desk.access.claimCode === undefined
      ? ''
      : '本机器人还没有管理员：请私聊发送 /claim 和启动时打印的认领码。';
  await desk.port.send(speaker.place, plainWords(`收录年报由管理员负责。${claim}`), replying(speaker));
}

/** @throws {RefusedTrouble} when it is too large @throws {LostTrouble} */
export async function fetchFile(
  { port }: Desk,
  { file_id: id, file_size: size }: FileInfo,
): Promise<Uint8Array> {
  if ((size ?? 0) > LARGEST) throw new RefusedTrouble('getFile', 'file is too big', 400);
  return port.download(id, LARGEST);
}

/** Why a file could not be had, and what helps. */
export function notFetched(error: unknown): string {
  if (error instanceof RefusedTrouble && error.message.includes('too big'))
    return '超过 20 MB，Telegram 不让机器人下载。请放进收件目录，或在服务器上运行 nianbao ingest；也可以拆分或压缩后再发。';
  if (error instanceof LostTrouble) return '下载中断，请再发一次。';
  return '没能下载，请再发一次。';
}

async function importSubscriptions(desk: Desk, speaker: Speaker, document: FileInfo): Promise<void> {
  const say = (text: string) => desk.port.send(speaker.place, plainWords(text), replying(speaker));
  if (!(await mayChange(desk, speaker))) {
    await say(onlyAdmins);
    return;
  }
  try {
    const bytes = await desk.port.download(document.file_id, LARGEST);
    const { subscriptions, muted } = parseTransfer(Buffer.from(bytes).toString('utf8'));
    for (const wish of subscriptions) desk.subscriptions.subscribe(speaker.place, wish, speaker.user);
    for (const agency of muted) desk.subscriptions.setMuted(speaker.place.chat, agency, true);
    const names = subscriptions.map(({ scope }) => scopeName(scope)).join('、');
    await say(`已导入 ${subscriptions.length} 项订阅：${names}`.slice(0, 4000));
  } catch (error) {
    if (error instanceof TransferError) await say(error.message);
    else if (error instanceof RefusedTrouble || error instanceof LostTrouble) await say(notFetched(error));
    else throw error;
  }
}
