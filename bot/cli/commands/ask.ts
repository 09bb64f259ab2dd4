import { createInterface } from 'node:readline';
import type { App, Asked } from '../../../src/app.ts';
import { ArchiveError } from '../../../src/archive/errors.ts';
import { renderTerminal, wantsColour } from '../../render/terminal.ts';
import { type ExitCode, exit, RefusedError } from '../exit.ts';
import { explain } from '../explain.ts';
import { answerJson } from '../json.ts';
import { complain, type Output, print, printJson } from '../output.ts';
import { type CommonOptions, dataFolder } from '../settings.ts';
import { withApp } from '../using.ts';

export interface AskOptions extends CommonOptions {
  explain?: boolean;
  chart?: string;
}

export async function ask(words: string[], options: AskOptions, output: Output): Promise<ExitCode> {
  return withApp(dataFolder(options), 'read', async (app) => {
    if (words.length === 1 && words[0] === '-') return askEach(app, options, output);
    const asked = await app.ask(words.join(' '));
    tell(asked, options, output);
    if (options.chart) await drawChart(asked, options.chart, output);
    return exit.done;
  });
}

/** One independent question a line; the answers come in the same order, one a line with `--json`. */
async function askEach(app: App, options: AskOptions, output: Output): Promise<ExitCode> {
  let code: ExitCode = exit.done;
  for await (const line of createInterface({ input: process.stdin })) {
    if (!line.trim() && !options.json) continue;
    try {
      tell(await app.ask(line), options, output);
      if (!options.json) print(output, '');
    } catch (error) {
      if (!(error instanceof ArchiveError)) throw error;
      const { code: cause, message } = error;
      if (options.json) printJson(output, { question: line, error: { code: cause, message } });
      complain(output, message);
      code = exit.partly;
    }
  }
  return code;
}

function tell(asked: Asked, options: AskOptions, output: Output): void {
  if (options.json) {
    const explanation = options.explain ? { explanation: asked.understanding } : {};
    printJson(output, { ...answerJson(asked.answer), ...explanation });
    return;
  }
  if (options.explain) print(output, explain(asked.understanding));
  print(output, renderTerminal(asked.answer, { colour: wantsColour(output.out) }));
}

async function drawChart({ answer }: Asked, file: string, output: Output): Promise<void> {
  if (!answer.chart) throw new RefusedError('no-chart', '这个回答没有可画的图');
  const { writeFile } = await import('node:fs/promises');
  const { renderChart } = await import('../../render/chart.ts');
  await writeFile(file, await renderChart(answer.chart));
  complain(output, `图已写入 ${file}`);
}
