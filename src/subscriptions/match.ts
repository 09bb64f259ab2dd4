import type { Report } from '../model/report.ts';
import type { Scope, Subscription } from './model.ts';

/** Whether a subscription wants to be told of a report. */
export function wants(subscription: Subscription, report: Report): boolean {
  // Where the bot may not speak for now, its alerts wait.
  if (subscription.paused === 'asked') return false;
  if (subscription.onlyFindings && report.findings.length === 0) return false;
  return covers(subscription.scope, report);
}

function covers(scope: Scope, report: Report): boolean {
  switch (scope.kind) {
    case 'all':
      return true;
    case 'agency':
      return report.agency.id === scope.agencyId;
    case 'region':
      return report.agency.region[scope.level] === scope.name;
    case 'agency-kind':
      return report.agency.kind === scope.agencyKind;
    case 'keywords': {
      const text = wordsOf(report);
      return scope.words.every((word) => text.includes(word.toLowerCase()));
    }
  }
}

function wordsOf(report: Report): string {
  const paragraphs = report.sections.flatMap((section) =>
    section.paragraphs.map((paragraph) => paragraph.text),
  );
  return [report.title, report.agency.name, ...paragraphs]
    .join('\n')
    .replace(/[ \t　]/g, '')
    .toLowerCase();
}

export function sameScope(a: Scope, b: Scope): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
