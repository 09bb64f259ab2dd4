import type { Chat, ChatType, FileInfo, Member, MemberStatus, Message, User } from './types.ts';

/** A chat and everything that is true of it. */
export interface Room {
  chat: Chat;
  members: Map<number, Member>;
  messages: Map<number, Message>;
  /** Topic id → open? Only in forums. */
  topics: Map<number, { name: string; open: boolean }>;
  nextMessage: number;
  /** Set when a group became a supergroup. */
  migratedTo?: number;
  deleted: boolean;
}

/** People, chats, files: what Telegram's servers would know. */
export class World {
  readonly rooms = new Map<number, Room>();
  readonly users = new Map<number, User>();
  readonly files = new Map<string, { info: FileInfo; content: Uint8Array }>();
  #next = 1000;

  constructor(readonly bot: User) {
    this.users.set(bot.id, bot);
  }

  id(): number {
    this.#next += 1;
    return this.#next;
  }

  user(name: string, fields: Partial<User> = {}): User {
    const user: User = {
      id: this.id(),
      is_bot: false,
      first_name: name,
      language_code: 'zh-hans',
      ...fields,
    };
    this.users.set(user.id, user);
    return user;
  }

  /** The bot is a member from the start unless told otherwise. */
  room(type: ChatType, title: string, fields: Partial<Chat> = {}): Room {
    const id =
      fields.id ??
      (type === 'private' ? this.id() : type === 'group' ? -this.id() : -1_000_000_000_000 - this.id());
    const named = type === 'private' ? { first_name: title } : { title };
    const room: Room = {
      chat: { ...named, ...fields, id, type },
      members: new Map(),
      messages: new Map(),
      topics: new Map(),
      nextMessage: 1,
      deleted: false,
    };
    this.rooms.set(id, room);
    this.join(room, this.bot, 'member');
    return room;
  }

  privateRoom(user: User): Room {
    const known = this.rooms.get(user.id);
    if (known) return known;
    const room = this.room('private', user.first_name, {
      id: user.id,
      ...(user.username ? { username: user.username } : {}),
    });
    this.join(room, user, 'member');
    return room;
  }

  join(room: Room, user: User, status: MemberStatus, anonymous = false): void {
    room.members.set(user.id, { user, status, ...(anonymous ? { is_anonymous: true } : {}) });
  }

  isAdmin(room: Room, userId: number): boolean {
    const status = room.members.get(userId)?.status;
    return status === 'creator' || status === 'administrator';
  }

  keepFile(content: Uint8Array, name: string | undefined, mime: string | undefined): FileInfo {
    const id = `file-${this.id()}`;
    const info: FileInfo = {
      file_id: id,
      file_unique_id: `u-${id}`,
      file_size: content.length,
      ...(name ? { file_name: name } : {}),
      ...(mime ? { mime_type: mime } : {}),
    };
    this.files.set(id, { info, content });
    return info;
  }
}
