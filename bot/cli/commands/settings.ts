import { type Setting, shownDefault, shownValue } from '../../settings/setting.ts';
import { settings } from '../../settings/table.ts';
import { readSettings } from '../../settings.ts';
import { type ExitCode, exit } from '../exit.ts';
import { type Output, print, printJson } from '../output.ts';
import type { CommonOptions } from '../settings.ts';
import { table } from '../table.ts';

/** Every setting with what is in force; secrets only tell whether they are set. */
export async function showSettings(options: CommonOptions, output: Output): Promise<ExitCode> {
  const values: Record<string, unknown> = { ...readSettings(process.env) };
  const entries = (Object.entries(settings) as [string, Setting<unknown>][]).map(([name, one]) => ({
    variable: one.variable,
    value: shown(one, values[name]),
    default: shownDefault(one),
    set: Boolean(process.env[one.variable]?.trim()),
    help: one.help,
  }));
  if (options.json) printJson(output, { settings: entries });
  else {
    const rows = entries.map(({ variable, value, set, help }) => [
      variable,
      `${value}${set ? ' *' : ''}`,
      help,
    ]);
    print(output, table([['变量', '现值', '说明'], ...rows], ['left', 'left', 'left']));
    print(output, '\n带 * 的是已设置的，其余为默认值。写在环境变量或当前目录的 .env 文件里。');
  }
  return exit.done;
}

function shown({ secret }: Setting<unknown>, value: unknown): string {
  const text = shownValue(value);
  return secret && text !== shownValue('') ? '（已设）' : text;
}
