import { type Span, sense } from '../span.ts';
import { anyIntent, type Sentence } from './sentence.ts';

/** Something asked for that no report has under that name. */
export interface PremiseRead {
  sentence: string;
  /** What was asked for. */
  what: string;
  /** Not to be answered with a figure; otherwise `nearest` is given. */
  withheld: boolean;
  nearest?: string;
  spans: Span[];
}

export function readPremise(sentence: Sentence): PremiseRead | undefined {
  const among = (table: string) =>
    sentence.spans.some((span) => sense(span, 'row')?.id.startsWith(`${table}.`));
  const reviews = among('reviews');
  // 许可被驳回: among permits there is no such outcome at all.
  const others = among('disclosure') && !among('applications');
  for (const span of sentence.spans) {
    if (sense(span, 'agency') || sense(span, 'region')) continue;
    for (const s of span.senses) {
      if (s.role !== 'premise') continue;
      const { context, answer, nearest, what } = s.premise;
      if (context === 'figure' && !asksFigure(sentence)) continue;
      if (context === 'reviews' && !reviews) continue;
      if (context === 'applications' && (reviews || others)) continue;
      return {
        sentence: sentence.language === 'en' ? s.premise.english : s.premise.sentence,
        what: what || span.text,
        withheld: answer === 'not-held',
        ...(nearest && answer === 'nearest' ? { nearest } : {}),
        spans: [span],
      };
    }
  }
  return undefined;
}

/** A number is asked for, or nothing is said but the matter itself. */
function asksFigure(sentence: Sentence): boolean {
  if (sentence.text.includes('多少')) return true;
  const told = ['problems', 'improvements', 'passages', 'why', 'contact'] as const;
  if (
    sentence.spans.some((span) => anyIntent(span, 'howMany', 'most', 'least', 'share', 'sum', 'mean', 'rank'))
  )
    return true;
  if (told.some((intent) => sentence.has(intent))) return false;
  return sentence.of('topic').length === 0;
}
