import { setMaxListeners } from 'node:events';
import { withFeeding } from '../../feeding.ts';
import { readSettings } from '../../settings.ts';
import { runBot } from '../../telegram/bot.ts';
import { openLog } from '../../telegram/operation/log.ts';
import { type ExitCode, exit, UsageError } from '../exit.ts';
import { complain, type Output } from '../output.ts';
import { type CommonOptions, dataFolder } from '../settings.ts';
import { withApp } from '../using.ts';

export interface BotOptions extends CommonOptions {
  inbox?: string;
}

/** The Telegram bot, the inbox and the hand-over in one process, until SIGINT or SIGTERM. */
export async function bot(options: BotOptions, output: Output): Promise<ExitCode> {
  const settings = readSettings(process.env);
  if (settings.token === '')
    throw new UsageError('没有设置 BOT_TOKEN：请向 @BotFather 申请令牌，写进环境变量或 .env');
  const log = openLog(settings.logLevel);
  const ending = endingSignal();
  await withApp(dataFolder(options), 'write', (app) =>
    withFeeding(
      app,
      {
        inbox: options.inbox || settings.inbox || undefined,
        tell: (text) => log.info({ inbox: text }, 'inbox'),
      },
      () => runBot({ app, settings, log, signal: ending.signal, tell: (text) => complain(output, text) }),
    ),
  ).finally(ending.forget);
  return exit.done;
}

/** The first signal ends in order, the second at once. */
function endingSignal(): { signal: AbortSignal; forget(): void } {
  const ending = new AbortController();
  setMaxListeners(0, ending.signal);
  const end = () => (ending.signal.aborted ? process.exit(1) : ending.abort());
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
  return {
    signal: ending.signal,
    forget: () => {
      process.off('SIGINT', end);
      process.off('SIGTERM', end);
    },
  };
}
