import { answerQuestion } from '../answers/answering.ts';
import { reply } from '../answers/replying.ts';
import { sendCard } from '../answers/report-presses.ts';
import { plainWords } from '../port/port.ts';
import { talkOf } from '../speaker.ts';
import { languageOf, sayFor, type TextKey } from '../texts/say.ts';
import type { Command } from './command.ts';

type Run = Command['run'];

interface Asking {
  /** Words as a question. */
  zh: (words: string) => string;
  en: (words: string) => string;
  /** What is said, or asked, where there are no words. */
  alone: { usage: TextKey } | { question: string };
  /** What was said before narrows it. */
  follows?: true;
}

/** A bare year is of either language, and then of the usual one. */
function isEnglish(words: string): boolean {
  return /[a-z]/i.test(words) && !/\p{Script=Han}/u.test(words);
}

/** A command whose words become a question in words, for the same understanding as any other. */
function question({ zh, en, alone, follows }: Asking): Run {
  return async (desk, speaker, words) => {
    // A command says all that it means: what was said before does not narrow it.
    if (!follows) desk.conversation.forget(talkOf(speaker));
    if (words !== '') return answerQuestion(desk, speaker, (isEnglish(words) ? en : zh)(words));
    if ('question' in alone) return answerQuestion(desk, speaker, alone.question);
    await reply(desk, speaker, plainWords(sayFor(desk, speaker.place.chat)(alone.usage)));
  };
}

const ordered = /最|排名|排行|第几|倒数|从[高低多少大小]/;
const compared = /比|差|变化/;
const overYears = /历年|趋势|变化|逐年|近.年/;
const same = (words: string) => words;

export const asking = {
  ask: question({ zh: same, en: same, alone: { usage: 'answers.askUsage' }, follows: true }),
  compare: question({
    zh: (words) => (compared.test(words) ? words : `${words} 对比`),
    en: (words) => `compare ${words}`,
    alone: { usage: 'answers.compareUsage' },
  }),
  rank: question({
    zh: (words) => (ordered.test(words) ? words : `${words}最多的单位`),
    en: (words) => `which agency has the most ${words}`,
    alone: { question: '收到申请最多的单位' },
  }),
  trend: question({
    zh: (words) => (overYears.test(words) ? words : `${words} 历年趋势`),
    en: (words) => `trend of ${words} over the years`,
    alone: { question: '历年新收申请的趋势' },
  }),
  problems: question({
    zh: (words) => `${words}存在哪些问题`,
    en: (words) => `what problems does ${words} name`,
    alone: { question: '大家最常见的问题是什么' },
  }),
  audit: question({
    zh: (words) => `核查${words}`,
    en: (words) => `do the figures of ${words} add up`,
    alone: { question: '历年哪些年报的数字对不上' },
  }),
  reports: question({
    zh: (words) => `有哪些${words}的报告`,
    en: (words) => `which reports of ${words} are held`,
    alone: { question: '有哪些单位的报告' },
  }),
} satisfies Record<string, Run>;

/** A card where one report is meant; else the ordinary answer, which asks back or says what is held. */
export const summary: Run = async (desk, speaker, words) => {
  const { chat } = speaker.place;
  if (words === '') {
    await reply(desk, speaker, plainWords(sayFor(desk, chat)('answers.summaryUsage')));
    return;
  }
  const text = `概括${words}`;
  const { answer } = await desk.app.ask(text, desk.conversation.context(talkOf(speaker)));
  const [only, ...others] = answer.kind === 'summary' ? answer.reports : [];
  const holding = only && others.length === 0 ? desk.app.library.holding(only) : undefined;
  if (holding) return sendCard(desk, speaker, holding, 'summary', languageOf(desk, chat));
  return answerQuestion(desk, speaker, text);
};
