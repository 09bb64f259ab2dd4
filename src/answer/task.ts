import type { Answer, AnswerBlock } from '../model/answer.ts';
import type { Finding } from '../model/finding.ts';
import type { Library } from '../model/library.ts';
import type { Query } from '../model/query.ts';
import type { Report } from '../model/report.ts';

/** What other features lend to the answers; `app.ts` passes it in. */
export interface AnswerTools {
  audit(report: Report, library: Library): Finding[];
}

/** Both wordings of one message stand side by side; the asker's language picks. */
export type Say = (zh: string, en: string) => string;

/** One question on its way to an answer. */
export interface Task {
  query: Query;
  question: string;
  library: Library;
  tools: AnswerTools;
  say: Say;
}

/** What a handler gives back; `answer.ts` fills in what is left out. */
export type Draft = Partial<Omit<Answer, 'question' | 'text' | 'blocks'>> & {
  blocks: AnswerBlock[];
  /** Told at the end where the question named no year: the year that was taken. */
  tookYear?: string;
  /** All years were answered from, whatever year the talk before was about. */
  everyYear?: boolean;
};

export type Handler = (task: Task) => Draft;

export function sayIn(language: Query['language']): Say {
  return language === 'en' ? (_zh, en) => en : (zh) => zh;
}
