import type { Desk } from '../desk.ts';
import { LostTrouble, RefusedTrouble } from '../port/trouble.ts';
import type { FileInfo } from '../port/types.ts';
import type { Say } from '../texts/say.ts';

/** What Telegram lets bots fetch. */
const LARGEST = 20 * 1024 * 1024;

/** @throws {RefusedTrouble} when it is too large @throws {LostTrouble} */
export async function fetchFile(
  { port }: Desk,
  { file_id: id, file_size: size }: FileInfo,
): Promise<Uint8Array> {
  if ((size ?? 0) > LARGEST) throw new RefusedTrouble('getFile', 'file is too big', 400);
  return port.download(id, LARGEST);
}

/** Why a file could not be had, and what helps. */
export function notFetched(error: unknown, say: Say): string {
  if (error instanceof RefusedTrouble && error.message.includes('too big')) return say('alerts.tooLarge');
  return say(error instanceof LostTrouble ? 'alerts.broken' : 'alerts.notFetched');
}
