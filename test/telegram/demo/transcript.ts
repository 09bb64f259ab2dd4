import type { Person } from '../../telegram-stand-in/people.ts';
import type { StandIn } from '../../telegram-stand-in/stand-in.ts';
import type { Message } from '../../telegram-stand-in/types.ts';
import type { Room } from '../../telegram-stand-in/world.ts';

interface Entry {
  head: string;
  lines: string[];
}

/** Writes down what is said, as Markdown. */
export class Transcript {
  readonly #entries: Entry[] = [];
  readonly #topics = new Map<number, string>();

  constructor(server: StandIn) {
    server.watchers.add((room, message, edited) => {
      const head = `**年报**${this.#where(room, message.message_thread_id)}${edited ? '（改动上面的消息）' : ''}`;
      this.#entries.push({ head, lines: face(message) });
    });
  }

  nameTopic(id: number, name: string): void {
    this.#topics.set(id, name);
  }

  scene(title: string, words = ''): void {
    this.#entries.push({ head: `\n## ${title}${words ? `\n\n${words}` : ''}`, lines: [] });
  }

  said(person: Person, room: Room, text: string, topic?: number): void {
    this.#entries.push({
      head: `**${person.user.first_name}**${this.#where(room, topic)}`,
      lines: text.split('\n'),
    });
  }

  pressed(person: Person, button: string, popup: string): void {
    const answer = popup ? `——弹出：${popup}` : '';
    this.#entries.push({ head: `*${person.user.first_name}按下［${button}］${answer}*`, lines: [] });
  }

  note(text: string): void {
    this.#entries.push({ head: `*${text}*`, lines: [] });
  }

  toString(): string {
    return collapsed(this.#entries)
      .map(({ head, lines }) =>
        [head, ...(lines.length > 0 ? ['', ...lines.map((line) => `> ${escaped(line)}  `)] : [])].join('\n'),
      )
      .join('\n\n');
  }

  #where(room: Room, topic: number | undefined): string {
    if (room.chat.type === 'private') return '（私聊）';
    return topic === undefined ? '' : `（话题“${this.#topics.get(topic) ?? topic}”）`;
  }
}

/** The same said again and again is written down once. */
function collapsed(entries: readonly Entry[]): Entry[] {
  const result: Entry[] = [];
  let again = 0;
  for (const [i, entry] of entries.entries()) {
    const next = entries[i + 1];
    const same =
      next &&
      next.head === entry.head &&
      next.lines.length > 0 &&
      next.lines.join('\n') === entry.lines.join('\n');
    if (!same) {
      result.push(entry);
      if (again > 0) result.push({ head: `*（同样的回答共 ${again + 1} 次）*`, lines: [] });
    }
    again = same ? again + 1 : 0;
  }
  return result;
}

function face({ text, caption, photo, document, reply_markup: markup }: Message): string[] {
  const file = photo ? ['🖼 图片'] : document ? [`📎 ${document.file_name}`] : [];
  const rows = (markup?.inline_keyboard ?? []).map((row) =>
    row.map((button) => `［${button.text}］`).join(' '),
  );
  return [...file, ...(text ?? caption ?? '').split('\n'), ...rows];
}

/** Markdown's own characters stay what was said; aligned columns keep their spaces. */
function escaped(line: string): string {
  return line
    .replace(/[\\`*_<>#|[\]]/g, '\\$&')
    .replace(/ {2,}/g, (spaces) => '\u00a0'.repeat(spaces.length));
}
