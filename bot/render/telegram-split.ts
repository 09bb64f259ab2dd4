import { escapeHtml, type TelegramMessage } from './telegram.ts';

/** A part of a message inside one tag. `header` stands again where the part is cut in two. */
export interface Piece {
  open: string;
  close: string;
  header?: string;
  /** Not escaped. Cut between them, inside one only when it alone is too long. */
  lines: string[];
}

/** Telegram counts UTF-16 units of the text as read, after the markup is taken away. */
export const messageLimit = 4096;

/** Packs the pieces into as few messages as their order allows. */
export function split(pieces: readonly Piece[], limit = messageLimit): TelegramMessage[] {
  const packer = new Packer(limit);
  for (const piece of pieces) packer.add(piece);
  return packer.finish();
}

class Packer {
  private readonly messages: TelegramMessage[] = [];
  private html = '';
  private plain = '';

  constructor(private readonly limit: number) {}

  add(piece: Piece): void {
    const header = piece.header === undefined ? [] : [piece.header];
    const room = this.limit - (piece.header?.length ?? -1) - 1;
    let held: string[] = [];
    for (const line of piece.lines.flatMap((one) => cut(one, room))) {
      const text = [...header, ...held, line].join('\n');
      if (this.length(text) > this.limit && (held.length > 0 || this.plain)) {
        if (held.length > 0) this.put(piece, [...header, ...held]);
        this.close();
        held = [];
      }
      held.push(line);
    }
    if (held.length > 0 || header.length > 0) this.put(piece, [...header, ...held]);
  }

  finish(): TelegramMessage[] {
    this.close();
    return this.messages;
  }

  private length(more: string): number {
    return this.plain.length + (this.plain ? 1 : 0) + more.length;
  }

  private put({ open, close }: Piece, lines: readonly string[]): void {
    const text = lines.join('\n');
    const join = this.plain ? '\n' : '';
    this.plain += join + text;
    this.html += `${join}${open}${escapeHtml(text)}${close}`;
  }

  private close(): void {
    if (this.plain.trim()) this.messages.push({ html: this.html, plain: this.plain });
    this.html = '';
    this.plain = '';
  }
}

/** A line longer than a message, cut behind the last punctuation that fits, never inside a character. */
function cut(line: string, room: number): string[] {
  const parts: string[] = [];
  let rest = line;
  while (rest.length > room) {
    const head = rest.slice(0, room);
    const stop = Math.max(...['。', '；', '，', '、', '\n', ' '].map((mark) => head.lastIndexOf(mark)));
    let end = stop > room / 2 ? stop + 1 : room;
    const last = rest.charCodeAt(end - 1);
    if (last >= 0xd800 && last <= 0xdbff) end--;
    parts.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return [...parts, rest];
}
