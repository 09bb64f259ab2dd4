import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalizeText } from '../../index/normalize.ts';
import { DictionaryError, readTerms, Segmenter } from '../../index/segmenter.ts';
import { dataPath } from '../../src/package-root.ts';

const segmenter = new Segmenter({ folder: dataPath('dictionary') });
const texts = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      '政府',
      '信息',
      '公开',
      '縣',
      '人民政府办公厅',
      '2023',
      '１２',
      '1,234',
      '12.5',
      '%',
      'abc',
      ' ',
      '，',
      '𠮷',
    ),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 2 }),
  ),
});

describe('Segmenter', () => {
  it('keeps numbers and words of other scripts whole', () => {
    const terms = segmenter.terms('2023年收到1,234件，占12.5%，见www.example.gov.cn');
    expect(terms).toEqual(expect.arrayContaining(['2023', '1234', '12.5', 'www.example.gov.cn']));
  });

  it('does not join the numbers of an enumeration', () => {
    expect(segmenter.terms('2022，2023年')).toEqual(expect.arrayContaining(['2022', '2023']));
  });

  it('knows the words of the field and their parts', () => {
    expect(segmenter.terms('通过微信公众号公开')).toEqual([
      '通过',
      '微信',
      '公众',
      '公众号',
      '微信公众号',
      '公开',
    ]);
  });

  it('cuts traditional and full-width text as simplified', () => {
    expect(segmenter.terms('政府資訊公開２０２３')).toEqual(segmenter.terms('政府资讯公开2023'));
  });

  it('tells where each term stands in the original', () => {
    const text = '洪澤區２０２３年微信公眾號';
    for (const { term, start, end } of segmenter.segment(text))
      expect(normalizeText(text.slice(start, end))).toBe(term);
    expect(segmenter.segment(text).map(({ start, end }) => text.slice(start, end))).toContain('微信公眾號');
  });

  it('cuts any text into pieces that joined are the text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(segmenter.cut(text).join('')).toBe(text);
      }),
    );
  });

  it('gives the same terms with places as without, each inside the text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const segments = segmenter.segment(text);
        expect(segments.map(({ term }) => term)).toEqual(segmenter.terms(text));
        for (const { term, start, end } of segments) {
          expect(normalizeText(text.slice(start, end)).replaceAll(',', '')).toContain(term);
        }
      }),
    );
  });

  it('refuses a folder without a dictionary before the library could abort the process', () => {
    const folder = mkdtempSync(join(tmpdir(), 'dictionary-'));
    writeFileSync(join(folder, 'idf.txt'), 'x 1\n');
    const missing = new Segmenter({ folder });
    expect(() => missing.terms('政府')).toThrow(DictionaryError);
    expect(() => missing.terms('政府')).toThrow('words.txt');
    expect(missing.terms('2023 abc')).toEqual(['2023', 'abc']);
    expect(segmenter.terms('政府')).toEqual(['政府']);
  });

  it('reads word lists without their comments', () => {
    const terms = readTerms(dataPath('dictionary', 'terms.txt'));
    expect(terms.length).toBeGreaterThan(300);
    expect(terms.filter((term) => /[#\s]/.test(term))).toEqual([]);
    expect(new Set(terms).size).toBe(terms.length);
  });
});
