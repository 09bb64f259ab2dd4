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

/** What was said last in each talk. Bounded, and old talks are not there any more. */
export interface Talks {
  get(talk: string): TalkContext | undefined;
  set(talk: string, context: TalkContext): void;
  delete(talk: string): void;
}

/** After this long a follow-up without a subject is more likely a new question. */
export const TALK_EXPIRES_MS = 30 * 60_000;
/** Talks kept at once; the longest silent one goes first. */
export const MOST_TALKS = 10_000;

/** Messages in, answers out, follow-ups understood. Knows no platform; every front end talks through it. */
export class Conversation {
  constructor(
    private readonly app: App,
    private readonly talks: Talks = new TalksInMemory(),
  ) {}

  async reply(message: Message): Promise<Asked> {
    const asked = await this.ask(message);
    this.keep(message.talk, asked.talk);
    return asked;
  }

  /** The same for who takes the talk up with `keep` only when the answer has arrived. */
  ask({ text, talk, home }: Message): Promise<Asked> {
    return this.app.ask(text, this.context(talk), home);
  }

  /** What was said before in a talk, unless it is too long ago. */
  context(talk: string): TalkContext | undefined {
    return this.talks.get(talk);
  }

  /** Takes up a talk at a place, e.g. after a button was pressed. */
  keep(talk: string, context: TalkContext): void {
    this.talks.set(talk, context);
  }

  forget(talk: string): void {
    this.talks.delete(talk);
  }
}

/** For front ends whose talks end with the process. */
export class TalksInMemory implements Talks {
  readonly #talks = new Map<string, { context: TalkContext; at: number }>();

  constructor(private readonly now: () => number = Date.now) {}

  get(talk: string): TalkContext | undefined {
    const before = this.#talks.get(talk);
    return before && this.now() - before.at <= TALK_EXPIRES_MS ? before.context : undefined;
  }

  set(talk: string, context: TalkContext): void {
    this.#talks.delete(talk);
    this.#talks.set(talk, { context, at: this.now() });
    const [oldest] = this.#talks.keys();
    if (this.#talks.size > MOST_TALKS && oldest !== undefined) this.#talks.delete(oldest);
  }

  delete(talk: string): void {
    this.#talks.delete(talk);
  }
}
