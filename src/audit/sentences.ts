import type { Place } from '../model/document.ts';
import type { Claim, Report, SectionNumber } from '../model/report.ts';

export interface Sentence {
  text: string;
  place: Place;
  section: SectionNumber;
  /** Stands directly before it in its paragraph. */
  before?: string;
  /** Follows directly in its paragraph. */
  after?: string;
}

/** A report has some hundred sentences of some hundred characters; what goes far beyond is no report's prose. */
const longest = 1500;
const most = 3000;

const split = new WeakMap<Report, Sentence[]>();

/** The sentences of some parts, in order. */
export function sentencesOf(report: Report, sections: readonly SectionNumber[]): Sentence[] {
  let all = split.get(report);
  if (!all) {
    all = report.sections
      .flatMap((section) =>
        section.paragraphs.flatMap(({ text, place }) => sentencesIn(text, place, section.number)),
      )
      .slice(0, most);
    split.set(report, all);
  }
  return all.filter((sentence) => sections.includes(sentence.section));
}

function sentencesIn(text: string, place: Place, section: SectionNumber): Sentence[] {
  const parts = text
    .split(/(?<=[。！？；])/)
    .map((part) => part.trim())
    .filter((part) => part.length > 0 && part.length <= longest);
  return parts.map((part, i) => {
    const [before, after] = [parts[i - 1], parts[i + 1]];
    return { text: part, place, section, ...(before ? { before } : {}), ...(after ? { after } : {}) };
  });
}

/** What is left when year, figures and punctuation do not count: two sentences alike in this are the same words. */
export function wordsOnly(text: string): string {
  return text.replace(/[\d０-９.,，。；：、！？“”‘’（）()《》〔〕%％\s—-]/g, '');
}

/** Long enough to be no formula that everyone writes. */
export const tellingLength = 16;

/** All names of the report's own agency and places, joined: a name that stands in it is no foreign one. */
export function ownNames(report: Report): string {
  const { name, aliases, region } = report.agency;
  return [...Object.values(region), name, ...aliases, report.title].join('|').replace(/\s/g, '');
}

/** The claims of the sentences that are looked at. */
export function claimsOf(report: Report): Claim[] {
  return report.claims.slice(0, most / 10).filter((claim) => claim.text.length <= longest);
}
