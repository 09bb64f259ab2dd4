import type { AnswerBlock } from '../../model/answer.ts';
import type { AnswerKind } from '../../model/query.ts';
import type { Draft, Say, Task } from '../task.ts';
import { courtesy } from './courtesy.ts';
import { definition, difference } from './definition.ts';
import { holdingsText } from './not-held.ts';
import { examples } from './not-understood.ts';

/** What can be asked, in general or of one kind. */
export function help(task: Task): Draft {
  const { query, say } = task;
  const meaning =
    courtesy(task) ??
    difference(task, query.readings) ??
    (query.topic === undefined ? undefined : definition(task, query.topic));
  if (meaning) return meaning;
  const all = topics(say);
  const asked = all.find((topic) => topic.kind === query.topic);
  const options = asked ? [] : examples(task);
  const blocks: AnswerBlock[] = asked
    ? [
        { kind: 'headline', text: asked.name },
        { kind: 'text', text: say(`可以这样问：${asked.example}`, `For example: ${asked.example}`) },
      ]
    : [
        {
          kind: 'headline',
          text: say(
            '我回答政府信息公开工作年度报告里的内容',
            'I answer from annual reports on government information disclosure',
          ),
        },
        {
          kind: 'list',
          items: all.map((topic) =>
            say(`${topic.name}：${topic.example}`, `${topic.name}: ${topic.example}`),
          ),
          ordered: false,
        },
        {
          kind: 'text',
          text: say(
            '每个数字都注明出处；空白、没有这一栏和 0 分开说；没有收录的不猜。可以接着追问，如“那2022年呢”。',
            'Every figure comes with its source; blank, absent and 0 are told apart; nothing is guessed. Follow-ups work: “and in 2022?”.',
          ),
        },
      ];
  return { options, blocks: [...blocks, { kind: 'note', text: holdingsText(task) }] };
}

interface Topic {
  kind: AnswerKind;
  name: string;
  example: string;
}

function topics(say: Say): Topic[] {
  return [
    {
      kind: 'value',
      name: say('数字', 'Figures'),
      example: say(
        '某局2023年收到多少件申请？不予公开一共多少件？公开率多少？',
        'How many applications did X receive in 2023?',
      ),
    },
    {
      kind: 'comparison',
      name: say('比较', 'Comparison'),
      example: say('甲局和乙局2023年谁收到的申请多？', 'Who received more applications in 2023, X or Y?'),
    },
    {
      kind: 'ranking',
      name: say('排名', 'Ranking'),
      example: say(
        '2023年哪个单位收到的申请最多？某局排第几？',
        'Which agency received most applications in 2023?',
      ),
    },
    {
      kind: 'aggregate',
      name: say('合计', 'Totals'),
      example: say(
        '2023年所有单位一共收到多少件申请？有几个单位是零申请？',
        'How many applications in all in 2023?',
      ),
    },
    {
      kind: 'trend',
      name: say('变化', 'Trend'),
      example: say('某局近三年申请数量怎么变的？', 'How did applications to X develop?'),
    },
    {
      kind: 'summary',
      name: say('概况', 'Summary'),
      example: say('介绍一下某局的年报', 'Summarise the report of X'),
    },
    {
      kind: 'problems',
      name: say('问题和措施', 'Problems and measures'),
      example: say(
        '某局存在哪些问题？有什么改进措施？大家最常见的问题是什么？',
        'What problems does X name?',
      ),
    },
    {
      kind: 'passages',
      name: say('原文', 'Passages'),
      example: say('谁用微信公众号公开信息？某局怎么做保密审查？', 'Which agencies mention WeChat?'),
    },
    {
      kind: 'audit',
      name: say('核对', 'Checks'),
      example: say('某局2023年的数据对得上吗？', 'Do the figures of X add up?'),
    },
    {
      kind: 'contact',
      name: say('联系方式', 'Contacts'),
      example: say('某局的电话是多少？', 'What is the phone number of X?'),
    },
    {
      kind: 'list',
      name: say('收录情况', 'What is held'),
      example: say('有哪些单位的年报？缺哪些？', 'Which reports are held? Which are missing?'),
    },
  ];
}
