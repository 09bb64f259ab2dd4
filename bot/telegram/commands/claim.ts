import { reply } from '../answers/replying.ts';
import { plainWords } from '../port/port.ts';
import { sayFor } from '../texts/say.ts';
import type { Command } from './command.ts';

const answers = {
  claimed: 'talking.claimed',
  wrong: 'talking.claimWrong',
  taken: 'talking.claimTaken',
  'too-often': 'talking.claimTooOften',
} as const;

/** The first administrator says the code that was printed at start. Only in private, so that nobody reads along. */
export const claim: Command['run'] = async (desk, speaker, words) => {
  const key =
    speaker.chat.type === 'private'
      ? answers[desk.access.claim(speaker.user, words)]
      : 'talking.claimPrivately';
  await reply(desk, speaker, plainWords(sayFor(desk, speaker.place.chat)(key)));
};
