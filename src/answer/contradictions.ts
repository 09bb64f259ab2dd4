import type { AnswerBlock } from '../model/answer.ts';
import { agencyName } from './common.ts';
import { holdingAt } from './rows.ts';
import type { Task } from './task.ts';

/** Reports with contradictions that are looked into for one answer, and how many of them are told. */
const opened = 50;
const told = 3;

/**
 * Where a list, a count or a ranking rests on a printed cell that the report's other cells contradict (行政复议总计
 * printed 0 beside 结果维持 10), the asker must know: the printed cell still counts as printed.
 */
export function contradictions(task: Task, rows: readonly number[], ids: readonly string[]): AnswerBlock[] {
  const { library, say } = task;
  const faulty: number[] = [];
  for (const row of rows) {
    if (faulty.length === opened) break;
    if (holdingAt(library, row).errors > 0) faulty.push(row);
  }
  const messages = faulty.flatMap((row) => {
    const { reportId, agencyId, year } = holdingAt(library, row);
    const findings = library.report(reportId)?.findings ?? [];
    return findings
      .filter(
        ({ severity, readings, computed }) =>
          severity === 'error' && computed !== null && ids.includes(readings[0] ?? ''),
      )
      .map(({ message }) =>
        say(
          `${agencyName(library, agencyId)}${year}年：${message}`,
          `${agencyName(library, agencyId)}, ${year}: ${message}`,
        ),
      );
  });
  return messages
    .slice(0, told)
    .map((message) => ({ kind: 'note', text: `${say('请注意：', 'Note: ')}${message}` }));
}
