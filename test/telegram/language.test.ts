import { describe, expect, it } from 'vitest';
import { commands } from '../../bot/telegram/commands/table.ts';
import { sayIn, type TextKey, texts } from '../../bot/telegram/texts/say.ts';
import { reportText } from './report-text.ts';
import { buttons, Stage } from './stage.ts';

/** What is written in Chinese in an English text: names of agencies as examples, and words to be typed. */
const quotable = /青禾县(?:教育局)?|[甲乙]县教育局|微信|公众号|中文.*$/gm;
const han = /\p{Script=Han}/u;

describe('the table of texts', () => {
  const all: [string, Readonly<Record<string, string>>][] = Object.entries(texts).flatMap(([room, entries]) =>
    Object.entries(entries).map(([name, text]): [string, Readonly<Record<string, string>>] => [
      `${room}.${name}`,
      text,
    ]),
  );

  it('holds every text in both languages, with the same places to fill in', () => {
    expect(all.length).toBeGreaterThan(100);
    const places = (text = '') => [...new Set(text.match(/\{\w+\}/g))].sort();
    for (const [key, text] of all) {
      expect(Object.keys(text), key).toEqual(['zh', 'en']);
      expect(text.en?.trim(), key).not.toBe('');
      expect(places(text.en), key).toEqual(places(text.zh));
    }
  });

  it('is English where it says English', () => {
    const others = all.filter(([key]) => !key.startsWith('talking.otherLanguage'));
    for (const [key, { en = '' }] of others) expect(en.replace(quotable, ''), key).not.toMatch(han);
    for (const { name, en } of commands) expect(en, name).not.toMatch(han);
  });

  it('never fills in what was filled in', () => {
    const words = '{reason}';
    expect(sayIn('zh')('subscriptions.noSuch', { words })).toContain('{reason}');
    expect(sayIn('en')('nothing' as TextKey)).toBe('nothing');
  });
});

describe('a chat that has chosen English', () => {
  it('gets help, dialogs, answers, buttons and errors in English, until it chooses Chinese again', async () => {
    const stage = await Stage.open();
    const { lin } = stage;
    const ask = async (text: string) => stage.ask(lin, lin.room, text);
    expect((await ask('/start')).text).toContain('/settings English');
    expect((await ask('/settings language English')).text).toContain('Quiet hours: none');
    expect((await ask('/help')).text).toContain('/rank Rank the agencies');
    expect((await ask('/start')).text).toContain('How many applications did 青禾县人民政府 receive');
    expect((await ask('/nosuch')).text).toContain('There is no such command');
    const answer = await ask('青禾县教育局2024年收到多少件申请');
    expect(answer.text).toContain('new applications received');
    expect(buttons(answer)).toEqual(['Summary', 'Checks']);
    const card = await ask('/summary 青禾县教育局 2024');
    expect(buttons(card)).toContain('📄 Source file');
    await lin.presses(lin.room, card, 'Other years');
    expect(card.text).toContain('choose a year');
    await lin.presses(lin.room, card, '2023');
    expect(buttons(card)).toContain('All data');
    expect((await ask('/rank')).text).toContain('most first');
    expect((await ask('/subscribe towns daily silent')).text).toContain('all towns (daily digest, silent)');
    const list = await ask('/subscriptions');
    await lin.presses(lin.room, list, '1');
    expect(buttons(list)).toContain('✓ daily digest');
    expect((await ask('/settings quiet 23:00 to 6:30')).text).toContain('Quiet hours: 23:00–06:30');
    const settings = await ask('/settings');
    await lin.presses(lin.room, settings, '中文');
    expect(settings.text).toContain('静默时段：23:00–06:30');
  });

  it('is alerted in English, and may press the buttons of alerts', async () => {
    const stage = await Stage.open();
    const { lin } = stage;
    await stage.ask(lin, lin.room, '/settings 语言 英文');
    await stage.ask(lin, lin.room, '/subscribe all');
    const first = stage.saying('🔔 New report: 青禾县水利局 2024', lin.room);
    await stage.app.ingestUpload({ name: 'a.txt', bytes: reportText() });
    const alert = await first;
    expect(alert.text).toContain('新收申请: 17');
    expect(alert.text).toContain('figures do not add up');
    const summary = stage.events.message((message) => buttons(message).includes('All data'));
    await lin.presses(lin.room, alert, 'Summary');
    await summary;
    const changed = stage.saying('🔄 Report changed', lin.room);
    await stage.app.ingestUpload({ name: 'a.txt', bytes: reportText({ naturalPersons: 20 }) });
    expect((await changed).text).toContain('17 → 23');
  });
});

describe('a question in English', () => {
  it('is answered in English with English buttons, also in a Chinese chat', async () => {
    const stage = await Stage.open();
    const { lin } = stage;
    const answer = await stage.ask(lin, lin.room, 'How many applications did 青禾县教育局 receive in 2024?');
    expect(answer.text).toContain('new applications received');
    expect(buttons(answer)).toEqual(['Summary', 'Checks']);
    const card = stage.events.message((message) => buttons(message).includes('All data'));
    await lin.presses(lin.room, answer, 'Summary');
    await card;
    expect((await stage.ask(lin, lin.room, '/subscriptions')).text).toContain('还没有订阅');
    const [first] = (await lin.asksInline('applications of 青禾县教育局 in 2024')) as {
      description: string;
    }[];
    expect(first?.description).toContain('applications');
  });
});
