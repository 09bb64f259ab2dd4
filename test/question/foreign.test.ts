import { describe, expect, it } from 'vitest';
import { understand } from '../../src/question/understand.ts';
import { corpusDay, fictionalLibrary } from '../support/fictional-library.ts';

const { library, ids } = fictionalLibrary();
const ask = (text: string) => understand(text, { library, today: corpusDay }).query;

describe('words that change what is counted', () => {
  it.each([
    '第三方意见征询件数 2023 秀岭区政府',
    '秀岭区2023年诉讼判决书案号多少',
    '秀岭区2023年应诉律师费',
    '澄阳县教育局2023年企业提起的行政诉讼几件',
    '北屏市2024年酒驾行政处罚多少件',
    '秀岭区2023年逾期未答复的申请有多少',
  ])('give no figure of their neighbour: %s', (question) => {
    expect(ask(question).kind).toBe('not-held');
  });

  it('are no name of a county government in pinyin', () => {
    const query = ask('trend of applications received, xiulingqu zirangziyuanju');
    expect(query.kind).toBe('not-held');
  });

  it('leave a government behind 的 its name', () => {
    const { agencies } = ask('申请人逾期不补正的市政府三年情况');
    expect(agencies).toEqual([ids.get('bp')]);
  });
});

describe('an organ that is not named', () => {
  it.each(['局里2023年收到多少申请', '我们局2024年被复议几次', '你们单位2023年处罚几件'])(
    'is asked back: %s',
    (question) => {
      const { kind, options } = ask(question);
      expect(kind).toBe('clarify');
      expect(options?.length).toBeGreaterThan(1);
    },
  );

  it('is none where units are looked for', () => {
    expect(ask('处罚超过50件的单位里谁的申请最少，2024').kind).toBe('ranking');
  });
});

describe('wordings of Taiwan and Hong Kong', () => {
  it('are those of the tables', () => {
    const query = ask('北屏市政府2023年訴願案件幾件');
    expect(query.readings).toEqual(['reviews.reconsideration.total']);
    expect(ask('市府2023年申請案件數').readings).toEqual(['applications.newReceived.total']);
  });

  it('say how a year of the republic was converted', () => {
    const query = ask('秀嶺區政府112年的申請案件數');
    expect(query.years).toEqual([2023]);
    expect(query.correction).toContain('民国纪年');
  });
});

describe('spoken questions', () => {
  it('count applications, not units', () => {
    expect(ask('那个石桥乡二零二二年收到多少个申请啊').kind).toBe('value');
    expect(ask('秀岭区二三年罚了多少个啊').readings).toEqual(['disclosure.penalties.decisions']);
  });

  it('keep what was denied', () => {
    expect(ask('秀岭区二零二三年没给人家公开的有多少件').readings).toEqual(['applications.refused.total']);
  });
});

describe('matters of the text', () => {
  it.each(['政务公开专区', '有没有单位提到职业索赔'])('are looked for in it: %s', (question) => {
    expect(ask(question).kind).toBe('passages');
  });
});

describe('schools and hospitals as they are called for short', () => {
  it.each(['澄阳二中2023年收到多少申请', '澄阳一小2023信息公开申请多少', '澄阳卫生院2023年收到申请几件'])(
    'are not the government of their county: %s',
    (question) => {
      const { kind, agencies } = ask(question);
      expect(kind).toBe('not-held');
      expect(agencies).toEqual([]);
    },
  );
});
