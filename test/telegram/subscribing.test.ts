import { describe, expect, it } from 'vitest';
import { buttons, Stage } from './stage.ts';

describe('subscribing', () => {
  it('understands scopes and wishes in words', async () => {
    const stage = await Stage.open();
    const { lin } = stage;
    const said: Record<string, string> = {
      '/subscribe 全部': '全部年报（即时）',
      '/subscribe 青禾县教育局 每日 静音': '青禾县教育局（每日汇总，静音）',
      '/subscribe 乡镇 仅有疑点': '所有乡镇（即时，仅有疑点的）',
      '/subscribe 关键词 微信 公众号': '提到“微信”和“公众号”的年报（即时）',
      '/subscribe 河南省 每周': '河南省各单位（每周汇总）',
      '/subscribe 胡言乱语': '没有看懂',
    };
    for (const [text, words] of Object.entries(said))
      expect((await stage.ask(lin, lin.room, text)).text, text).toContain(words);
    const list = await stage.ask(lin, lin.room, '/subscriptions');
    expect(list.text).toContain('5. 河南省各单位');
    await lin.presses(lin.room, list, '2');
    expect(list.text).toContain('青禾县教育局（每日汇总，静音）');
    await lin.presses(lin.room, list, '每周汇总');
    await lin.presses(lin.room, list, '暂停');
    expect(list.text).toContain('青禾县教育局（每周汇总，静音，已暂停）');
    await lin.presses(lin.room, list, '退订');
    expect(list.text).not.toContain('教育局');
    expect((await stage.ask(lin, lin.room, '/unsubscribe 全部')).text).toContain('已退订');
    expect((await stage.ask(lin, lin.room, '/subscriptions')).text).toContain('还没有订阅');
  });

  it('asks back where a place could mean its government or everything in it', async () => {
    const stage = await Stage.open();
    const { lin } = stage;
    const choice = await stage.ask(lin, lin.room, '/subscribe 青禾县');
    expect(buttons(choice)).toEqual(['青禾县各单位', '青禾县人民政府']);
    await lin.presses(lin.room, choice, '青禾县人民政府');
    expect(choice.text).toContain('已订阅：青禾县人民政府（即时）');
  });

  it('asks back where only a part of a name is said, and keeps what else was wished', async () => {
    const stage = await Stage.open();
    const { lin } = stage;
    const choice = await stage.ask(lin, lin.room, '/subscribe 自然资源局 每周 静音 仅有疑点');
    expect(buttons(choice)).toEqual(['青禾县自然资源局']);
    await lin.presses(lin.room, choice, '青禾县自然资源局');
    expect(choice.text).toContain('已订阅：青禾县自然资源局（每周汇总，仅有疑点的，静音）');
    expect((await stage.ask(lin, lin.room, '/subscribe 火星局')).text).toContain('没有看懂');
  });

  it('is for administrators in groups, until they open it', async () => {
    const stage = await Stage.open();
    const { lin, wang, group } = stage;
    expect((await stage.ask(wang, group, '/subscribe 全部')).text).toContain('只有管理员');
    const settings = await stage.ask(wang, group, '/settings');
    expect((await wang.presses(group, settings, '允许所有人')).text).toContain('只有群管理员');
    await lin.presses(group, settings, '允许所有人');
    expect((await stage.ask(wang, group, '/subscribe 全部')).text).toContain('已订阅');
  });

  it('keeps quiet hours, time zone, digest and home region', async () => {
    const stage = await Stage.open();
    const { lin } = stage;
    expect((await stage.ask(lin, lin.room, '/settings 静默 22:00-07:00')).text).toContain('22:00–07:00');
    expect((await stage.ask(lin, lin.room, '/settings 时区 Europe/Berlin')).text).toContain('Europe/Berlin');
    expect((await stage.ask(lin, lin.room, '/settings 汇总日 周五')).text).toContain('每周在周五');
    expect((await stage.ask(lin, lin.room, '/settings 时区 火星')).text).toContain('没有看懂');
  });

  it('goes out as a file and comes in again, also in another chat', async () => {
    const stage = await Stage.open();
    const { lin, wang } = stage;
    await stage.ask(lin, lin.room, '/subscribe 青禾县教育局 每周');
    const file = await stage.ask(lin, lin.room, '/export');
    const content = stage.server.world.files.get(file.document?.file_id ?? '')?.content ?? new Uint8Array();
    const taken = stage.saying('已导入 1 项订阅：青禾县教育局', wang.room);
    wang.sends(wang.room, 'nianbao-subscriptions.json', content);
    await taken;
    stage.server.world.join(stage.group, lin.user, 'creator');
    const there = stage.saying('已导入 1 项订阅：青禾县教育局', stage.group);
    lin.sends(stage.group, 'nianbao-subscriptions.json', content, { caption: '/subscriptions' });
    await there;
    const refused = stage.saying('不是可导入的订阅文件', wang.room);
    wang.sends(wang.room, 'my-subscriptions.json', new TextEncoder().encode('{"a":1}'));
    await refused;
  });
});
