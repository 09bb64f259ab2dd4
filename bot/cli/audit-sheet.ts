import { checks } from '../../src/audit/checks/all.ts';
import type { AnswerFinding } from '../../src/model/answer.ts';
import type { Severity } from '../../src/model/finding.ts';

const severities: Record<Severity, string> = { error: '错误', warning: '存疑', notice: '提示' };
/** How sheet and workbook name severities and rules. */
export const findingNames = {
  severity: (severity: Severity) => severities[severity],
  rule: (id: string) => checks.find((check) => check.id === id)?.title ?? id,
};
/** Of one rule in one report; one wrong cell can break a law in every column. */
const most = 5;
const mostQuotes = 2;
/** Copied sentences are shown side by side: two lines a pair. */
const mostPaired = 6;

/** What the checks found, report by report, as an official reads it: gravest first, a heading for each rule. */
export function auditSheet(reports: number, findings: readonly AnswerFinding[]): string {
  const parts = [...groupBy(findings, ({ agency, year }) => `${agency} ${year}年`)].map(([title, group]) =>
    [`${title}：${counts(group)}`, ...rules(group)].join('\n'),
  );
  const clean = reports - parts.length;
  const total = `共核查 ${reports} 份年报：${counts(findings)}${clean > 0 ? `；${clean} 份没有发现问题` : ''}`;
  return [...parts, total].join('\n\n');
}

/** Errors are always told, the lesser ones where there are any. */
function counts(findings: readonly AnswerFinding[]): string {
  const of = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  return (['error', 'warning', 'notice'] as const)
    .filter((severity) => severity === 'error' || of(severity) > 0)
    .map((severity) => `${severities[severity]} ${of(severity)} 处`)
    .join('、');
}

function rules(findings: readonly AnswerFinding[]): string[] {
  const told = new Set<string>();
  return [...groupBy(findings, ({ severity, rule }) => `${severity} ${rule}`).values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const title = findingNames.rule(first.rule);
    const rest = group.length - most;
    return [
      `  【${severities[first.severity]}】${title}（${first.rule}）`,
      ...group.slice(0, most).flatMap((finding) => lines(finding, title, told)),
      ...(rest > 0 ? [`    另有 ${rest} 处，完整清单见 --json 或 --format xlsx`] : []),
    ];
  });
}

/** @param told cells that a finding before has shown with its rows: what another rule says of them is one line */
function lines(
  { rule, message, quotations, readings, computed }: AnswerFinding,
  title: string,
  told: Set<string>,
) {
  const words = message.startsWith(`${title}：`) ? message.slice(title.length + 1) : message;
  const cell = computed === null ? undefined : `${readings[0]} ${computed}`;
  const again = cell !== undefined && told.has(cell);
  if (cell) told.add(cell);
  const paired = rule === 'copied-from-last-year' || rule === 'same-text-elsewhere';
  const quotes = again ? 0 : paired ? mostPaired : mostQuotes;
  return [`    ${words}${again ? '，与上面是同一格' : ''}`, ...quotations.slice(0, quotes).map(quoted)];
}

function quoted({ text, line, page }: AnswerFinding['quotations'][number]): string {
  const place = page !== undefined ? `第${page}页` : line !== undefined ? `第${line}行` : '';
  return `        ${place}“${text.length > 80 ? `${text.slice(0, 80)}…` : text}”`;
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}
