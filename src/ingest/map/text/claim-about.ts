import type { SectionNumber } from '../../../model/report.ts';
import { type ClaimPhrase, claimLexicon } from './claim-lexicon.ts';
import { clauseAround, foreignApplications, foreignObject, otherYear, REACH, turned } from './claim-words.ts';
import type { Figure } from './figures.ts';

/** Words farther from a figure than this do not speak of it. */
const NEAR = 90;

/** What the words before a sentence make it speak of: part four is headed 政府信息公开行政复议、行政诉讼情况. */
export function headWords(part: SectionNumber, topic: boolean): string {
  if (part === 4) return '信息公开行政复议、行政诉讼：';
  return topic || part === 3 ? '依申请公开申请：' : '';
}

/** 其中网上收到5件, 其中局机关新收15件: a part of what was counted before. */
const PART =
  /其中[^，。；：:]*(?:收到|受理|接到|答复|办结)|其中[^，。；：:]*(?:机关|本级|部门|单位|[局县区市镇乡]|街道|网[上络]|当面|信函|现场|线[上下]|平台)[^，。；：:]*新[收增]/;

/** 1件部分公开，1件不予公开: what stands between two figures and ends with a comma belongs to the first. */
function wordsBefore(text: string, from: number): string {
  const words = text.replace(/\s/g, '');
  return from > 0 && /^[\u3400-\u9fff]+[，,、；;]$/.test(words) ? words.slice(-1) : words;
}

/** What a figure speaks of; null when the words leave any doubt. */
export function aboutOf(
  figure: Figure,
  sentence: string,
  from: number,
  topic: string,
  year: number,
): string | null {
  const { phrases, never, approximate, joined, plainWords } = claimLexicon(year);
  const start = Math.max(0, figure.start - REACH);
  const whole = sentence.slice(start, figure.start);
  const before = wordsBefore(sentence.slice(Math.max(from, figure.start - NEAR), figure.start), from);
  const printed = sentence.slice(figure.start, figure.end);
  const after = sentence.slice(figure.end, figure.end + NEAR).replace(/\s/g, '');
  if (never.test(before) || approximate.test(after) || /[余多]/.test(printed)) return null;
  if (otherYear(whole, year)) return null;
  if (PART.test(before)) return null;
  const clause = clauseAround(sentence, figure.start, figure.end);
  const context = `${topic}${whole}${printed}${after}`;
  const fits = (phrase: ClaimPhrase) => {
    if (!phrase.units.includes(figure.unit)) return false;
    const match = phrase.before.exec(before);
    if (!match || (phrase.after && !phrase.after.test(after))) return false;
    if (joined.test(before.slice(0, match.index))) return false;
    if (phrase.subject && !phrase.subject.test(whole)) return false;
    if (phrase.later?.test(after)) return false;
    return phrase.needs.test(context) && !phrase.unless.test(clause) && !turned(whole, phrase.others);
  };
  const found = phrases.find(fits);
  if (!found || foreignObject(after)) return null;
  const elsewhere = found.about.startsWith('applications.') && foreignApplications(whole, plainWords);
  return elsewhere ? null : found.about;
}
