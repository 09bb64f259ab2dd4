import type { App } from '../../../src/app.ts';
import { greeting } from '../../console/greeting.ts';
import { terminalChat } from '../../console/terminal-chat.ts';
import { Conversation } from '../../conversation.ts';
import { renderTerminal, wantsColour } from '../../render/terminal.ts';
import { type ExitCode, exit } from '../exit.ts';
import { answerJson } from '../json.ts';
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
  if (options.inbox === undefined) return talk(dataDir, options, output, false);
  const { withFeeding } = await import('../../feeding.ts');
  const inbox = options.inbox === true ? undefined : options.inbox;
  return withApp(dataDir, 'write', (app) =>
    withFeeding(app, { inbox, tell: (text) => complain(output, text) }, () =>
      converse(app, options, output, false),
    ),
  );
}

export function talk(
  dataDir: string,
  options: CommonOptions,
  output: Output,
  samples: boolean,
): Promise<ExitCode> {
  return withApp(dataDir, 'read', (app) => converse(app, options, output, samples));
}

/** With `--json` one JSON object an answer and nothing else. */
async function converse(
  app: App,
  { json }: CommonOptions,
  output: Output,
  samples: boolean,
): Promise<ExitCode> {
  if (!json) print(output, greeting(app.library, samples));
  const colour = wantsColour(output.out);
  await terminalChat(new Conversation(app), {
    input: process.stdin,
    output: output.out,
    render: (answer) =>
      json ? JSON.stringify(answerJson(answer)) : `${renderTerminal(answer, { colour })}\n`,
  });
  return exit.done;
}
