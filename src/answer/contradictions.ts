import type { AnswerBlock } from '../model/answer.ts';
import type { Holding } from '../model/library.ts';
import { agencyName } from './common.ts';
import { noted } from './noted.ts';
import { holdingAt } from './rows.ts';
import type { Task } from './task.ts';

/** Reports that are opened for one answer, and how many contradictions are told. */
const opened = 50;
const told = 3;

/**
 * Where a list, a count or a ranking rests on a printed cell that the report's other cells contradict (行政复议总计
 * printed 0 beside 结果维持 10), the asker must know: the printed cell still counts as printed.
 */
export function contradictions(task: Task, rows: readonly number[], ids: readonly string[]): AnswerBlock[] {
  const { library, say } = task;
  const messages: string[] = [];
  let left = opened;
  for (const row of rows) {
    if (messages.length >= told || left === 0) break;
    if (!mayConcern(holdingAt(library, row), ids)) continue;
    left--;
    messages.push(...messagesOf(task, row, ids));
  }
  return messages
    .slice(0, told)
    .map((message) => ({ kind: 'note', text: `${say('请注意：', 'Note: ')}${message}` }));
}

/** Told by the record alone, without opening the report, unless an older program wrote it. */
function mayConcern({ errors, contradicted }: Holding, ids: readonly string[]): boolean {
  if (errors === 0) return false;
  return !contradicted || contradicted.some((id) => ids.includes(id));
}

function messagesOf(task: Task, row: number, ids: readonly string[]): string[] {
  const { library, say } = task;
  const { reportId, agencyId, year } = holdingAt(library, row);
  const findings = library.report(reportId)?.findings ?? [];
  return findings
    .filter(
      ({ severity, readings, computed }) =>
        severity === 'error' && computed !== null && ids.includes(readings[0] ?? ''),
    )
    .map((finding) =>
      say(
        `${agencyName(library, agencyId)}${year}年：${finding.message}`,
        `${agencyName(library, agencyId)}, ${year}: ${noted(finding, task)}`,
      ),
    );
}
