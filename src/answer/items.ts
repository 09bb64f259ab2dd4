import type { AnswerPassage } from '../model/answer.ts';
import type { Paragraph } from '../model/document.ts';
import type { Report } from '../model/report.ts';
import { placeOf, sectionHeading } from './places.ts';

/** An item of part 五 as a passage. */
export function asPassage(report: Report, item: Paragraph, score = 1): AnswerPassage {
  return {
    reportId: report.id,
    agency: report.agency.name,
    year: report.year,
    section: sectionHeading(report, 5, item.place),
    text: item.text,
    score,
    ...placeOf(item.place),
  };
}
