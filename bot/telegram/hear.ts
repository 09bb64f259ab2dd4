import type { Message, User } from './port/types.ts';

/** What a message asks of the bot. */
export type Heard =
  | { kind: 'command'; name: string; words: string }
  | { kind: 'question'; text: string }
  | { kind: 'document' }
  | { kind: 'nothing' };

const command = /^\/([a-z0-9_]{1,32})(?:@([a-z0-9_]+))?(?:\s+|$)([\s\S]*)$/i;

/** Written under a file, these are about the file. */
const withFile = new Set(['upload', 'subscribe', 'subscriptions']);

/**
 * In private every text is meant for the bot; in groups and channels only commands, mentions of it and replies to it
 * are. A command for another bot never is.
 */
export function hear(message: Message, me: User): Heard {
  const text = (message.text ?? message.caption ?? '').trim();
  const isPrivate = message.chat.type === 'private';
  const called = command.exec(text);
  if (called) {
    const [, name = '', bot, words = ''] = called;
    if (bot && bot.toLowerCase() !== me.username?.toLowerCase()) return { kind: 'nothing' };
    if (message.document && withFile.has(name.toLowerCase())) return { kind: 'document' };
    return { kind: 'command', name: name.toLowerCase(), words: words.trim() || quoted(message, me) };
  }
  const mentioned = mentions(text, me);
  const replied = message.reply_to_message?.from?.id === me.id;
  if (!isPrivate && !mentioned && !replied) return { kind: 'nothing' };
  if (message.document) return { kind: 'document' };
  if (text === '') return { kind: 'nothing' };
  const question = without(text, me);
  return { kind: 'question', text: question || (mentioned ? quoted(message, me) : '') };
}

/** Somebody else's message to which the bot is called: that message is the question. */
function quoted({ reply_to_message: replied }: Message, me: User): string {
  if (!replied || replied.from?.id === me.id) return '';
  return (replied.text ?? replied.caption ?? '').trim();
}

function mentionPattern({ username }: User): RegExp | undefined {
  return username ? new RegExp(`@${username}(?![A-Za-z0-9_])`, 'gi') : undefined;
}

function mentions(text: string, me: User): boolean {
  return mentionPattern(me)?.test(text) ?? false;
}

function without(text: string, me: User): string {
  const pattern = mentionPattern(me);
  return (pattern ? text.replace(pattern, ' ') : text).trim();
}
