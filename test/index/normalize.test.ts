import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalize, normalizeText } from '../../index/normalize.ts';

const texts = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      '縣',
      '县',
      '乾',
      '么',
      'Ａ',
      '２',
      '㈠',
      'ﬁ',
      'é',
      'e\u0301',
      '\u200b',
      '　',
      '𠮷',
      'İ',
      '裡',
      '衛',
    ),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 2 }),
  ),
});

describe('normalize', () => {
  it('takes width, traditional shapes and capitals for the same', () => {
    expect(normalizeText('洪澤區２０２３年ＡＢｃ')).toBe('洪泽区2023年abc');
    expect(normalizeText('政府資訊公開條例、行政訴訟、衛生局、裡面')).toBe(
      '政府资讯公开条例、行政诉讼、卫生局、里面',
    );
  });

  it('leaves characters alone that are plain simplified ones too', () => {
    expect(normalizeText('乾县有什么显著变化，瞭望')).toBe('乾县有什么显著变化，瞭望'.normalize('NFKC'));
  });

  it('drops characters without shape', () => {
    expect(normalizeText('武\u200b陟\ufeff县')).toBe('武陟县');
  });

  it('keeps the way back to the original where lengths change', () => {
    const { text, offsets } = normalize('（㈠）ﬁ縣');
    expect(text).toBe('((一))fi县');
    const county = text.indexOf('县');
    expect('（㈠）ﬁ縣'.slice(offsets[county], offsets[county + 1])).toBe('縣');
    expect('（㈠）ﬁ縣'.slice(offsets[text.indexOf('一')], offsets[text.indexOf('一') + 1])).toBe('');
  });

  it('gives each character an offset, rising, and the length of the original at the end', () => {
    fc.assert(
      fc.property(texts, (original) => {
        const { text, offsets } = normalize(original);
        expect(text).toBe(normalizeText(original));
        expect(offsets.length).toBe(text.length + 1);
        expect(offsets[text.length]).toBe(original.length);
        for (let i = 0; i < text.length; i++) expect(offsets[i + 1]).toBeGreaterThanOrEqual(offsets[i] ?? 0);
      }),
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(texts, (original) => {
        const once = normalizeText(original);
        expect(normalizeText(once)).toBe(once);
      }),
    );
  });
});
