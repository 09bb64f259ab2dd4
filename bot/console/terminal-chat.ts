import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { ArchiveError } from '../../src/archive/errors.ts';
import type { Answer } from '../../src/model/answer.ts';
import type { Conversation } from '../conversation.ts';

export interface Terminal {
  input: Readable & { isTTY?: boolean };
  output: Writable & { isTTY?: boolean };
  /** What is printed for an answer. */
  render(answer: Answer): string;
}

const PROMPT = '问> ';
const leaving = new Set(['exit', 'quit', '退出', '再见', ':q']);

/**
 * Questions and answers in a terminal until Ctrl-D, Ctrl-C or 退出. Where nobody types (a pipe), one question a
 * line, each answered, until the end of input.
 */
export async function terminalChat(conversation: Conversation, terminal: Terminal): Promise<void> {
  const interactive = terminal.input.isTTY === true;
  const lines = createInterface({
    input: terminal.input,
    output: terminal.output,
    terminal: interactive,
    prompt: PROMPT,
    historySize: 200,
    removeHistoryDuplicates: true,
  });
  lines.on('SIGINT', () => lines.close());
  if (interactive) {
    say(terminal, '输入问题后按回车；输入“退出”或按 Ctrl-D 结束。\n');
    lines.prompt();
  }
  for await (const line of lines) {
    const question = line.trim();
    if (leaving.has(question.toLowerCase())) break;
    if (question) say(terminal, await reply(conversation, question, terminal));
    if (interactive) lines.prompt();
  }
  lines.close();
  if (interactive) say(terminal, '再见。');
}

/** A damaged file costs the answer, not the talk. */
async function reply(conversation: Conversation, text: string, { render }: Terminal): Promise<string> {
  try {
    const { answer } = await conversation.reply({ talk: 'console', text });
    return render(answer);
  } catch (error) {
    if (error instanceof ArchiveError) return `无法回答：${error.message}`;
    throw error;
  }
}

function say({ output }: Terminal, text: string): void {
  output.write(`${text}\n`);
}
