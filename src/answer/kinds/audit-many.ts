import type { AnswerBlock } from '../../model/answer.ts';
import type { Holding } from '../../model/library.ts';
import { agencyName, shown, yearsText } from '../common.ts';
import { holdingAt } from '../rows.ts';
import type { Draft, Task } from '../task.ts';
import { foundIn } from './audit-findings.ts';

/** Over many reports: how many have contradictions, or were read with doubt where that was asked, and the worst. */
export function manySheets(task: Task, rows: readonly number[], took: Pick<Draft, 'tookYear'>): Draft {
  const { library, query } = task;
  const held = rows.map((row) => holdingAt(library, row));
  const count = query.tell === 'doubt' ? doubtful : errors;
  const faulty = held.filter((one) => count(one) > 0).sort((a, b) => count(b) - count(a));
  const worst = faulty.slice(0, shown);
  const reports = worst.slice(0, 3).flatMap((holding) => library.report(holding.reportId) ?? []);
  const years = [...new Set(held.map(({ year }) => year))].sort((a, b) => a - b);
  return {
    agencies: worst.map((holding) => agencyName(library, holding.agencyId)),
    years,
    reports: worst.map((holding) => holding.reportId),
    findings: reports.flatMap((report) => foundIn(task, report)),
    blocks: [...lead(task, faulty.length, rows.length, years), ...table(task, worst, faulty.length)],
    ...took,
  };
}

const errors = (holding: Holding) => holding.errors;
const doubtful = (holding: Holding) => holding.warnings;

function lead({ say, query }: Task, faulty: number, all: number, years: readonly number[]): AnswerBlock[] {
  const over = yearsText(years, { say });
  if (query.tell === 'doubt')
    return [
      {
        kind: 'headline',
        text: faulty
          ? say(`${faulty}份年报读取时有疑问`, `${faulty} reports were read with doubt`)
          : say('没有读取时有疑问的年报', 'No report was read with doubt'),
      },
      { kind: 'text', text: say(`共${all}份年报（${over}）。`, `Of ${all} reports (${over}).`) },
    ];
  return [
    {
      kind: 'headline',
      text: faulty
        ? say(`${faulty}份年报有数字对不上`, `${faulty} reports contradict themselves`)
        : say('没有发现数字对不上的年报', 'No report contradicts itself'),
    },
    { kind: 'text', text: say(`核对了${all}份年报（${over}）。`, `${all} reports were checked (${over}).`) },
  ];
}

function table({ say, library }: Task, worst: readonly Holding[], faulty: number): AnswerBlock[] {
  if (worst.length === 0) return [];
  const rows = worst.map((holding) => [
    agencyName(library, holding.agencyId),
    String(holding.year),
    String(holding.errors),
    String(holding.findings),
    String(holding.warnings),
  ]);
  const header = [
    say('单位', 'agency'),
    say('年份', 'year'),
    say('错误', 'errors'),
    say('全部提示', 'all findings'),
    say('读取疑问', 'doubts'),
  ];
  const rest = faulty - worst.length;
  const more = say(
    `还有${rest}份没有列出；可以指明单位再问。`,
    `${rest} more; name an agency to see its sheet.`,
  );
  return [
    { kind: 'table', header, rows, align: ['left', 'right', 'right', 'right', 'right'] },
    ...(rest > 0 ? [{ kind: 'note' as const, text: more }] : []),
  ];
}
