import { createHash } from 'node:crypto';
import type { Holding } from '../../src/model/library.ts';
import { escapeHtml, renderTelegram } from '../render/telegram.ts';
import { pageOf } from './answers/pages.ts';
import { queryFor } from './answers/report-acts.ts';
import type { Desk } from './desk.ts';
import type { InlineResult, Words } from './port/port.ts';
import type { InlineQuery } from './port/types.ts';
import { type Language, languageOf, type Say, sayIn } from './texts/say.ts';

const CACHE_SECONDS = 60;
const MOST_AGENCIES = 5;
/** With the question above it an answer must fit into one message. */
const LONGEST_ANSWER = 4000;
/** Kinds that are not worth passing on to a chat. */
const silent = new Set(['not-understood', 'help', 'clarify']);

/** As one types in any chat: the answer itself, and the agencies that are named. */
export async function answerInline(desk: Desk, { id, from, query }: InlineQuery): Promise<void> {
  const started = performance.now();
  const text = query.trim().slice(0, 256);
  const admitted = desk.perPress.admit(from.id) === 'ok';
  const asks = text !== '' && admitted && desk.access.mayAsk(from.id, from.id);
  const results = asks ? await resultsFor(desk, text, languageOf(desk, from.id)) : [];
  await desk.port.answerInline(id, results, admitted ? CACHE_SECONDS : 0);
  desk.metrics.time('inline_seconds', 'Inline queries answered.', performance.now() - started);
}

async function resultsFor(desk: Desk, text: string, chosen: Language): Promise<InlineResult[]> {
  const { answer, understanding } = await desk.app.ask(text);
  const language = chosen === 'en' ? 'en' : understanding.query.language;
  const say = sayIn(language);
  const results: InlineResult[] = [];
  if (!silent.has(answer.kind) && answer.blocks.length > 0) {
    const words = pageOf(renderTelegram(answer), 0, say);
    const [title = '', ...rest] = words.plain.split('\n').filter((line) => line.trim() !== '');
    results.push({
      id: key('answer', text),
      title: title.slice(0, 100),
      description: rest.join(' ').slice(0, 200),
      words: asked(text, words, say),
    });
  }
  for (const holding of newestOf(desk, text)) results.push(await agencyResult(desk, holding, language));
  return results;
}

/** The question stands above the answer, so that the chat sees what was asked. */
function asked(question: string, { html, plain }: Words, say: Say): Words {
  const head = say('answers.asked', { question });
  const fits = plain.length + head.length < LONGEST_ANSWER;
  return fits ? { html: `<i>${escapeHtml(head)}</i>\n${html}`, plain: `${head}\n${plain}` } : { html, plain };
}

function newestOf({ app }: Desk, text: string): Holding[] {
  const ids = app.library
    .findAgencies(text)
    .flatMap((mention) => mention.candidates)
    .map((candidate) => candidate.agencyId);
  return [...new Set(ids)].slice(0, MOST_AGENCIES).flatMap((agencyId) => {
    const newest = [...(app.library.agency(agencyId)?.reports.values() ?? [])].at(-1);
    const holding = newest === undefined ? undefined : app.library.holding(newest);
    return holding ? [holding] : [];
  });
}

async function agencyResult(desk: Desk, holding: Holding, language: Language): Promise<InlineResult> {
  const say = sayIn(language);
  const { agency, year, reportId } = holding;
  const { answer } = await desk.app.answer(queryFor(desk, holding, 'summary', language), agency);
  return {
    id: key('card', `${reportId} ${language}`),
    title: say('answers.summaryOf', { agency, year }),
    description: say('answers.summary'),
    words: pageOf(renderTelegram(answer), 0, say),
  };
}

function key(kind: string, text: string): string {
  return `${kind}-${createHash('sha256').update(text).digest('hex').slice(0, 24)}`;
}
