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
