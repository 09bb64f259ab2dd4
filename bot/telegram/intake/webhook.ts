import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Update } from '../port/types.ts';

export interface WebhookOptions {
  host: string;
  port: number;
  /** Telegram sends it along with every update. */
  secret: string;
  /** Persists the updates; when it returns they are acknowledged. */
  take(updates: readonly Update[]): Promise<void>;
  failed(error: unknown): void;
}

const LARGEST = 1024 * 1024;

/** Receives updates by POST. @returns where it listens, and how to stop */
export async function receive(options: WebhookOptions): Promise<{ port: number; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    accept(options, request).then(
      (status) => response.writeHead(status).end(),
      (error: unknown) => refuse(options, response, error),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      server.closeIdleConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function accept({ secret, take }: WebhookOptions, request: IncomingMessage): Promise<number> {
  const given = request.headers['x-telegram-bot-api-secret-token'];
  if (request.method !== 'POST' || !same(String(given ?? ''), secret)) return 403;
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    size += (part as Buffer).length;
    if (size > LARGEST) return 413;
    parts.push(part as Buffer);
  }
  const update = JSON.parse(Buffer.concat(parts).toString('utf8')) as Update;
  if (!Number.isSafeInteger(update.update_id)) return 400;
  await take([update]);
  return 200;
}

function refuse({ failed }: WebhookOptions, response: ServerResponse, error: unknown): void {
  // Not acknowledged: Telegram sends it again.
  if (!(error instanceof SyntaxError)) failed(error);
  response.writeHead(error instanceof SyntaxError ? 400 : 500).end();
}

function same(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
