import { describe, expect, it } from 'vitest';
import { highlight, sentences } from '../../src/answer/sentences.ts';

describe('highlighting', () => {
  it('splits so that the sentences joined are the text', () => {
    const text = '一是人手少。二是“经验”不足；三是设备旧！';
    expect(
      sentences(text)
        .map((part) => part.text)
        .join(''),
    ).toBe(text);
    expect(sentences(text)).toHaveLength(3);
  });

  it('takes the sentence with most of the words and cuts a long one around them', () => {
    expect(highlight('开头无关。保密审查由专人负责保密。结尾无关。', ['保密', '审查'])).toBe(
      '保密审查由专人负责保密。',
    );
    const long = `${'甲'.repeat(300)}保密审查${'乙'.repeat(300)}`;
    const cut = highlight(long, ['保密审查']);
    expect(cut).toMatch(/^….*保密审查.*…$/);
    expect(cut.length).toBeLessThanOrEqual(162);
  });
});
