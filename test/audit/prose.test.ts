import { describe, expect, it } from 'vitest';
import { audit } from '../../src/audit/audit.ts';
import { checks } from '../../src/audit/checks/all.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Report } from '../../src/model/report.ts';
import { countSnippets } from './snippets-counts.ts';
import { figureSnippets, type Snippet } from './snippets-figures.ts';
import { mentionSnippets } from './snippets-mentions.ts';
import { outcomeSnippets } from './snippets-outcomes.ts';
import { paragraphSnippets } from './snippets-paragraphs.ts';
import { regionalSnippets } from './snippets-regions.ts';
import { trialSnippets } from './snippets-trial.ts';
import { wordSnippets } from './snippets-words.ts';
import { tablesOf } from './tables-of.ts';
import { writtenReport } from './written-report.ts';

function reportOf({ says, of = {}, part, as }: Snippet): Promise<Report> {
  return writtenReport({ ...as, figures: tablesOf(of), [part ?? 'general']: says });
}

const verdict = ({ rule, severity }: Finding) => `${rule} ${severity}`;

describe.each([
  ['figures in words', figureSnippets],
  ['figures as the regions write them', regionalSnippets],
  ['counts of this and of that', countSnippets],
  ['whole paragraphs', paragraphSnippets],
  ['whole parts whose counts are right', trialSnippets],
  ['outcomes, comparisons and the counts of others', outcomeSnippets],
  ['years, places and form', wordSnippets],
  ['innocent and guilty mentions', mentionSnippets],
])('%s', (_, snippets) => {
  it.each(snippets.map((snippet) => [snippet.says, snippet] as const))('%s', async (_says, snippet) => {
    const findings = audit(await reportOf(snippet));
    expect(findings.map(verdict).sort()).toEqual((snippet.found ?? []).toSorted());
    for (const finding of findings) {
      const check = checks.find(({ id }) => id === finding.rule);
      expect(check?.severities).toContain(finding.severity);
    }
  });
});
