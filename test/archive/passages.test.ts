import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cut } from '../../src/archive/passages.ts';

describe('cutting a paragraph into passages', () => {
  it('leaves a short paragraph whole', () => {
    expect(cut(' 公开意识有待加强。培训不够。 ')).toEqual(['公开意识有待加强。培训不够。']);
    expect(cut('  ')).toEqual([]);
  });

  it('cuts a long paragraph at its sentences and keeps short ones with a neighbour', () => {
    const sentence = `${'本年度主动公开政府信息工作稳步推进'.repeat(4)}。`;
    const pieces = cut(`一是加强学习。${sentence.repeat(5)}`);
    expect(pieces.join('')).toBe(`一是加强学习。${sentence.repeat(5)}`);
    expect(pieces[0]?.startsWith('一是加强学习。本年度')).toBe(true);
    expect(pieces.every((piece) => piece.endsWith('。'))).toBe(true);
  });

  it('loses nothing and makes no passage longer than a message takes', () => {
    const text = fc.array(fc.constantFrom('公开', '信息', '，', '。', '；', '、', '2023年', '！', ' '), {
      maxLength: 400,
    });
    fc.assert(
      fc.property(text, (parts) => {
        const paragraph = parts.join('');
        const pieces = cut(paragraph);
        const bare = (words: string) => words.replaceAll(' ', '');
        expect(bare(pieces.join(''))).toBe(bare(paragraph));
        expect(pieces.every((piece) => piece.length <= 200)).toBe(true);
      }),
    );
  });
});
