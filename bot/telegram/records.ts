import type { TalkContext } from '../../src/question/understanding.ts';

/** What was answered to a message, for when the message is edited. */
export interface Reply {
  /** The message that answers. */
  message: number;
  /** Of what was written then. */
  digest: string;
  /** What the talk was about before. */
  before?: TalkContext;
}

/** The message that tells of files sent together: a line for each. */
export interface Sheet {
  message: number;
  lines: string[];
  at: number;
}
