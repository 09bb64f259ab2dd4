import { type Line, type Result, readDialogues, readQuestions, runDialogue, runQuestion } from './corpus.ts';

export interface Score {
  right: number;
  all: number;
}

export interface Report {
  byKind: Map<string, { tuned: Score; heldOut: Score }>;
  tuned: Score;
  heldOut: Score;
  /** Questions that name another agency than expected. */
  wrongAgency: Result[];
  /** A figure for a question that must not be answered. */
  wrongFigure: Result[];
  failures: Result[];
}

/** These give nothing of the agency they name. */
const silent = new Set(['not-held', 'not-understood', 'clarify', 'help']);
const figures = new Set(['value', 'comparison', 'ranking', 'aggregate', 'trend']);

export function scoreQuestions(): Report {
  return scoreOf(readQuestions().map(runQuestion));
}

/** A dialogue counts as right when every turn is. */
export function scoreDialogues(): Report {
  return scoreOf(
    readDialogues().map((dialogue) => {
      const results = runDialogue(dialogue);
      const bad = results.find((result) => result.wrong.length > 0);
      const [first] = dialogue;
      const last = results.at(-1);
      if (!first || !last) throw new Error('dialogues.tsv: an empty dialogue');
      const question = dialogue.map((line) => line.question).join(' / ');
      const line: Line = { ...(bad?.line ?? last.line), question, heldOut: first.heldOut };
      const wrong = results.flatMap((r, i) => r.wrong.map((text) => `${i + 1}: ${text}`));
      return { line, query: bad?.query ?? last.query, wrong };
    }),
  );
}

function scoreOf(results: readonly Result[]): Report {
  const report: Report = {
    byKind: new Map(),
    tuned: { right: 0, all: 0 },
    heldOut: { right: 0, all: 0 },
    wrongAgency: [],
    wrongFigure: [],
    failures: [],
  };
  for (const result of results) {
    const { line, query, wrong } = result;
    const part = line.heldOut ? 'heldOut' : 'tuned';
    const kind = report.byKind.get(line.expected.kind) ?? {
      tuned: { right: 0, all: 0 },
      heldOut: { right: 0, all: 0 },
    };
    report.byKind.set(line.expected.kind, kind);
    for (const score of [kind[part], report[part]]) {
      score.all++;
      if (wrong.length === 0) score.right++;
    }
    if (wrong.length > 0 && !line.heldOut) report.failures.push(result);
    if (
      query.agencies.length > 0 &&
      !silent.has(query.kind) &&
      wrong.some((text) => /(?:^|: )a is/.test(text))
    )
      report.wrongAgency.push(result);
    if (figures.has(query.kind) && !figures.has(line.expected.kind) && !answerable(line))
      report.wrongFigure.push(result);
  }
  return report;
}

/** These kinds are other answers to what can be answered; the rest must not be answered. */
function answerable(line: Line): boolean {
  return !['not-held', 'not-understood', 'clarify', 'help'].includes(line.expected.kind);
}
