import { join } from 'node:path';
import { openArchive } from '../../../src/archive/archive.ts';
import { refreshSamples } from '../../samples.ts';
import type { ExitCode } from '../exit.ts';
import type { Output } from '../output.ts';
import { type CommonOptions, dataFolder } from '../settings.ts';
import { talk } from './chat.ts';

/** `npm start`: the Telegram bot where there is a token; else a chat over what is held, or over the sample reports while nothing is. */
export async function start(options: CommonOptions, output: Output): Promise<ExitCode> {
  if (process.env.BOT_TOKEN?.trim()) return (await import('./bot.ts')).bot(options, output);
  const dataDir = dataFolder(options);
  if (openArchive(dataDir, 'read').holdings.length > 0) return talk(dataDir, options, output, false);
  const samples = join(dataDir, 'samples');
  await refreshSamples(samples);
  return talk(samples, options, output, true);
}
