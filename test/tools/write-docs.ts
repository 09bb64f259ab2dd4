import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { settingsPage } from '../../bot/settings-page.ts';
import { checks } from '../../src/audit/checks/all.ts';
import { checksPage } from '../../src/audit/checks-page.ts';
import { packageRoot } from '../../src/package-root.ts';
import { longTalk, playTalk, readmeTalk, withTalk } from './transcript.ts';

// npm run docs: the pages, and parts of pages, that are generated from the program itself.
const page = (name: string) => join(packageRoot, name);

writeFileSync(page('docs/checks.md'), checksPage(checks));
writeFileSync(page('docs/settings.md'), settingsPage());
const short = await playTalk(readmeTalk);
for (const name of ['README.md', 'README.zh-CN.md']) {
  writeFileSync(page(name), withTalk(readFileSync(page(name), 'utf8'), short));
}
writeFileSync(
  page('docs/conversation.md'),
  withTalk(readFileSync(page('docs/conversation.md'), 'utf8'), await playTalk(longTalk)),
);
