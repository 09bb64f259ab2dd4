import { CommanderError } from 'commander';
import { SettingError } from '../settings/setting.ts';
import { type ExitCode, exit, RefusedError, UsageError } from './exit.ts';
import { complain, type Output, printJson } from './output.ts';
import { program } from './program.ts';

/** Runs one command line and returns its exit code. Whatever goes wrong is told in one line. */
export async function run(args: readonly string[], output: Output): Promise<ExitCode> {
  let code: ExitCode = exit.done;
  try {
    await program(output, (result) => {
      code = result;
    }).parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    return tell(error, args.includes('--json'), output);
  }
}

function tell(error: unknown, json: boolean, output: Output): ExitCode {
  // commander has printed its own message; its code 0 stands for --help and --version.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exit.done : exit.wrongCall;
  const { code, message } = described(error);
  if (json)
    printJson(output, { error: { code, message, ...(error instanceof RefusedError ? error.details : {}) } });
  complain(output, message);
  return error instanceof UsageError || error instanceof SettingError ? exit.wrongCall : exit.partly;
}

/** Typed errors speak for themselves; of any other the stack is wanted, to report it. */
function described(error: unknown): { code: string; message: string } {
  if (!(error instanceof Error)) return { code: 'internal', message: String(error) };
  if (!('code' in error) || typeof error.code !== 'string' || error.code.startsWith('ERR_'))
    return { code: 'internal', message: `程序出错：${error.stack ?? error.message}` };
  return { code: error.code, message: error.message };
}
