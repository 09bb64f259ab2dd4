import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isGroup, number, object } from './call.ts';
import { Faults, faultError } from './faults.ts';
import type { Upload } from './methods/messages.ts';
import { findMethod } from './methods/table.ts';
import { type Pace, RateLimits } from './rate-limits.ts';
import { readParams } from './request.ts';
import { ApiError, type Message, type Params, type User } from './types.ts';
import { Updates } from './updates.ts';
import { Webhook } from './webhook.ts';
import { type Room, World } from './world.ts';

export interface StandInOptions {
  token?: string;
  username?: string;
  /** Privacy mode: in groups the bot sees commands, mentions of it and replies to it only. On by default. */
  privacy?: boolean;
  /** Refuse with 429 beyond this pace; off by default. */
  pace?: Pace;
  seed?: number;
  port?: number;
}

/** One call the bot made. */
export interface CallRecord {
  method: string;
  params: Params;
  at: number;
  outcome: 'ok' | 'error' | 'dropped';
  code?: number;
}

/** A server that speaks the Bot API on loopback, strict as the real one, and scripted where it fails. */
export class StandIn {
  readonly token: string;
  readonly privacy: boolean;
  readonly world: World;
  readonly updates = new Updates();
  readonly webhook = new Webhook(this.updates);
  readonly faults: Faults;
  readonly limits: RateLimits | undefined;
  readonly calls: CallRecord[] = [];
  readonly actions: { chat: number; action: string; topic: number | undefined }[] = [];
  readonly commands = new Map<string, unknown>();
  readonly callbacks = new Map<string, { answer(reply: { text: string; alert: boolean }): void }>();
  readonly inlineQueries = new Map<string, { answer(results: unknown[]): void }>();
  /** Called with every message the bot sends or edits. */
  readonly watchers = new Set<(room: Room, message: Message, edited: boolean) => void>();
  readonly #server: Server;
  #url = '';

  private constructor(options: StandInOptions) {
    this.token = options.token ?? '1000000001:STAND-IN-TOKEN-FOR-TESTS-ONLY-000000';
    this.privacy = options.privacy ?? true;
    const bot: User = {
      id: Number(this.token.split(':')[0]),
      is_bot: true,
      first_name: '年报',
      username: options.username ?? 'nianbao_test_bot',
    };
    this.world = new World(bot);
    this.faults = new Faults(options.seed);
    this.limits = options.pace ? new RateLimits(options.pace) : undefined;
    this.#server = createServer((request, response) => void this.#handle(request, response));
  }

  static async start(options: StandInOptions = {}): Promise<StandIn> {
    const server = new StandIn(options);
    await new Promise<void>((resolve, reject) => {
      server.#server.once('error', reject);
      server.#server.listen(options.port ?? 0, '127.0.0.1', resolve);
    });
    server.#url = `http://127.0.0.1:${(server.#server.address() as AddressInfo).port}`;
    return server;
  }

  /** What to give the bot as its API root. */
  get url(): string {
    return this.#url;
  }

  async close(): Promise<void> {
    this.webhook.close();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** Counts a message against the pace. @throws {ApiError} 429 */
  admit(room: Room): void {
    this.limits?.admit(room.chat.id, isGroup(room.chat));
  }

  posted(room: Room, message: Message): Message {
    for (const watch of this.watchers) watch(room, message, false);
    return message;
  }

  changed(room: Room, message: Message): void {
    for (const watch of this.watchers) watch(room, message, true);
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? '/', 'http://stand-in').pathname;
    const file = /^\/file\/bot([^/]+)\/documents\/(.+)$/.exec(path);
    if (file) return this.#sendFile(response, file[1] ?? '', decodeURIComponent(file[2] ?? ''));
    const call = /^\/bot([^/]+)\/([A-Za-z]+)$/.exec(path);
    if (!call) return reply(response, 404, { ok: false, error_code: 404, description: 'Not Found' });
    if (decodeURIComponent(call[1] ?? '') !== this.token) {
      return reply(response, 401, { ok: false, error_code: 401, description: 'Unauthorized' });
    }
    const { params, uploads } = await readParams(request);
    await this.#call(call[2] ?? '', params, uploads, request, response);
  }

  async #call(
    method: string,
    params: Params,
    uploads: ReadonlyMap<string, Upload>,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const record: CallRecord = { method, params, at: Date.now(), outcome: 'ok' };
    this.calls.push(record);
    const fault = this.faults.strike(method, number(params, 'chat_id'));
    try {
      const error = fault && faultError(fault);
      if (error) throw error;
      if (fault?.kind === 'timeout') return this.#drop(record, response, 300);
      const result = await this.#result(method, params, uploads, request);
      if (fault?.kind === 'lost') return this.#drop(record, response, 0);
      if (fault?.kind === 'stalled') return;
      reply(response, 200, { ok: true, result });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      record.outcome = 'error';
      record.code = error.code;
      const { code, description, parameters } = error;
      reply(response, code, {
        ok: false,
        error_code: code,
        description,
        ...(parameters ? { parameters } : {}),
      });
    }
  }

  async #result(
    method: string,
    params: Params,
    uploads: ReadonlyMap<string, Upload>,
    request: IncomingMessage,
  ): Promise<unknown> {
    if (method.toLowerCase() !== 'getupdates') return findMethod(method)(this, params, uploads);
    if (this.webhook.url) {
      throw new ApiError(
        409,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      );
    }
    this.updates.allow(object<string[]>(params, 'allowed_updates'));
    const gone = new AbortController();
    const leave = () => gone.abort();
    request.socket.once('close', leave);
    const timeout = Math.min(number(params, 'timeout') ?? 0, 50);
    const limit = Math.min(number(params, 'limit') ?? 100, 100);
    try {
      return await this.updates.poll(number(params, 'offset') ?? 0, limit, timeout, gone.signal);
    } finally {
      // The socket lives on and carries the next poll.
      request.socket.off('close', leave);
    }
  }

  #drop(record: CallRecord, response: ServerResponse, after: number): void {
    record.outcome = 'dropped';
    setTimeout(() => response.socket?.destroy(), after);
  }

  #sendFile(response: ServerResponse, token: string, id: string): void {
    const file = token === this.token ? this.world.files.get(id) : undefined;
    if (!file) {
      reply(response, 404, { ok: false, error_code: 404, description: 'Not Found' });
      return;
    }
    response.writeHead(200, {
      'content-type': 'application/octet-stream',
      'content-length': file.content.length,
    });
    response.end(file.content);
  }
}

function reply(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
