import { describe, expect, it } from 'vitest';
import { readCharacters } from '../../../../src/ingest/decode/pdf/characters.ts';

describe('characters that fonts share with radicals', () => {
  it.each([
    ['⻔⼾⽹站', '门户网站'],
    ['⼈⺠政府', '人民政府'],
    ['⼀、总体情况', '一、总体情况'],
    ['户', '户'],
  ])('reads %s as %s', (printed, read) => {
    expect(readCharacters(printed)).toBe(read);
  });
});
