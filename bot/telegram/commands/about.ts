import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../../src/package-root.ts';
import { examples } from '../../console/greeting.ts';
import { reply } from '../answers/replying.ts';
import type { Desk } from '../desk.ts';
import { plainWords } from '../port/port.ts';
import type { Speaker } from '../speaker.ts';
import { languageOf, type Say, sayFor } from '../texts/say.ts';
import type { Command } from './command.ts';

type Run = Command['run'];

export const start: Run = async (desk, speaker) => {
  await reply(desk, speaker, plainWords(greeting(desk, speaker)));
};

/** @param commands those that menus show, in their order */
export function help(commands: () => readonly Command[]): Run {
  return async (desk, speaker) => {
    const { chat } = speaker.place;
    const say = sayFor(desk, chat);
    const language = languageOf(desk, chat);
    const lines = commands()
      .filter((command) => command.menus.length > 0)
      .map((command) => `/${command.name} ${command[language]}`);
    const text = [
      ...howToAsk(desk, speaker),
      '',
      say('talking.commands'),
      ...lines,
      '',
      privacy(desk, say),
      say('talking.otherLanguage'),
    ].join('\n');
    await reply(desk, speaker, plainWords(text));
  };
}

export const about: Run = async (desk, speaker) => {
  const { version } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as {
    version: string;
  };
  const say = sayFor(desk, speaker.place.chat);
  const text = [say('talking.about', { version }), held(desk, say), say('talking.promise')].join('\n');
  await reply(desk, speaker, plainWords(text));
};

export const upload: Run = async (desk, speaker) => {
  const key = desk.access.isAdmin(speaker.user) ? 'talking.howToUpload' : 'talking.uploadByAdmins';
  await reply(desk, speaker, plainWords(sayFor(desk, speaker.place.chat)(key)));
};

/** What a group is told when the bot comes, and a person who starts it. */
export function greeting(desk: Desk, speaker: Pick<Speaker, 'chat'>): string {
  const say = sayFor(desk, speaker.chat.id);
  return [
    say('talking.hello'),
    held(desk, say),
    '',
    ...howToAsk(desk, speaker),
    ...(speaker.chat.type === 'private' ? [] : ['', privacy(desk, say)]),
    '',
    say('talking.more'),
    say('talking.otherLanguage'),
  ].join('\n');
}

function held({ app }: Desk, say: Say): string {
  const { holdings, agencies } = app.library;
  if (holdings.length === 0) return say('talking.holdsNothing');
  const years = holdings.map((holding) => holding.year);
  return say('talking.holds', {
    agencies: agencies.length,
    reports: holdings.length,
    from: Math.min(...years),
    to: Math.max(...years),
  });
}

function howToAsk(desk: Desk, { chat }: Pick<Speaker, 'chat'>): string[] {
  const say = sayFor(desk, chat.id);
  const some = examples(desk.app.library, languageOf(desk, chat.id));
  const isPrivate = chat.type === 'private';
  const lead = isPrivate
    ? say('talking.askPrivate')
    : say('talking.askGroup', { bot: desk.me.username ?? '' });
  const how = isPrivate ? '' : '/ask ';
  return [lead, ...some.map((question) => `· ${how}${question}`), say('talking.followUps')];
}

/** In privacy mode Telegram shows a bot only what is meant for it; people should know either way. */
function privacy({ me }: Desk, say: Say): string {
  return say(me.can_read_all_group_messages ? 'talking.privacyOff' : 'talking.privacyOn');
}
