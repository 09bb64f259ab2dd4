import { post } from './call.ts';
import type { StandIn } from './stand-in.ts';
import type { MemberStatus, Message, User } from './types.ts';
import type { Room } from './world.ts';

/** What happens to chats from outside: members, topics, migration, deletion. */
export class Events {
  /** @param patience milliseconds that a message of the bot is waited for, where nothing else is said */
  constructor(
    readonly server: StandIn,
    private readonly patience = 15_000,
  ) {}

  /** The bot is added, removed, promoted, blocked: it learns by `my_chat_member`. */
  botBecomes(room: Room, status: MemberStatus, by: User): void {
    const { world, updates } = this.server;
    const old = room.members.get(world.bot.id) ?? { user: world.bot, status: 'left' };
    world.join(room, world.bot, status);
    updates.push('my_chat_member', {
      chat: room.chat,
      from: by,
      date: Math.floor(Date.now() / 1000),
      old_chat_member: old,
      new_chat_member: { user: world.bot, status },
    });
  }

  openTopic(room: Room, name: string): number {
    // A topic bears the number of the message that made it; 1 is the general one.
    const id = Math.max(2, room.nextMessage);
    room.nextMessage = id + 1;
    room.topics.set(id, { name, open: true });
    return id;
  }

  /** Bots in the chat are told by a service message. */
  setTopicOpen(room: Room, id: number, open: boolean): void {
    const topic = room.topics.get(id);
    if (!topic || topic.open === open) return;
    topic.open = open;
    const told = open ? { forum_topic_reopened: {} } : { forum_topic_closed: {} };
    this.server.updates.push(
      'message',
      post(room, { ...told, message_thread_id: id, is_topic_message: true }),
    );
  }

  /** A group becomes a supergroup: another id, and calls to the old one are refused with the new. */
  migrate(room: Room): Room {
    const { world, updates } = this.server;
    const next = world.room('supergroup', room.chat.title ?? '');
    for (const member of room.members.values()) next.members.set(member.user.id, member);
    room.migratedTo = next.chat.id;
    updates.push('message', post(room, { migrate_to_chat_id: next.chat.id }));
    updates.push('message', post(next, { migrate_from_chat_id: room.chat.id }));
    return next;
  }

  deleteRoom(room: Room): void {
    room.deleted = true;
  }

  /** Waits until the bot has posted (or edited) a message that fits. */
  message(fits: (message: Message, room: Room) => boolean, patience = this.patience): Promise<Message> {
    return new Promise((resolve, reject) => {
      const watch = (room: Room, message: Message) => {
        if (!fits(message, room)) return;
        clearTimeout(timer);
        this.server.watchers.delete(watch);
        resolve(message);
      };
      const timer = setTimeout(() => {
        this.server.watchers.delete(watch);
        reject(new Error(`waited ${patience} ms for a message of the bot`));
      }, patience);
      this.server.watchers.add(watch);
    });
  }
}
