import type { App, Asked } from '../src/app.ts';
import type { Region } from '../src/model/report.ts';
import type { TalkContext } from '../src/question/understanding.ts';

export interface Message {
  /** Who speaks where, e.g. chat and person: each has a talk of its own. */
  talk: string;
  text: string;
  /** The region the chat speaks from, if it has set one. */
  home?: Region;
}

interface Talk {
  context: TalkContext;
  at: number;
}

/** After this long a follow-up without a subject is more likely a new question. */
const TALK_EXPIRES_MS = 30 * 60_000;
/** Talks kept at once; the longest silent one goes first. */
const MOST_TALKS = 10_000;

/** Messages in, answers out, follow-ups understood. Knows no platform; every front end talks through it. */
export class Conversation {
  private readonly talks = new Map<string, Talk>();

  constructor(
    private readonly app: App,
    private readonly now: () => number = Date.now,
  ) {}

  async reply(message: Message): Promise<Asked> {
    const asked = await this.app.ask(message.text, this.context(message.talk), message.home);
    this.keep(message.talk, asked.talk);
    return asked;
  }

  /** What was said before in a talk, unless it is too long ago. */
  context(talk: string): TalkContext | undefined {
    const before = this.talks.get(talk);
    return before && this.now() - before.at <= TALK_EXPIRES_MS ? before.context : undefined;
  }

  /** Takes up a talk at a place, e.g. after a button was pressed. */
  keep(talk: string, context: TalkContext): void {
    this.talks.delete(talk);
    this.talks.set(talk, { context, at: this.now() });
    const [oldest] = this.talks.keys();
    if (this.talks.size > MOST_TALKS && oldest !== undefined) this.talks.delete(oldest);
  }

  forget(talk: string): void {
    this.talks.delete(talk);
  }
}
