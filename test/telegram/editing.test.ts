import { describe, expect, it } from 'vitest';
import { Stage } from './stage.ts';

describe('an edited question', () => {
  it('turns the answer there is into the new one, also after a restart', async () => {
    const stage = await Stage.open();
    const { lin } = stage;
    const answer = await stage.ask(lin, lin.room, '青禾县教育局2024年收到多少件申请');
    const question = [...lin.room.messages.values()].find(({ from }) => from?.id === lin.user.id);
    if (!question) expect.fail('the question is gone');
    expect(answer.text).toContain('17 件');
    lin.edits(lin.room, question, '青禾县教育局2023年收到多少件申请');
    await expect.poll(() => answer.text).toContain('12 件');
    await stage.stop();
    await stage.start();
    lin.edits(lin.room, question, '青禾县教育局2025年收到多少件申请');
    await expect.poll(() => answer.text, { timeout: 5000 }).toContain('15 件');
    expect(lin.room.messages.size).toBe(2);
  });

  it('starts from where the talk stood before it', async () => {
    const stage = await Stage.open();
    const { lin, group } = stage;
    await stage.ask(lin, group, '/ask 青禾县教育局2024年收到多少件申请');
    const second = lin.says(group, '/ask 那自然资源局呢');
    const answer = await stage.saying('61 件', group);
    lin.edits(group, second, '/ask 那2023年呢');
    await expect.poll(() => answer.text).toContain('12 件');
    expect(answer.text).toContain('青禾县教育局');
  });

  it('becomes a card, an answer from a usage note, and nothing where no word has changed', async () => {
    const stage = await Stage.open();
    const { lin, group } = stage;
    const asked = lin.says(group, '/summary');
    const answer = await stage.saying('请写出单位', group);
    lin.edits(group, asked, '/summary 青禾县教育局 2024');
    await expect.poll(() => answer.text).toContain('青禾县教育局 2024年');
    const edits = () => stage.server.calls.filter(({ method }) => method === 'editMessageText').length;
    const before = edits();
    lin.edits(group, asked, '/summary 青禾县教育局 2024');
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(edits()).toBe(before);
  });

  it('is answered when it only now is for the bot, and let be when that is long ago', async () => {
    const stage = await Stage.open();
    const { lin, group } = stage;
    const meant = lin.says(group, '青禾县教育局2024年收到多少件申请');
    const answered = stage.saying('17 件', group);
    lin.edits(group, meant, '@nianbao_test_bot 青禾县教育局2024年收到多少件申请');
    await answered;
    const old = lin.says(group, '青禾县教育局2023年收到多少件申请');
    old.date = (old.date ?? 0) - 3600;
    await stage.silence(group, () =>
      lin.edits(group, old, '@nianbao_test_bot 青禾县教育局2023年收到多少件申请'),
    );
  });

  it('changes no subscription and no setting', async () => {
    const stage = await Stage.open();
    const { lin } = stage;
    const said = lin.says(lin.room, '/subscriptions');
    await stage.saying('还没有订阅', lin.room);
    await stage.silence(lin.room, () => lin.edits(lin.room, said, '/subscribe 全部'));
    expect((await stage.ask(lin, lin.room, '/subscriptions')).text).toContain('还没有订阅');
  });
});
