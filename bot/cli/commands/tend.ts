import { resolve } from 'node:path';
import { backup, restore } from '../../../src/archive/backup.ts';
import { examine } from '../../../src/archive/doctor.ts';
import { type ExitCode, exit } from '../exit.ts';
import { type Output, print, printJson } from '../output.ts';
import { type CommonOptions, dataFolder } from '../settings.ts';

export interface DoctorOptions extends CommonOptions {
  check?: boolean;
}

/** Exit 1 when something is wrong that is not mended. */
export async function doctor(options: DoctorOptions, output: Output): Promise<ExitCode> {
  const diagnosis = examine(dataFolder(options), { mend: options.check !== true });
  const { reports, versions, sources, ailments } = diagnosis;
  if (options.json) printJson(output, diagnosis);
  else {
    for (const { file, message, mended } of ailments)
      print(output, `${message}${mended ? `：${mended}` : ''}  ${file}`);
    print(
      output,
      `检查了 ${reports} 份年报、${versions} 个版本、${sources} 份原文件，${ailments.length === 0 ? '一切正常' : `发现 ${ailments.length} 处问题`}`,
    );
  }
  const lost = ailments.some(({ code, mended }) => !mended || code.startsWith('report-'));
  return lost ? exit.partly : exit.done;
}

export async function backUp(target: string, options: CommonOptions, output: Output): Promise<ExitCode> {
  const list = backup(dataFolder(options), resolve(target), () => new Date());
  const files = Object.keys(list.files).length;
  if (options.json) printJson(output, { target: resolve(target), reports: list.reports, files });
  else print(output, `已备份 ${list.reports} 份年报、${files} 个文件到 ${resolve(target)}`);
  return exit.done;
}

export async function restoreFrom(source: string, options: CommonOptions, output: Output): Promise<ExitCode> {
  const list = restore(resolve(source), dataFolder(options));
  if (options.json)
    printJson(output, { source: resolve(source), reports: list.reports, madeAt: list.madeAt });
  else print(output, `已恢复 ${list.reports} 份年报（备份时间 ${list.madeAt}）`);
  return exit.done;
}
