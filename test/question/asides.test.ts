import { describe, expect, it } from 'vitest';
import { understand } from '../../src/question/understand.ts';
import type { TalkContext } from '../../src/question/understanding.ts';
import { corpusDay, fictionalLibrary } from '../support/fictional-library.ts';

const { library, ids } = fictionalLibrary();
const id = (code: string) => ids.get(code) ?? code;
const ask = (text: string, context?: TalkContext) =>
  understand(text, { library, today: corpusDay, ...(context ? { context } : {}) }).query;

const received = 'applications.newReceived.total';
const question = '秀岭区2023年新收申请多少件';

describe('a courtesy', () => {
  it('gets a kind word of its own', () => {
    const groups: Record<string, string[]> = {
      thanks: ['谢谢', '谢谢啦！', '辛苦了', '多谢多谢～', 'Thanks a lot!', '你真棒，辛苦了'],
      enough: ['好的', '好的，知道了', 'ok', '嗯嗯好的', '没事了'],
      bye: ['再见', '谢谢，再见', '拜拜👋'],
      praise: ['你真棒', '太厉害了'],
      hello: ['早上好', '在吗', '您好', 'hello'],
      confused: ['看不懂', '你说慢点'],
      export: ['导出所有数据'],
    };
    for (const [key, messages] of Object.entries(groups))
      for (const message of messages)
        expect([message, ask(message)]).toEqual([
          message,
          expect.objectContaining({ kind: 'help', topic: `courtesy.${key}` }),
        ]);
  });

  it('says nothing beside a question', () => {
    for (const text of [`好的，${question}`, `ok ${question}`, `您好，${question}，谢谢，辛苦了`])
      expect(ask(text)).toMatchObject({ kind: 'value', agencies: [id('xl')], readings: [received] });
  });

  it('is none where something is asked or meant with its words', () => {
    for (const text of ['好的单位有哪些', '收到', '没了', '今天天气怎么样'])
      expect([text, ask(text).topic ?? '']).toEqual([
        text,
        text === '收到' || text === '没了' ? 'courtesy.enough' : '',
      ]);
  });
});

describe('a clause of the asker', () => {
  const asides = [
    '我是本地村民，',
    '我是一名大学生，',
    '我是退休老人，眼神不好，',
    '我是记者，想核实一下，',
    '作为纳税人我想问',
    '领导急着要，',
    '单位要写总结，',
    '我在做一个课题，',
    '有村民反映想知道',
    '替朋友问一下，',
    '网上说法不一，',
    '我看了半天没看懂，',
    '最后再问一个，',
    '有个问题想请教，',
    '一句话回答我，',
    '不要废话，',
    '精确一点，',
    '供参考用，',
    '能不能麻烦您帮我瞅瞅',
    '恕我直言，',
  ];
  const codas = [
    '，急求',
    '，我记不清了',
    '，请尽快答复',
    '，越快越好',
    '，别的不要',
    '，我好核对',
    '，麻烦了',
    '，多谢指教',
  ];

  it('changes nothing of what is asked', () => {
    for (const text of [...asides.map((aside) => aside + question), ...codas.map((coda) => question + coda)])
      expect([text, ask(text)]).toEqual([
        text,
        expect.objectContaining({ kind: 'value', agencies: [id('xl')], years: [2023], readings: [received] }),
      ]);
  });

  it('is told where a word of it is not known', () => {
    const query = ask(`我跟别人打赌，${question}`);
    expect(query).toMatchObject({ kind: 'value', readings: [received] });
    expect(query.correction).toContain('打赌');
  });

  it('still narrows the question where it does: no figure, or one that says it is not narrowed', () => {
    for (const aside of [
      '我问的是征地方面的',
      '涉及征地的',
      '征地补偿',
      '请只算征地的',
      '我想问跨江大桥的',
    ]) {
      const query = ask(`${aside}，${question}`);
      const told = query.kind !== 'value' || /征地|大桥/.test(query.correction ?? '');
      expect([aside, query.kind, told]).toEqual([aside, query.kind, true]);
    }
  });
});

describe('the place without a name', () => {
  const talked: TalkContext = {
    query: ask('澄阳县教育局2023年收到多少申请'),
    options: [],
    items: [],
    recent: [id('cy-jy')],
  };

  it('is the government of the talk, or the region of a group', () => {
    expect(ask('县里2024年收到多少申请', talked)).toMatchObject({ kind: 'value', agencies: [id('cy')] });
    expect(ask('县里哪个局最忙', talked)).toMatchObject({
      kind: 'ranking',
      readings: ['applications.handledTotal.total'],
      filter: { region: { level: 'county', name: '澄阳县' }, kinds: ['bureau'] },
    });
  });

  it('is said to be unknown where nobody said which', () => {
    expect(ask('2023年全县行政诉讼一共多少').correction).toContain('没有说是哪个县');
    expect(ask('2023年全县行政诉讼一共多少', talked).correction).toBeUndefined();
  });
});
