import { LockedError } from '../../../src/archive/errors.ts';
import { handOver } from '../../hand-over/client.ts';
import { type ExitCode, exit, RefusedError } from '../exit.ts';
import { type Output, print, printJson } from '../output.ts';
import { type CommonOptions, dataFolder } from '../settings.ts';
import { withApp } from '../using.ts';

export async function remove(reportId: string, options: CommonOptions, output: Output): Promise<ExitCode> {
  const dataDir = dataFolder(options);
  if (!(await removeFrom(dataDir, reportId)))
    throw new RefusedError('not-held', `没有收录编号为 ${reportId} 的年报`);
  if (options.json) printJson(output, { removed: reportId });
  else print(output, `已移除 ${reportId}`);
  return exit.done;
}

async function removeFrom(dataDir: string, reportId: string): Promise<boolean> {
  try {
    return await withApp(dataDir, 'write', (app) => app.remove(reportId));
  } catch (error) {
    if (!(error instanceof LockedError)) throw error;
    const events = await handOver(dataDir, { do: 'remove', reportId });
    if (!events) throw error;
    for await (const event of events) if (event.event === 'end') return event.removed === true;
    return false;
  }
}
