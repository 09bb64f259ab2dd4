import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startNianbao } from '../support/command-line.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { reportText } from './report-text.ts';
import { Stage } from './stage.ts';

const contentOf = (stage: Stage, id = '') =>
  Buffer.from(stage.server.world.files.get(id)?.content ?? []).toString('utf8');

describe('the file of a report', () => {
  it('comes back to the byte where it was kept, also after a restart', async () => {
    const stage = await Stage.open();
    const { lin } = stage;
    const bytes = Buffer.concat([reportText(), Buffer.from('\r\n\r\n')]);
    await stage.app.ingestUpload({ name: '水利局 原件.txt', bytes });
    await stage.stop();
    await stage.start();
    const card = await stage.ask(lin, lin.room, '/summary 青禾县水利局 2024');
    const sent = stage.events.message((message) => message.document !== undefined);
    await lin.presses(lin.room, card, '原文件');
    const { document, caption } = await sent;
    expect(document?.file_name).toBe('水利局 原件.txt');
    expect(caption).toMatch(/^《.*》原文件$/);
    expect(contentOf(stage, document?.file_id)).toBe(bytes.toString('utf8'));
  });

  it('is told to be missing where it was not kept, and all that was read comes instead', async () => {
    const stage = await Stage.open({ env: { NIANBAO_KEEP_SOURCES: 'no' } });
    const { lin } = stage;
    await stage.app.ingestUpload({ name: 'a.txt', bytes: reportText() });
    const card = await stage.ask(lin, lin.room, '/summary 青禾县水利局 2024');
    const sent = stage.events.message((message) => message.document !== undefined);
    await lin.presses(lin.room, card, '原文件');
    expect((await sent).caption).toContain('原文件没有保存');
    expect(contentOf(stage, (await sent).document?.file_id)).toContain('本年新收政府信息公开申请数量');
  });
});

describe('a backup', () => {
  it('taken beside the running bot brings back all that it knows of chats', async () => {
    const stage = await Stage.open({ env: { NIANBAO_ADMINS: '' } });
    const { lin, wang, group } = stage;
    await expect.poll(() => stage.told).toContain('/claim');
    const code = /\/claim (\S+)/.exec(stage.told)?.[1];
    expect((await stage.ask(lin, lin.room, `/claim ${code}`)).text).toContain('您现在是');
    await stage.ask(lin, lin.room, '/settings language English');
    await stage.ask(wang, wang.room, '/subscribe 全部 每日');
    await stage.ask(lin, group, '/subscribe 青禾县教育局');
    await stage.app.ingestUpload({ name: 'a.txt', bytes: reportText() });
    const answer = await stage.ask(wang, wang.room, '教育局和自然资源局2024年申请对比');
    const copy = join(temporaryFolder(), 'copy');
    await nianbao(['backup', copy, '--data', stage.data]);
    await stage.ask(wang, wang.room, '/unsubscribe 全部');
    await stage.stop();
    rmSync(stage.data, { recursive: true });
    await nianbao(['restore', copy, '--data', stage.data]);
    await stage.start();
    expect((await stage.ask(lin, lin.room, '/upload')).text).toContain('Send me report files');
    const list = await stage.ask(wang, wang.room, '/subscriptions');
    expect(list.text).toContain('全部年报（每日汇总）');
    expect(list.text).toContain('待发的提醒：1 条');
    const sheet = stage.events.message((message) => message.document !== undefined);
    await wang.presses(wang.room, answer, 'CSV');
    await sheet;
    expect((await stage.ask(wang, wang.room, '那2023年呢')).text).toContain('2023年');
    const arrived = stage.saying('🔔 新年报：青禾县教育局 2022年', group);
    await stage.app.ingestUpload({
      name: 'b.txt',
      bytes: reportText({ agency: '青禾县教育局', year: 2022 }),
    });
    await arrived;
  });
});

/** As a process of its own, while this one goes on answering. */
async function nianbao(args: string[]): Promise<void> {
  expect(await startNianbao(args).exited, args.join(' ')).toBe(0);
}
