import type { App } from '../../../src/app.ts';
import { greeting } from '../../console/greeting.ts';
import { terminalChat } from '../../console/terminal-chat.ts';
import { Conversation } from '../../conversation.ts';
import { type ExitCode, exit } from '../exit.ts';
import { complain, type Output, print } from '../output.ts';
import { type CommonOptions, dataFolder } from '../settings.ts';
import { withApp } from '../using.ts';

export interface ChatOptions extends CommonOptions {
  /** A folder to watch; `true` is the default one. */
  inbox?: string | true;
}

/** Reads beside a writer; with an inbox it is the writer itself. */
export async function chat(options: ChatOptions, output: Output): Promise<ExitCode> {
  const dataDir = dataFolder(options);
  if (options.inbox === undefined) return talk(dataDir, output, false);
  const { withFeeding } = await import('../../feeding.ts');
  const inbox = options.inbox === true ? undefined : options.inbox;
  return withApp(dataDir, 'write', (app) =>
    withFeeding(app, { inbox, tell: (text) => complain(output, text) }, () => converse(app, output, false)),
  );
}

export function talk(dataDir: string, output: Output, samples: boolean): Promise<ExitCode> {
  return withApp(dataDir, 'read', (app) => converse(app, output, samples));
}

async function converse(app: App, output: Output, samples: boolean): Promise<ExitCode> {
  print(output, greeting(app.library, samples));
  await terminalChat(new Conversation(app), { input: process.stdin, output: output.out });
  return exit.done;
}
