import type { Place } from '../model/document.ts';
import type { Report, SectionNumber } from '../model/report.ts';

export interface Sentence {
  text: string;
  place: Place;
  section: SectionNumber;
}

/** The sentences of some parts, in order. */
export function sentencesOf(report: Report, sections: readonly SectionNumber[]): Sentence[] {
  return report.sections
    .filter((section) => sections.includes(section.number))
    .flatMap((section) =>
      section.paragraphs.flatMap((paragraph) =>
        paragraph.text
          .split(/(?<=[。！？；])/)
          .map((text) => ({ text: text.trim(), place: paragraph.place, section: section.number }))
          .filter((sentence) => sentence.text.length > 0),
      ),
    );
}

/** What is left when year, figures and punctuation do not count: two sentences alike in this are the same words. */
export function wordsOnly(text: string): string {
  return text.replace(/[\d０-９.,，。；：、！？“”‘’（）()《》〔〕%％\s—-]/g, '');
}

/** Long enough to be no formula that everyone writes. */
export const tellingLength = 16;
