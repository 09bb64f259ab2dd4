import { resolve } from 'node:path';
import { backup } from '../../../src/archive/backup.ts';
import { examine } from '../../../src/archive/doctor.ts';
import { restore } from '../../../src/archive/restore.ts';
import { type ExitCode, exit } from '../exit.ts';
import { type Output, print, printJson } from '../output.ts';
import { type CommonOptions, dataFolder } from '../settings.ts';

export interface DoctorOptions extends CommonOptions {
  check?: boolean;
}

/** Exit 1 when something is wrong that is not mended, or was lost. */
export async function doctor(options: DoctorOptions, output: Output): Promise<ExitCode> {
  const diagnosis = examine(dataFolder(options), { mend: options.check !== true });
  const { reports, versions, sources, ailments, writer } = diagnosis;
  if (options.json) printJson(output, diagnosis);
  else {
    for (const { file, message, mended } of ailments)
      print(output, `${message}${mended ? `：${mended}` : ''}  ${file}`);
    if (writer !== undefined) print(output, `进程 ${writer} 正在写入，这次没有检查残留文件`);
    print(
      output,
      `检查了 ${reports} 份年报、${versions} 个版本、${sources} 份原文件，${ailments.length === 0 ? '一切正常' : `发现 ${ailments.length} 处问题`}`,
    );
  }
  const lost = ailments.some(({ code, mended }) => !mended || /^(?:report|record)-/.test(code));
  return lost ? exit.partly : exit.done;
}

export async function backUp(target: string, options: CommonOptions, output: Output): Promise<ExitCode> {
  const list = await backup(dataFolder(options), resolve(target), () => new Date());
  const files = Object.keys(list.files).length;
  if (options.json) printJson(output, { target: resolve(target), reports: list.reports, files });
  else print(output, `已备份 ${list.reports} 份年报、${files} 个文件到 ${resolve(target)}`);
  return exit.done;
}

export async function restoreFrom(source: string, options: CommonOptions, output: Output): Promise<ExitCode> {
  const list = await restore(resolve(source), dataFolder(options));
  if (options.json)
    printJson(output, { source: resolve(source), reports: list.reports, madeAt: list.madeAt });
  else print(output, `已恢复 ${list.reports} 份年报（备份时间 ${list.madeAt}）`);
  return exit.done;
}
