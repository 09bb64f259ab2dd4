import type { Severity } from '../model/finding.ts';
import type { Check } from './check.ts';

const severityNames: Record<Severity, string> = {
  error: '错误 error',
  warning: '存疑 warning',
  notice: '提示 notice',
};
const needNames: Record<Check['needs'], string> = {
  report: '本年报',
  previous: '上一年年报',
  library: '其他机关的年报',
};

/** `docs/checks.md`: written from the checks themselves, so that it cannot be out of date. */
export function checksPage(checks: readonly Check[]): string {
  const entries = checks.map(
    (check) =>
      `## ${check.title}\n\n| | |\n|---|---|\n| 规则 rule | \`${check.id}\` |\n| 公式 formula | ${check.formula} |\n| 程度 severity | ${check.severities.map((s) => severityNames[s]).join('、')} |\n| 需要 needs | ${needNames[check.needs]} |\n| 例 example | ${check.example} |\n`,
  );
  return `# Checks · 核对规则

Generated from \`src/audit/checks\` by \`npm run docs\`; do not edit.

A finding is an \`error\` only where printed figures contradict each other. A \`warning\` is likely a slip that a person
should look at; a \`notice\` is worth knowing and accuses nobody. Printed values are never corrected. Where a cell is
blank the rule is told as not assessable, unless the printed cells alone contradict it.

${entries.join('\n')}`;
}
