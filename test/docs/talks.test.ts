import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { packageRoot } from '../../src/package-root.ts';
import { longTalk, playTalk, readmeTalk } from '../tools/transcript.ts';

const page = (name: string) => readFileSync(join(packageRoot, name), 'utf8');

it('shows in the READMEs what the program really answers (npm run docs writes it)', async () => {
  const talk = await playTalk(readmeTalk);
  expect(page('README.md')).toContain(talk);
  expect(page('README.zh-CN.md')).toContain(talk);
});

it('shows a talk of twenty turns as it really goes', async () => {
  expect(longTalk).toHaveLength(20);
  expect(page('docs/conversation.md')).toContain(await playTalk(longTalk));
});
