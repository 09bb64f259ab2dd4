import type { Preferences } from '../../../src/subscriptions/model.ts';
import type { Press } from '../answers/presses.ts';
import { reply } from '../answers/replying.ts';
import type { Desk } from '../desk.ts';
import { type Keyboard, plainWords, type Words } from '../port/port.ts';
import type { Chat } from '../port/types.ts';
import type { Speaker } from '../speaker.ts';
import { sayFor, type TextKey } from '../texts/say.ts';
import { mayChange } from './changing.ts';
import { readPreference } from './read-preference.ts';

/** `/settings` shows, `/settings 静默 22:00-07:00` changes. */
export async function changeSettings(desk: Desk, speaker: Speaker, words: string): Promise<void> {
  const { chat } = speaker.place;
  const say = sayFor(desk, chat);
  const answer = (text: Words, keyboard?: Keyboard) => reply(desk, speaker, text, keyboard);
  const show = () => answer(settingsWords(desk, speaker.chat), settingsKeyboard(desk, speaker.chat));
  if (words === '') {
    await show();
    return;
  }
  const changes = readPreference(words);
  const isAdmin = await desk.members.isAdmin(speaker);
  // What everybody may change does not include who may.
  const allowed = isAdmin || (!(changes && 'openSubscribing' in changes) && (await mayChange(desk, speaker)));
  if (!allowed) await answer(plainWords(say('subscriptions.onlyAdmins')));
  else if (!changes) {
    const unclear = say('subscriptions.settingUnclear', { words });
    await answer(plainWords(`${unclear}\n\n${say('subscriptions.settingsUsage')}`));
  } else {
    desk.subscriptions.setPreferences(chat, changes);
    await show();
  }
}

function settingsWords(desk: Desk, { id, type }: Chat): Words {
  const say = sayFor(desk, id);
  const { preferences } = desk.subscriptions.store.get(id);
  const { timeZone: zone, quiet, digestAt, digestOn, home, openSubscribing } = preferences;
  const none = say('subscriptions.settingNone');
  const day = say(`subscriptions.day.${digestOn}` as TextKey);
  const who = say(openSubscribing ? 'subscriptions.everybody' : 'subscriptions.administrators');
  const lines = [
    say('subscriptions.settings'),
    say('subscriptions.settingLanguage'),
    say('subscriptions.settingQuiet', { hours: quiet ? `${quiet.from}–${quiet.to}` : none }),
    say('subscriptions.settingZone', { zone }),
    say('subscriptions.settingDigest', { time: digestAt, day }),
    say('subscriptions.settingHome', { home: home ?? none }),
    ...(type === 'private' ? [] : [say('subscriptions.settingWho', { who })]),
  ];
  return plainWords(`${lines.join('\n')}\n\n${say('subscriptions.settingsUsage')}`);
}

function settingsKeyboard(desk: Desk, { id, type }: Chat): Keyboard {
  const say = sayFor(desk, id);
  const { quiet, openSubscribing, language } = desk.subscriptions.store.get(id).preferences;
  const button = (key: TextKey, preset: string) => [{ text: say(key), callback_data: `f:${preset}` }];
  const other = {
    text: language === 'zh' ? 'English' : '中文',
    callback_data: language === 'zh' ? 'f:en' : 'f:zh',
  };
  const rows: Keyboard = [
    quiet ? button('subscriptions.quietOff', 'loud') : button('subscriptions.quietNight', 'night'),
    [other],
  ];
  if (type !== 'private')
    rows.push(
      openSubscribing
        ? button('subscriptions.closeSubscribing', 'close')
        : button('subscriptions.openSubscribing', 'open'),
    );
  return rows;
}

const presets: Record<string, Partial<Preferences>> = {
  night: { quiet: { from: '22:00', to: '07:00' } },
  loud: { quiet: null },
  open: { openSubscribing: true },
  close: { openSubscribing: false },
  en: { language: 'en' },
  zh: { language: 'zh' },
};

/** `f:<preset>` */
export async function pressSetting(desk: Desk, { query, speaker, args }: Press): Promise<void> {
  const { chat, place, message } = speaker;
  const preset = presets[args[0] ?? ''];
  if (!(await desk.members.isAdmin(speaker)))
    return desk.port.answerCallback(query.id, sayFor(desk, chat.id)('subscriptions.onlyAdminsPress'), true);
  if (preset) desk.subscriptions.setPreferences(place.chat, preset);
  await desk.port.edit(place.chat, message, settingsWords(desk, chat), settingsKeyboard(desk, chat));
  await desk.port.answerCallback(query.id);
}
