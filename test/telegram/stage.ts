import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, onTestFinished } from 'vitest';
import { readSettings } from '../../bot/settings.ts';
import { runBot } from '../../bot/telegram/bot.ts';
import { openLog } from '../../bot/telegram/operation/log.ts';
import { type App, openApp } from '../../src/app.ts';
import { packageRoot } from '../../src/package-root.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { Events } from '../telegram-stand-in/events.ts';
import { Person } from '../telegram-stand-in/people.ts';
import { StandIn, type StandInOptions } from '../telegram-stand-in/stand-in.ts';
import type { Message } from '../telegram-stand-in/types.ts';
import type { Room } from '../telegram-stand-in/world.ts';

export interface StageOptions extends StandInOptions {
  /** Environment variables of the bot. */
  env?: Record<string, string>;
}

let sampleData: Promise<string> | undefined;

afterAll(async () => {
  if (sampleData) rmSync(await sampleData, { recursive: true, force: true });
});

/** An archive of the sample reports, made once for all tests of a file. */
function samples(): Promise<string> {
  sampleData ??= (async () => {
    const folder = mkdtempSync(join(tmpdir(), 'nianbao-stage-'));
    const app = await openApp({ dataDir: folder, mode: 'write' });
    await app.ingest([join(packageRoot, 'data', 'samples')]);
    await app.close();
    return folder;
  })();
  return sampleData;
}

/** The bot over the sample reports, a group with topics, and people in it; all goes with the test. */
export class Stage {
  readonly events: Events;
  readonly lin: Person;
  readonly wang: Person;
  readonly group: Room;
  readonly #env: Record<string, string>;
  readonly #said: string[] = [];
  #ending = new AbortController();
  #running: Promise<void> | undefined;
  #app: App | undefined;

  private constructor(
    readonly server: StandIn,
    readonly data: string,
    env: Record<string, string>,
  ) {
    this.events = new Events(server);
    this.lin = Person.named(server, '林');
    this.wang = Person.named(server, '王');
    this.group = server.world.room('supergroup', '交流群', { is_forum: true });
    server.world.join(this.group, this.lin.user, 'creator');
    server.world.join(this.group, this.wang.user, 'member');
    this.#env = env;
  }

  static async open({ env = {}, ...options }: StageOptions = {}): Promise<Stage> {
    const data = temporaryFolder();
    cpSync(await samples(), data, { recursive: true });
    const server = await StandIn.start(options);
    const stage = new Stage(server, data, env);
    onTestFinished(async () => {
      await stage.stop();
      await server.close();
    });
    await stage.start();
    return stage;
  }

  get app(): App {
    return this.#app ?? expect.fail('the bot does not run');
  }

  /** What the bot told the terminal. */
  get told(): string {
    return this.#said.join('\n');
  }

  async start(): Promise<void> {
    const env = {
      BOT_TOKEN: this.server.token,
      TELEGRAM_API_ROOT: this.server.url,
      NIANBAO_LOG: process.env.STAGE_LOG ?? 'silent',
      NIANBAO_ALERT_GAP_MS: '0',
      NIANBAO_ADMINS: String(this.lin.user.id),
      TELEGRAM_POLL_SECONDS: '5',
      ...this.#env,
    };
    const settings = readSettings(env);
    const { keepSources } = settings;
    const app = await openApp({ dataDir: this.data, mode: 'write', keepSources });
    this.#app = app;
    this.#ending = new AbortController();
    const { signal } = this.#ending;
    this.#running = runBot({
      app,
      settings,
      log: openLog(settings.logLevel),
      signal,
      tell: (text) => this.#said.push(text),
    });
  }

  async stop(): Promise<void> {
    this.#ending.abort();
    await this.#running;
    await this.#app?.close();
    this.#app = undefined;
    this.#running = undefined;
  }

  /** Says something and waits for the bot's answer to it. */
  async ask(
    person: Person,
    room: Room,
    text: string,
    options: Parameters<Person['says']>[2] = {},
  ): Promise<Message> {
    const before = new Set(room.messages.keys());
    const answered = this.events.message(
      (message, where) => where === room && !before.has(message.message_id),
    );
    person.says(room, text, options);
    return answered;
  }

  /** Waits for a message of the bot with such words. */
  saying(words: string | RegExp, room?: Room): Promise<Message> {
    return this.events.message(
      (message, where) => (!room || where === room) && contains(message.text ?? message.caption ?? '', words),
    );
  }

  /** Resolves when the bot has had time to answer and has not. */
  async silence(room: Room, act: () => void, milliseconds = 600): Promise<void> {
    const before = room.messages.size;
    const own = () =>
      [...room.messages.values()].filter((message) => message.from?.id === this.server.world.bot.id).length;
    const said = own();
    act();
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    expect(own(), `messages in a room that held ${before}`).toBe(said);
  }
}

function contains(text: string, words: string | RegExp): boolean {
  return typeof words === 'string' ? text.includes(words) : words.test(text);
}

export function buttons(message: Message): string[] {
  return (message.reply_markup?.inline_keyboard ?? []).flat().map((button) => button.text);
}
