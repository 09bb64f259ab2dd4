import { describe, expect, it } from 'vitest';
import type { Message } from '../telegram-stand-in/types.ts';
import type { Room } from '../telegram-stand-in/world.ts';
import { reportText } from './report-text.ts';
import { buttons, Stage } from './stage.ts';

const report = (...args: Parameters<typeof reportText>) => ({ name: 'a.txt', bytes: reportText(...args) });
const alertsIn = (room: Room): Message[] =>
  [...room.messages.values()].filter((message) => /^(🔔 新年报|🔄 年报有改动|🗞)/u.test(message.text ?? ''));

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
    const refused = stage.saying('不是可导入的订阅文件', wang.room);
    wang.sends(wang.room, 'my-subscriptions.json', new TextEncoder().encode('{"a":1}'));
    await refused;
  });
});

describe('alerts', () => {
  it('tell of a new report and of what changed in it, once, in the topic that asked', async () => {
    const stage = await Stage.open();
    const { lin, group } = stage;
    const topic = stage.events.openTopic(group, '提醒');
    await stage.ask(lin, group, '/subscribe 全部', { topic });
    const first = stage.saying('🔔 新年报：青禾县水利局 2024年', group);
    await stage.app.ingestUpload(report());
    const alert = await first;
    expect(alert.message_thread_id).toBe(topic);
    expect(alert.text).toContain('新收申请：17 件');
    const second = stage.saying('🔄 年报有改动：青禾县水利局 2024年', group);
    await stage.app.ingestUpload(report({ naturalPersons: 20 }));
    expect((await second).text).toMatch(/17 → 23/);
    await stage.app.ingestUpload(report({ naturalPersons: 20 }));
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(alertsIn(group)).toHaveLength(2);
  });

  it('have buttons that answer, and one that mutes the agency', async () => {
    const stage = await Stage.open();
    const { lin } = stage;
    await stage.ask(lin, lin.room, '/subscribe 全部');
    await stage.app.ingestUpload(report({ year: 2023 }));
    const arrived = stage.saying('青禾县水利局 2024年', lin.room);
    await stage.app.ingestUpload(report());
    const alert = await arrived;
    const audited = stage.saying(/核对|核查|数字/, lin.room);
    await lin.presses(lin.room, alert, '核查结果');
    await audited;
    const compared = stage.saying('2023年', lin.room);
    await lin.presses(lin.room, alert, '与上年对比');
    await compared;
    expect((await lin.presses(lin.room, alert, '问这份年报')).text).toContain('直接打字提问');
    expect((await stage.ask(lin, lin.room, '收到多少件申请')).text).toContain('青禾县水利局');
    await lin.presses(lin.room, alert, '不再提醒该单位');
    await stage.silence(lin.room, () => void stage.app.ingestUpload(report({ year: 2022 })));
    const list = await stage.ask(lin, lin.room, '/subscriptions');
    expect(list.text).toContain('不提醒的单位：青禾县水利局');
    await lin.presses(lin.room, list, '恢复全部提醒');
    const again = stage.saying('青禾县水利局 2021年', lin.room);
    await stage.app.ingestUpload(report({ year: 2021 }));
    await again;
  });

  it('come after a restart for what came while the bot was away', async () => {
    const stage = await Stage.open();
    const { lin } = stage;
    await stage.ask(lin, lin.room, '/subscribe 全部');
    await stage.stop();
    const arrived = stage.saying('🔔 新年报：青禾县水利局', lin.room);
    const { openApp } = await import('../../src/app.ts');
    const app = await openApp({ dataDir: stage.data, mode: 'write' });
    await app.ingestUpload(report());
    await app.close();
    await stage.start();
    await arrived;
    expect(alertsIn(lin.room)).toHaveLength(1);
  });
});

describe('trouble while delivering', () => {
  const subscribed = async () => {
    const stage = await Stage.open();
    await stage.ask(stage.lin, stage.group, '/subscribe 全部');
    return stage;
  };

  it('is waited out: floods, server errors, refused markup', async () => {
    const stage = await subscribed();
    for (const kind of ['flood', 'server', 'markup'] as const)
      stage.server.faults.add({ kind, methods: ['sendMessage'], chat: stage.group.chat.id, retryAfter: 1 });
    const arrived = stage.saying('🔔 新年报', stage.group);
    await stage.app.ingestUpload(report());
    await arrived;
    expect(alertsIn(stage.group)).toHaveLength(1);
  });

  it('repeats an alert whose answer was lost, once and marked', async () => {
    const stage = await subscribed();
    stage.server.faults.add({ kind: 'lost', methods: ['sendMessage'], chat: stage.group.chat.id });
    const arrived = stage.saying('可能重复', stage.group);
    await stage.app.ingestUpload(report());
    await arrived;
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(alertsIn(stage.group)).toHaveLength(2);
  });

  it('pauses where the bot was thrown out and goes on when it is added again', async () => {
    const stage = await subscribed();
    stage.events.botBecomes(stage.group, 'kicked', stage.lin.user);
    await expect.poll(() => stage.app && pausedIn(stage)).toBe('已停发');
    const arrived = stage.saying('🔔 新年报', stage.group);
    await stage.app.ingestUpload(report());
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(alertsIn(stage.group)).toHaveLength(0);
    stage.events.botBecomes(stage.group, 'member', stage.lin.user);
    await stage.app.ingestUpload(report({ year: 2023 }));
    await arrived;
  });

  it('follows a group that becomes a supergroup, with all that belongs to it', async () => {
    const stage = await Stage.open();
    const { lin } = stage;
    const old = stage.server.world.room('group', '小群');
    stage.server.world.join(old, lin.user, 'creator');
    await stage.ask(lin, old, '/subscribe 全部');
    const next = stage.events.migrate(old);
    const arrived = stage.saying('🔔 新年报', next);
    await stage.app.ingestUpload(report());
    await arrived;
    expect((await stage.ask(lin, next, '/subscriptions')).text).toContain('全部年报');
  });

  it('falls back to the general topic when a topic is closed', async () => {
    const stage = await Stage.open();
    const { lin, group } = stage;
    const topic = stage.events.openTopic(group, '提醒');
    await stage.ask(lin, group, '/subscribe 全部', { topic });
    stage.events.setTopicOpen(group, topic, false);
    const arrived = stage.saying('话题已关闭', group);
    await stage.app.ingestUpload(report());
    expect((await arrived).message_thread_id).toBeUndefined();
  });

  it('tells the administrators when nothing can be said there at all', async () => {
    const stage = await Stage.open();
    const { lin, group } = stage;
    const topic = stage.events.openTopic(group, '提醒');
    await stage.ask(lin, group, '/subscribe 全部', { topic });
    stage.server.faults.add({
      kind: 'topic-closed',
      methods: ['sendMessage'],
      chat: group.chat.id,
      times: 2,
    });
    const told = stage.saying('话题已关闭', lin.room);
    await stage.app.ingestUpload(report());
    await told;
    expect((await stage.ask(lin, group, '/subscriptions')).text).toContain('已停发');
  });
});

/** How the group's subscription stands, from the record on the disk. */
async function pausedIn(stage: Stage): Promise<string> {
  const { readFile } = await import('node:fs/promises');
  const text = await readFile(`${stage.data}/bot/chats/${stage.group.chat.id}.json`, 'utf8');
  return text.includes('"paused":"blocked"') ? '已停发' : text;
}
