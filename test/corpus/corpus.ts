import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Answer } from '../../src/model/answer.ts';
import type { Query } from '../../src/model/query.ts';
import { packageRoot } from '../../src/package-root.ts';
import { remember, understand } from '../../src/question/understand.ts';
import type { TalkContext, Understanding } from '../../src/question/understanding.ts';
import { corpusDay, fictional, fictionalLibrary } from '../support/fictional-library.ts';
import { differences, type Expected, parseExpected } from './expected.ts';

export interface Line {
  question: string;
  expected: Expected;
  heldOut: boolean;
}

export interface Result {
  line: Line;
  /** What differs from the expectation; empty: right. */
  wrong: string[];
  query: Query;
}

/** `questions.tsv`: question, expected query, `held-out` or nothing. */
export function readQuestions(): Line[] {
  return rows('questions.tsv').map(([question = '', expected = '', part]) => ({
    question,
    expected: parseExpected(expected),
    heldOut: part === 'held-out',
  }));
}

/** `dialogues.tsv`: the same, dialogues separated by empty lines. */
export function readDialogues(): Line[][] {
  const dialogues: Line[][] = [[]];
  for (const row of rows('dialogues.tsv', true)) {
    const [question = '', expected = '', part] = row;
    if (question === '') dialogues.push([]);
    else
      dialogues.at(-1)?.push({ question, expected: parseExpected(expected), heldOut: part === 'held-out' });
  }
  return dialogues.filter((dialogue) => dialogue.length > 0);
}

function rows(file: string, keepEmpty = false): string[][] {
  const path = `${packageRoot}/test/corpus/${file}`;
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => !line.startsWith('#') && (keepEmpty || line.trim() !== ''))
    .map((line) => line.split('\t'));
}

export function ask(question: string, context?: TalkContext): Understanding {
  const { library } = fictionalLibrary();
  return understand(question, { library, today: corpusDay, ...(context ? { context } : {}) });
}

export function runQuestion(line: Line): Result {
  const { query } = ask(line.question);
  return { line, query, wrong: differences(query, line.expected, fictionalLibrary().ids) };
}

/** One result a turn; every turn sees what was remembered of those before. */
export function runDialogue(dialogue: readonly Line[]): Result[] {
  let context: TalkContext | undefined;
  return dialogue.map((line) => {
    const understood = ask(line.question, context);
    context = remember(understood, answerLike(understood.query), context);
    return {
      line,
      query: understood.query,
      wrong: differences(understood.query, line.expected, fictionalLibrary().ids),
    };
  });
}

/** What a talk remembers of an answer is the order of the agencies in it: here the order of the codes. */
function answerLike(query: Query): Answer {
  const { library, ids } = fictionalLibrary();
  const held = Object.keys(fictional).flatMap((code) => ids.get(code) ?? []);
  const { region, kinds } = query.filter;
  const inFilter = held.filter((id) => {
    const agency = library.agency(id);
    if (!agency || (region && agency.region[region.level] !== region.name)) return false;
    return !kinds || kinds.includes(agency.kind);
  });
  const agencies = query.agencies.length > 0 ? query.agencies : inFilter;
  return {
    question: '',
    kind: query.kind,
    agencies: agencies.map((id) => library.agency(id)?.name ?? id),
    years: query.years,
    readings: query.readings,
    values: [],
    passages: [],
    reports: [],
    findings: [],
    options: [],
    text: '',
    blocks: shownOf(query),
  };
}

/** As much as an answer shows at once. */
function shownOf({ kind }: Query): Answer['blocks'] {
  if (kind === 'list') return [{ kind: 'list', items: Array.from({ length: 10 }, () => ''), ordered: false }];
  return kind === 'passages'
    ? Array.from({ length: 3 }, () => ({ kind: 'quote', text: '', source: '' }))
    : [];
}

export const isMain = (url: string) => process.argv[1] === fileURLToPath(url);
