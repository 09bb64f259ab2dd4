import { describe, expect, it } from 'vitest';
import type { Message } from '../telegram-stand-in/types.ts';
import type { Room } from '../telegram-stand-in/world.ts';
import { reportText } from './report-text.ts';
import { Stage } from './stage.ts';

const report = (...args: Parameters<typeof reportText>) => ({ name: 'a.txt', bytes: reportText(...args) });
const alertsIn = (room: Room): Message[] =>
  [...room.messages.values()].filter((message) => /^(🔔 新年报|🔄 年报有改动|🗞)/u.test(message.text ?? ''));

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
    stage.events.setTopicOpen(group, topic, false);
    const arrived = stage.saying('🔔 新年报', group);
    stage.events.setTopicOpen(group, topic, true);
    expect((await arrived).message_thread_id).toBe(topic);
  });
});

/** How the group's subscription stands, from the record on the disk. */
async function pausedIn(stage: Stage): Promise<string> {
  const { readFile } = await import('node:fs/promises');
  const text = await readFile(`${stage.data}/bot/chats/${stage.group.chat.id}.json`, 'utf8');
  return text.includes('"paused":"blocked"') ? '已停发' : text;
}
