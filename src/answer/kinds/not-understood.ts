import { z } from 'zod';
import { loadDataFile } from '../../catalogue/data-file.ts';
import type { AnswerBlock } from '../../model/answer.ts';
import { agencyName } from '../common.ts';
import { coveredBy, isSure, likelyAbout } from '../covered.ts';
import { asked } from '../own-words.ts';
import { heldYears } from '../selection.ts';
import type { Draft, Task } from '../task.ts';
import { holdingsText } from './not-held.ts';
import { passagesDraft } from './passages.ts';
import { likeLead } from './quoted.ts';

/** Quotes what speaks of just that; else says what can be asked, with examples that the library can answer. */
export function notUnderstood(task: Task): Draft {
  const { say } = task;
  const quoted = quotedInstead(task);
  if (quoted) return quoted;
  const options = examples(task);
  const blocks: AnswerBlock[] = [
    { kind: 'headline', text: say('没听懂这个问题', 'I did not understand the question') },
    {
      kind: 'text',
      text: say(
        '我只回答政府信息公开工作年度报告里的内容：数字、问题和措施、原文、核对和联系方式。',
        'I only answer from annual reports on government information disclosure: figures, problems and measures, passages, checks and contacts.',
      ),
    },
    ...(options.length
      ? [
          { kind: 'text' as const, text: say('可以这样问：', 'For example:') },
          { kind: 'list' as const, items: options, ordered: false },
        ]
      : []),
    { kind: 'note', text: holdingsText(task) },
  ];
  return { options, blocks };
}

/** A number or a sign alone asks for nothing. */
const words = /\p{Script=Han}.*\p{Script=Han}|\p{Script=Latin}{2}/u;

const list = z.array(z.string().min(1));
const offTopicSchema = z.looseObject({ words: list, errands: list });
let loaded: z.infer<typeof offTopicSchema> | undefined;

function offTopic() {
  loaded ??= loadDataFile(offTopicSchema, 'lexicon', 'off-topic.json');
  return loaded;
}

/** 帮我投诉, 我想投诉: something is to be done, not to be looked up. */
const errand = /[帮替给]我(?!.*[查找看问])|我[想要](?!.*[查找看问知了])/u;

/** Small talk is no question about what comes near it. */
function isOffTopic({ question }: Task): boolean {
  return offTopic().words.some((word) => question.includes(word));
}

/** 附近有银行吗, 推荐一个律师, 申请表在哪里下载: the asker needs something, which no report is. */
function isErrand({ question }: Task): boolean {
  return errand.test(question) || offTopic().errands.some((word) => question.includes(word));
}

/** A question with no word of ours in it may still be answered by the reports' own words: 网站改版了吗. */
function quotedInstead(task: Task): Draft | undefined {
  const { query, say } = task;
  if (query.agencies.length > 0 || !words.test(task.question) || isErrand(task)) return undefined;
  const hits = coveredBy(task, likelyAbout);
  if (hits.length === 0 || (isOffTopic(task) && !isSure(hits))) return undefined;
  const draft = passagesDraft(task, asked(task), hits, isSure(hits) ? undefined : likeLead(task));
  const note = say('以上按年报的文字查找；要查数字，请写明单位和项目。', 'Found in the text of the reports.');
  return { ...draft, blocks: [...draft.blocks, { kind: 'note', text: note }] };
}

/** Three questions about what is held; none when nothing is. */
export function examples({ library, say }: Task): string[] {
  const year = heldYears(library, { agencies: [], filter: {} }).at(-1);
  const held = library.holdings.filter((holding) => holding.year === year);
  const [first, second] = [held[0], held[1] ?? held[0]];
  if (year === undefined || !first || !second) return [];
  const name = (id: string) => agencyName(library, id);
  return [
    say(
      `${name(first.agencyId)}${year}年收到多少件申请？`,
      `How many applications did ${name(first.agencyId)} receive in ${year}?`,
    ),
    say(`${year}年哪个单位收到的申请最多？`, `Which agency received most applications in ${year}?`),
    say(`${name(second.agencyId)}存在哪些问题？`, `What problems does ${name(second.agencyId)} name?`),
  ];
}
