import { type Agent, get as getHttp, type IncomingMessage } from 'node:http';
import { get as getHttps } from 'node:https';
import { lostBy, RefusedTrouble } from './trouble.ts';

/** Without progress for so long, a download is given up. */
const STALLED_MS = 30_000;

/** A file from Telegram, at most `limit` bytes. The address holds the token: it never appears in an error. */
export function download(url: URL, limit: number, agent: Agent | undefined): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const get = url.protocol === 'https:' ? getHttps : getHttp;
    const request = get(url, agent ? { agent } : {}, (response) => {
      collect(response, limit).then(resolve, (error: unknown) => {
        request.destroy();
        reject(error);
      });
    });
    request.setTimeout(STALLED_MS, () => request.destroy(new Error('the download stalled')));
    request.once('error', (error) => reject(lostBy('download', error)));
  });
}

async function collect(response: IncomingMessage, limit: number): Promise<Uint8Array> {
  if (response.statusCode !== 200)
    throw new RefusedTrouble('download', `status ${response.statusCode}`, response.statusCode ?? 0);
  const parts: Buffer[] = [];
  let size = 0;
  try {
    for await (const part of response) {
      size += (part as Buffer).length;
      if (size > limit) throw new RefusedTrouble('download', 'file is too big', 400);
      parts.push(part as Buffer);
    }
  } catch (error) {
    throw error instanceof RefusedTrouble ? error : lostBy('download', error);
  }
  return Buffer.concat(parts);
}
