import { answerQuestion, replying } from '../answers/answering.ts';
import { sendCard } from '../answers/report-presses.ts';
import type { Desk } from '../desk.ts';
import { plainWords } from '../port/port.ts';
import { type Speaker, talkOf } from '../speaker.ts';

type Run = (desk: Desk, speaker: Speaker, words: string) => Promise<void>;

/** A command whose words become a question in words, for the same understanding as any other. */
function question(
  make: (words: string) => string,
  usage: string,
  alone?: string,
  follows: 'anew' | 'talk' = 'anew',
): Run {
  return async (desk, speaker, words) => {
    // A command says all that it means: what was said before does not narrow it.
    if (follows === 'anew') desk.conversation.forget(talkOf(speaker));
    if (words !== '') return answerQuestion(desk, speaker, make(words));
    if (alone !== undefined) return answerQuestion(desk, speaker, alone);
    await desk.port.send(speaker.place, plainWords(usage), replying(speaker));
  };
}

const ordered = /最|排名|排行|第几|倒数|从[高低多少大小]/;
const compared = /比|差|变化/;
const overYears = /历年|趋势|变化|逐年|近.年/;

export const asking = {
  ask: question(
    (words) => words,
    '请把问题写在后面，例如：\n/ask 青禾县教育局2024年收到多少件申请\n也可以用 /ask 回复别人的消息，我就回答那条消息。',
    undefined,
    'talk',
  ),
  compare: question(
    (words) => (compared.test(words) ? words : `${words} 对比`),
    '请写出要对比的单位或年份，例如：\n/compare 甲县教育局 乙县教育局\n/compare 甲县教育局 2023年和2024年',
  ),
  rank: question((words) => (ordered.test(words) ? words : `${words}最多的单位`), '', '收到申请最多的单位'),
  trend: question((words) => (overYears.test(words) ? words : `${words} 历年趋势`), '', '历年新收申请的趋势'),
  problems: question((words) => `${words}存在哪些问题`, '', '大家最常见的问题是什么'),
  audit: question((words) => `核查${words}`, '', '哪些年报的数字对不上'),
  reports: question((words) => `有哪些${words}的报告`, '', '有哪些单位的报告'),
} satisfies Record<string, Run>;

/** A card where one report is meant; else the ordinary answer, which asks back or says what is held. */
export const summary: Run = async (desk, speaker, words) => {
  if (words === '') {
    await desk.port.send(
      speaker.place,
      plainWords('请写出单位，例如：\n/summary 青禾县教育局 2024'),
      replying(speaker),
    );
    return;
  }
  const text = `概括${words}`;
  const { answer } = await desk.app.ask(text, desk.conversation.context(talkOf(speaker)));
  const [only, ...others] = answer.kind === 'summary' ? answer.reports : [];
  const holding = only && others.length === 0 ? desk.app.library.holding(only) : undefined;
  if (holding) return sendCard(desk, speaker, holding, 'summary');
  return answerQuestion(desk, speaker, text);
};
