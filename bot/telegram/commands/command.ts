import type { Desk } from '../desk.ts';
import type { Speaker } from '../speaker.ts';

export interface Command {
  name: string;
  zh: string;
  en: string;
  /** Where menus show it. Everything works everywhere. */
  menus: readonly ('private' | 'groups' | 'admins')[];
  /** A question: when its message is edited, the answer is too. */
  asks?: true;
  run(desk: Desk, speaker: Speaker, words: string): Promise<void>;
}
