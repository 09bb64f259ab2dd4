import { bad, type Entity } from './types.ts';

/** Limits of the Bot API, in UTF-16 units after entities are parsed. */
export const textLimit = 4096;
export const captionLimit = 1024;
const entityLimit = 100;

const tags: Record<string, string> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  code: 'code',
  pre: 'pre',
  a: 'text_link',
  blockquote: 'blockquote',
  'tg-spoiler': 'spoiler',
};
const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' };

export interface Styled {
  text: string;
  entities: Entity[];
}

/** Reads a text as the given parse mode asks, or refuses it in Telegram's words. */
export function parseText(text: string, mode: unknown): Styled {
  if (mode === undefined || mode === '') return withCommands({ text, entities: [] });
  if (mode === 'HTML') return withCommands(parseHtml(text));
  throw bad(`unsupported parse_mode`);
}

function parseHtml(source: string): Styled {
  let text = '';
  const entities: Entity[] = [];
  const open: { tag: string; entity: Entity }[] = [];
  const pattern = /<(\/?)([a-zA-Z][a-zA-Z0-9-]*)([^<>]*)>|&(#x[0-9a-fA-F]+|#\d+|[a-zA-Z]+);|[\s\S]/g;
  for (const match of source.matchAll(pattern)) {
    const [whole, slash, name, attributes, character] = match;
    if (name !== undefined) {
      const tag = name.toLowerCase();
      if (slash) closeTag(tag, open, text.length, match.index);
      else open.push({ tag, entity: openTag(tag, attributes ?? '', text.length, entities, match.index) });
    } else if (character !== undefined) text += decode(character) ?? whole;
    else if (whole === '<')
      throw bad(
        `can't parse entities: Unsupported start tag "" at byte offset ${byteOffset(source, match.index)}`,
      );
    else text += whole;
  }
  const last = open.at(-1);
  if (last) throw bad(`can't parse entities: Can't find end tag corresponding to start tag "${last.tag}"`);
  return { text, entities: entities.filter((entity) => entity.length > 0).slice(0, entityLimit) };
}

function openTag(tag: string, attributes: string, offset: number, entities: Entity[], at: number): Entity {
  let type = tags[tag];
  if (!type) throw bad(`can't parse entities: Unsupported start tag "${tag}" at byte offset ${at}`);
  if (tag === 'blockquote' && /\bexpandable\b/.test(attributes)) type = 'expandable_blockquote';
  const url = /href\s*=\s*"([^"]*)"/.exec(attributes)?.[1];
  const entity: Entity = { type, offset, length: 0, ...(tag === 'a' && url ? { url } : {}) };
  entities.push(entity);
  return entity;
}

function closeTag(tag: string, open: { tag: string; entity: Entity }[], end: number, at: number): void {
  const last = open.pop();
  if (!last) throw bad(`can't parse entities: Unexpected end tag at byte offset ${at}`);
  if (last.tag !== tag) {
    throw bad(
      `can't parse entities: Unmatched end tag at byte offset ${at}, expected "</${last.tag}>", found "</${tag}>"`,
    );
  }
  last.entity.length = end - last.entity.offset;
}

function decode(entity: string): string | undefined {
  if (entity.startsWith('#x')) return String.fromCodePoint(Number.parseInt(entity.slice(2), 16));
  if (entity.startsWith('#')) return String.fromCodePoint(Number(entity.slice(1)));
  return named[entity];
}

function byteOffset(text: string, index: number): number {
  return Buffer.byteLength(text.slice(0, index));
}

/** Telegram itself marks commands, mentions and links in a text, whoever wrote it. */
export function withCommands({ text, entities }: Styled): Styled {
  const found: Entity[] = [];
  const add = (type: string, pattern: RegExp) => {
    for (const match of text.matchAll(pattern)) {
      const lead = match[1]?.length ?? 0;
      found.push({ type, offset: match.index + lead, length: match[0].length - lead });
    }
  };
  add('bot_command', /(^|\s)\/[a-zA-Z0-9_]{1,64}(?:@[a-zA-Z0-9_]{3,})?/g);
  add('mention', /(^|[^\w@/])@[a-zA-Z0-9_]{4,32}\b/g);
  add('url', /()https?:\/\/[^\s<>]+/g);
  const free = found.filter(
    (f) => !entities.some((e) => f.offset >= e.offset && f.offset < e.offset + e.length),
  );
  return { text, entities: [...entities, ...free].sort((a, b) => a.offset - b.offset) };
}
