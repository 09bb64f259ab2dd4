import { timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { App } from '../../src/app.ts';
import { type Event, type Request, requestSchema } from './protocol.ts';

/** An upload of the largest file that is read, in base64, and some. */
const LARGEST_REQUEST = 100 * 1024 * 1024;

/**
 * The process that writes takes over what other processes on this machine would write: on the loopback
 * interface only, and only from those who can read its token (a file of the same user).
 * @returns how to stop; running requests are finished
 */
export async function serveHandOver(app: App): Promise<() => Promise<void>> {
  let token = '';
  const server = createServer((request, response) => {
    void handle(app, token, request, response);
  });
  const port = await listen(server);
  token = app.library.announce(port);
  // The server alone is no reason to live on.
  server.unref();
  return () => new Promise((resolve, reject) => server.close((error) => (error ? reject(error) : resolve())));
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

async function handle(app: App, token: string, request: IncomingMessage, response: ServerResponse) {
  if (!authorized(request, token)) {
    response.writeHead(403).end();
    return;
  }
  const send = (event: Event) => response.write(`${JSON.stringify(event)}\n`);
  try {
    const wanted = requestSchema.parse(JSON.parse(await body(request)));
    response.writeHead(200, { 'content-type': 'application/x-ndjson' });
    await carryOut(app, wanted, send);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'internal';
    send({ event: 'failed', code, message: error instanceof Error ? error.message : String(error) });
  }
  response.end();
}

async function carryOut(app: App, request: Request, send: (event: Event) => void): Promise<void> {
  const telling = {
    onFile: (file: Parameters<NonNullable<Parameters<App['ingest']>[1]>['onFile'] & {}>[0]) =>
      send({ event: 'file', file: { ...file, warnings: file.warnings.map((warning) => ({ ...warning })) } }),
    onProgress: (progress: { done: number; total: number }) => send({ event: 'progress', ...progress }),
  };
  if (request.do === 'remove') {
    send({ event: 'end', removed: app.remove(request.reportId) });
    return;
  }
  if (request.do === 'ingest') await app.ingest(request.paths, telling);
  else await app.ingestUpload({ name: request.name, bytes: Buffer.from(request.content, 'base64') }, telling);
  send({ event: 'end' });
}

function authorized(request: IncomingMessage, token: string): boolean {
  const given = Buffer.from(request.headers.authorization ?? '');
  const wanted = Buffer.from(`Bearer ${token}`);
  return token !== '' && given.length === wanted.length && timingSafeEqual(given, wanted);
}

async function body(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    size += part.length;
    if (size > LARGEST_REQUEST) throw new Error('request too large');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
