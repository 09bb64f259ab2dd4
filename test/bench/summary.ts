import { markdown } from './markdown.ts';
import type { Part } from './results.ts';
import { measuredText, targetText, verdict } from './verdict.ts';

/** Every target with what was measured, of the largest archive that it is for. */
export function summary(parts: readonly Pick<Part, 'question' | 'figures' | 'load'>[]): string {
  const rows = new Map<string, string[]>();
  for (const { question, figures, load } of parts) {
    for (const figure of figures) {
      if (!figure.target) continue;
      const of = /passages$/.test(figure.at) ? figure.at : '';
      rows.set(`${question} ${figure.what} ${of}`, [
        figure.what,
        figure.at,
        targetText(figure),
        measuredText(figure),
        verdict(figure, load),
      ]);
    }
  }
  return markdown(['what', 'at', 'target', 'measured', ''], [...rows.values()]);
}
