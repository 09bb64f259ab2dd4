import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { dataPath } from '../../src/package-root.ts';
import { reportText } from './report-text.ts';
import { Stage } from './stage.ts';

const text = (words: string) => new TextEncoder().encode(words);

describe('files from administrators', () => {
  it('are taken in, told of in one message that is edited, and answered from at once', async () => {
    const stage = await Stage.open();
    const { lin } = stage;
    const first = stage.saying('正在读取', lin.room);
    const done = stage.saying('水利局 2023年', lin.room);
    lin.sends(lin.room, '水利局2024.txt', reportText(), { album: 'a' });
    lin.sends(lin.room, '水利局2023.txt', reportText({ year: 2023 }), { album: 'a' });
    const sheet = await first;
    expect((await done).message_id).toBe(sheet.message_id);
    expect(sheet.text).toContain('✅ 已收录：青禾县水利局 2024年');
    expect((await stage.ask(lin, lin.room, '青禾县水利局2024年收到多少件申请')).text).toContain('17 件');
    const card = await stage.ask(lin, lin.room, '/summary 青禾县水利局 2024');
    const file = stage.events.message((message) => message.document !== undefined);
    await lin.presses(lin.room, card, '原文件');
    expect((await file).document?.file_name).toBe('水利局2024.txt');
  });

  it('may be a ZIP; what cannot be read is told with its cause, what does not add up too', async () => {
    const stage = await Stage.open();
    const { lin } = stage;
    const zip = zipSync({ 'a.txt': reportText({ naturalPersons: 20 }), 'b.txt': text('今天天气很好。') });
    const done = stage.saying('未收录', lin.room);
    lin.sends(lin.room, 'all.zip', zip);
    expect((await done).text).toContain('已收录：青禾县水利局 2024年');
    expect((await done).text).toContain('核查错误');
  });

  it('larger than Telegram lets bots fetch are told of the other ways', async () => {
    const stage = await Stage.open();
    const { lin } = stage;
    const told = stage.saying('超过 20 MB', lin.room);
    lin.sends(lin.room, 'big.pdf', new Uint8Array(21 * 1024 * 1024));
    expect((await told).text).toContain('收件目录');
  });

  it('are refused from others, and left alone in groups unless meant for the bot', async () => {
    const stage = await Stage.open({ privacy: false });
    const { lin, wang, group } = stage;
    const refused = stage.saying('由管理员负责', wang.room);
    wang.sends(wang.room, 'a.txt', reportText());
    await refused;
    await stage.silence(group, () => void lin.sends(group, 'a.txt', reportText()));
    const taken = stage.saying('已收录', group);
    lin.sends(group, 'a.txt', reportText(), { caption: '/upload' });
    await taken;
  });
});

describe('reports that come beside the chat', () => {
  it('by the inbox or the command line, answer and alert without a restart', async () => {
    const stage = await Stage.open();
    const { lin } = stage;
    const { withFeeding } = await import('../../bot/feeding.ts');
    await stage.ask(lin, lin.room, '/subscribe 全部');
    await withFeeding(stage.app, { tell: () => undefined }, async () => {
      const first = stage.saying('🔔 新年报：青禾县水利局', lin.room);
      writeFileSync(join(stage.data, 'inbox', 'a.txt'), reportText());
      await first;
      const { nianbao } = await import('../support/command-line.ts');
      const second = stage.saying('🔔 新年报：青禾县民政局', lin.room);
      const file = join(stage.data, 'b.txt');
      writeFileSync(file, reportText({ agency: '青禾县民政局' }));
      // The process must be able to answer while it waits: the call is made without blocking it.
      const { promisify } = await import('node:util');
      const { execFile } = await import('node:child_process');
      nianbao(['--version']);
      const { stdout } = await promisify(execFile)(process.execPath, [
        join(dataPath('..'), 'dist', 'bot', 'cli', 'main.js'),
        'ingest',
        file,
        '--json',
        '--data',
        stage.data,
      ]);
      expect(JSON.parse(stdout)).toMatchObject({ added: 1 });
      await second;
    });
    expect((await stage.ask(lin, lin.room, '青禾县民政局2024年收到多少件申请')).text).toContain('17 件');
  });
});
