import { isGroup, post, shallow } from './call.ts';
import { withCommands } from './entities.ts';
import type { StandIn } from './stand-in.ts';
import type { Message, User } from './types.ts';
import type { Room } from './world.ts';

export interface SayOptions {
  topic?: number;
  replyTo?: Message;
  /** Speaks as the group itself, as anonymous administrators do. */
  anonymous?: boolean;
}

/** Somebody who types, presses and sends, as in a Telegram client. */
export class Person {
  constructor(
    readonly server: StandIn,
    readonly user: User,
  ) {}

  static named(server: StandIn, name: string, username?: string): Person {
    return new Person(server, server.world.user(name, username ? { username } : {}));
  }

  /** The private chat with the bot. */
  get room(): Room {
    return this.server.world.privateRoom(this.user);
  }

  says(room: Room, text: string, options: SayOptions = {}): Message {
    const { entities } = withCommands({ text, entities: [] });
    return this.#send(room, { text, ...(entities.length ? { entities } : {}) }, options);
  }

  /** Sends a file with an optional caption. */
  sends(
    room: Room,
    name: string,
    content: Uint8Array,
    options: SayOptions & { caption?: string; album?: string } = {},
  ): Message {
    const document = this.server.world.keepFile(content, name, 'application/octet-stream');
    const words = options.caption ? { caption: options.caption } : {};
    return this.#send(
      room,
      { document, ...words, ...(options.album ? { media_group_id: options.album } : {}) },
      options,
    );
  }

  edits(room: Room, message: Message, text: string): void {
    const { entities } = withCommands({ text, entities: [] });
    Object.assign(message, { text, entities, edit_date: Math.floor(Date.now() / 1000) });
    if (this.#reachesBot(room, message)) this.server.updates.push('edited_message', message);
  }

  /** Presses a button by its words or its data; resolves with what pops up when the bot acknowledges. */
  presses(
    room: Room,
    message: Message,
    button: string,
    patience = 10_000,
  ): Promise<{ text: string; alert: boolean }> {
    const found = message.reply_markup?.inline_keyboard
      ?.flat()
      .find((b) => b.text.includes(button) || b.callback_data === button);
    if (!found?.callback_data)
      throw new Error(
        `no button "${button}" under message ${message.message_id}: ${JSON.stringify(message.reply_markup)}`,
      );
    const id = `callback-${this.server.world.id()}`;
    const answered = waitFor<{ text: string; alert: boolean }>(
      patience,
      `an answer to the button "${button}"`,
      (answer) => this.server.callbacks.set(id, { answer }),
    );
    this.server.updates.push('callback_query', {
      id,
      from: this.user,
      message,
      chat_instance: String(room.chat.id),
      data: found.callback_data,
    });
    return answered;
  }

  /** Types an inline query; resolves with the results the bot offers. */
  asksInline(query: string, patience = 10_000): Promise<unknown[]> {
    const id = `inline-${this.server.world.id()}`;
    const answered = waitFor<unknown[]>(patience, `results for "${query}"`, (answer) =>
      this.server.inlineQueries.set(id, { answer }),
    );
    this.server.updates.push('inline_query', {
      id,
      from: this.user,
      query,
      offset: '',
      chat_type: 'private',
    });
    return answered;
  }

  #send(room: Room, content: Partial<Message>, { topic, replyTo, anonymous }: SayOptions): Message {
    const speaker = anonymous
      ? {
          from: { id: 1087968824, is_bot: true, first_name: 'Group', username: 'GroupAnonymousBot' },
          sender_chat: room.chat,
        }
      : { from: this.user };
    const channel = room.chat.type === 'channel' ? { sender_chat: room.chat } : speaker;
    const message = post(room, {
      ...channel,
      ...content,
      ...(topic === undefined ? {} : { message_thread_id: topic, is_topic_message: true as const }),
      ...(replyTo ? { reply_to_message: shallow(replyTo) } : {}),
    });
    const kind = room.chat.type === 'channel' ? 'channel_post' : 'message';
    if (this.#reachesBot(room, message)) this.server.updates.push(kind, message);
    return message;
  }

  /** Privacy mode, as documented: commands, mentions of the bot, replies to it; everything where it is an administrator. */
  #reachesBot(room: Room, message: Message): boolean {
    const { world, privacy } = this.server;
    const status = room.members.get(world.bot.id)?.status;
    if (status === 'left' || status === 'kicked' || status === undefined) return false;
    if (!isGroup(room.chat) || !privacy || world.isAdmin(room, world.bot.id)) return true;
    const text = message.text ?? message.caption ?? '';
    const command = /^\/[a-z0-9_]+(?:@([A-Za-z0-9_]+))?/i.exec(text);
    if (command)
      return command[1] === undefined || command[1].toLowerCase() === world.bot.username?.toLowerCase();
    if (message.reply_to_message?.from?.id === world.bot.id) return true;
    return text.toLowerCase().includes(`@${world.bot.username?.toLowerCase()}`);
  }
}

function waitFor<T>(
  patience: number,
  what: string,
  register: (answer: (value: T) => void) => void,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`waited ${patience} ms for ${what}`)), patience);
    register((value) => {
      clearTimeout(timer);
      resolve(value);
    });
  });
}
