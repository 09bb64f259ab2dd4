import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDataFile } from '../../src/catalogue/data-file.ts';
import { lexicon } from '../../src/question/lexicon.ts';
import { intents, intentsSchema, metricsSchema } from '../../src/question/lexicon-schema.ts';

describe('the lexicon', () => {
  it('knows words in folded form', () => {
    expect(lexicon().senses('不予公开')).toContainEqual({
      role: 'row',
      id: 'applications.refused',
      weak: false,
    });
    expect(lexicon().senses('applications received')).toEqual(lexicon().senses('新收'));
    expect(lexicon().senses('没有这个词')).toBeUndefined();
  });

  it('has words for every intent', () => {
    const known = new Set<string>();
    for (const word of lexicon().words())
      for (const sense of lexicon().senses(word) ?? []) if (sense.role === 'intent') known.add(sense.intent);
    expect([...intents].filter((intent) => !known.has(intent))).toEqual([]);
  });

  it('names the file and the path inside it when a record is wrong', () => {
    const file = (name: string, content: unknown) => {
      const path = join(mkdtempSync(join(tmpdir(), 'nianbao-')), name);
      writeFileSync(path, JSON.stringify(content));
      return path;
    };
    const metrics = file('metrics.json', { metrics: [{ means: 'applications.granted', words: [] }] });
    expect(() => readDataFile(metricsSchema, metrics)).toThrow(/metrics\.json at metrics\[0\]\.words/);
    const wrong = file('intents.json', { intents: { howMuch: ['多少'] } });
    expect(() => readDataFile(intentsSchema, wrong)).toThrow(/intents\.json at intents/);
  });
});
