import { describe, expect, it } from 'vitest';
import { reportText } from './report-text.ts';
import { buttons, Stage } from './stage.ts';

describe('in private', () => {
  it('takes every text for a question and answers with the citation', async () => {
    const stage = await Stage.open();
    const { lin } = stage;
    const answer = await stage.ask(lin, lin.room, '青禾县教育局2024年收到多少件申请');
    expect(answer.text).toContain('17 件');
    expect(answer.text).toContain('第35行');
    expect(answer.entities?.some((entity) => entity.type === 'expandable_blockquote')).toBe(true);
    expect((await stage.ask(lin, lin.room, '那2023年呢')).text).toContain('12 件');
  });

  it('says so when a command is not known', async () => {
    const stage = await Stage.open();
    const { lin } = stage;
    expect((await stage.ask(lin, lin.room, '/nosuch')).text).toContain('没有这个命令');
  });
});

describe('in groups', () => {
  it('answers a command, a mention and a reply, in the same topic and to the asking message', async () => {
    const stage = await Stage.open();
    const { lin, wang, group } = stage;
    const topic = stage.events.openTopic(group, '年报');
    const first = await stage.ask(lin, group, '/ask 青禾县教育局2024年收到多少件申请', { topic });
    expect(first).toMatchObject({ message_thread_id: topic });
    expect(first.reply_to_message?.text).toContain('/ask');
    expect(
      (await stage.ask(wang, group, '@nianbao_test_bot 青禾县教育局2023年收到多少件申请')).text,
    ).toContain('12 件');
    const followed = await stage.ask(wang, group, '2025年呢', { replyTo: first, topic });
    expect(followed.text).toContain('15 件');
  });

  it('is silent otherwise, also to commands for other bots', async () => {
    const stage = await Stage.open({ privacy: false });
    const { lin, group } = stage;
    await stage.silence(group, () => {
      lin.says(group, '青禾县教育局2024年收到多少件申请');
      lin.says(group, '/ask@other_bot 申请');
      lin.says(group, '/weather');
      lin.says(group, '@nianbao_test_bot2 你好');
    });
  });

  it('answers the message that somebody replies to with its name', async () => {
    const stage = await Stage.open({ privacy: false });
    const { lin, wang, group } = stage;
    const question = lin.says(group, '青禾县教育局2024年收到多少件申请');
    expect((await stage.ask(wang, group, '@nianbao_test_bot', { replyTo: question })).text).toContain(
      '17 件',
    );
  });

  it('answers anonymous administrators and channels', async () => {
    const stage = await Stage.open();
    const { lin, group } = stage;
    expect((await stage.ask(lin, group, '/ask 青禾县教育局2024年申请', { anonymous: true })).text).toContain(
      '17 件',
    );
    const channel = stage.server.world.room('channel', '公告');
    stage.server.world.join(channel, stage.server.world.bot, 'administrator');
    expect((await stage.ask(lin, channel, '/ask 青禾县教育局2024年申请')).text).toContain('17 件');
  });

  it('says in the greeting and in the help what privacy mode hides', async () => {
    const stage = await Stage.open();
    const { lin } = stage;
    const room = stage.server.world.room('supergroup', '新群');
    stage.server.world.join(room, stage.server.world.bot, 'left');
    const greeted = stage.saying('隐私模式已开启', room);
    stage.events.botBecomes(room, 'member', lin.user);
    await greeted;
    expect((await stage.ask(lin, room, '/help')).text).toContain('隐私模式已开启');
    expect(stage.told).toContain('隐私模式已开启');
  });
});

describe('commands', () => {
  it('become questions for the same understanding', async () => {
    const stage = await Stage.open();
    const { lin } = stage;
    const answers: Record<string, string> = {
      '/rank 申请': '从多到少',
      '/trend 青禾县教育局 申请': '2023年 12 件 → 2025年 15 件',
      '/compare 青禾县教育局 青禾县自然资源局': '对比',
      '/problems 青禾县教育局': '存在的问题',
      '/reports': '5家单位，16份年报',
      '/reports 2024': '5份年报',
      '/audit 青禾县教育局 2024': '结转',
      '/about': '从不编造',
      '/ask': '请把问题写在后面',
    };
    for (const [said, words] of Object.entries(answers))
      expect((await stage.ask(lin, lin.room, said)).text, said).toContain(words);
  });

  it('stand in the menus by scope and language', async () => {
    const { server } = await Stage.open();
    await expect.poll(() => [...server.commands.keys()]).toHaveLength(6);
    const english = server.commands.get('{"type":"all_private_chats"}:en') as {
      command: string;
      description: string;
    }[];
    expect(english.find(({ command }) => command === 'rank')?.description).toBe('Rank the agencies');
  });
});

describe('buttons', () => {
  it('turn the card of a report in place, for whoever asked', async () => {
    const stage = await Stage.open();
    const { lin, wang, group } = stage;
    const card = await stage.ask(wang, group, '/summary 青禾县教育局 2024');
    expect(buttons(card)).toEqual(
      expect.arrayContaining(['全部数据', '其他年份', '📊 历年图', '📄 原文件', '🔔 订阅该单位']),
    );
    const before = group.messages.size;
    expect((await lin.presses(group, card, '全部数据')).text).toContain('别人的提问');
    await wang.presses(group, card, '全部数据');
    expect(card.text).toContain('三、收到和处理政府信息公开申请情况');
    await wang.presses(group, card, '年报概况');
    await wang.presses(group, card, '其他年份');
    await wang.presses(group, card, '2023年');
    expect(card.text).toContain('2023年');
    expect(group.messages.size).toBe(before);
  });

  it('send the chart as a photo and the file of a report as a document', async () => {
    const stage = await Stage.open();
    const { lin } = stage;
    const card = await stage.ask(lin, lin.room, '/summary 青禾县教育局 2024');
    const photo = stage.events.message((message) => message.photo !== undefined);
    await lin.presses(lin.room, card, '历年图');
    expect((await photo).photo?.[0]?.file_size).toBeGreaterThan(5000);
    const file = stage.events.message((message) => message.document !== undefined);
    await lin.presses(lin.room, card, '原文件');
    expect((await file).document?.file_name).toBe('青禾县教育局-2024.txt');
  });

  it('survive a restart', async () => {
    const stage = await Stage.open();
    const { lin } = stage;
    const answer = await stage.ask(lin, lin.room, '教育局和自然资源局2024年申请对比');
    await stage.stop();
    await stage.start();
    const sheet = stage.events.message((message) => message.document?.file_name?.endsWith('.xlsx') === true);
    await lin.presses(lin.room, answer, '导出 Excel');
    await sheet;
    const photo = stage.events.message((message) => message.photo !== undefined);
    await lin.presses(lin.room, answer, '图');
    await photo;
  });

  it('turn pages in place', async () => {
    const stage = await Stage.open();
    const { lin } = stage;
    const items = Array.from(
      { length: 10 },
      (_, i) => `${i + 1}.第${i + 1}个方面的工作还不够${'扎实细致'.repeat(150)}。`,
    );
    const problems = `（一）存在的主要问题\n\n${items.join('\n\n')}`;
    await stage.app.ingestUpload({ name: 'a.txt', bytes: reportText({ problems }) });
    const answer = await stage.ask(lin, lin.room, '/problems 青禾县水利局');
    const first = answer.text;
    await lin.presses(lin.room, answer, '下一页');
    expect(answer.text).not.toBe(first);
    expect(buttons(answer)).toContain('‹ 上一页');
    await stage.stop();
    await stage.start();
    await lin.presses(lin.room, answer, '上一页');
    expect(answer.text).toBe(first);
  });

  it('tell a reply what it is about, also after a restart', async () => {
    const stage = await Stage.open();
    const { lin, wang, group } = stage;
    const answer = await stage.ask(lin, group, '/ask 青禾县教育局2024年收到多少件申请');
    await stage.stop();
    await stage.start();
    const followed = await stage.ask(wang, group, '予以公开多少件', { replyTo: answer });
    expect(followed.text).toContain('7 件');
    expect(followed.text).toContain('青禾县教育局');
  });
});
