import { partFiveLexicon } from './part-five-lexicon.ts';
import type { Piece } from './pieces.ts';
import { problemsIn } from './problem-list.ts';

function flat(text: string): string {
  return text.replace(/[\s：:。；;，,]+$/g, '').replace(/\s/g, '');
}

export function isProblemLead(text: string): boolean {
  const { problemLead, problemMark } = partFiveLexicon();
  return problemLead.some((lead) => {
    const match = lead.exec(flat(text));
    return (
      match !== null && !problemMark.test(`${match.groups?.before ?? ''}，${match.groups?.between ?? ''}`)
    );
  });
}

export function isMeasureLead(text: string): boolean {
  return partFiveLexicon().measureLead.test(flat(text));
}

export function startsMeasure(text: string): boolean {
  return partFiveLexicon().measureStart.test(text.replace(/\s/g, ''));
}

/** 当前仍存在 …: a new paragraph that tells problems after what was done about those of the year before. */
export function returnsToProblems(piece: Piece): boolean {
  const tells = /^(?:[^，。]{0,20}，)?(?:但|但是)?[^，。]{0,16}存在/.test(piece.text);
  return piece.opens && tells && problemsIn(piece.printed).length > 0;
}

/** Says only that there are problems, not which. */
export function isVague(text: string): boolean {
  return /(?:问题|不足|差距)[。]?$/.test(text) || partFiveLexicon().none.test(text);
}

/** Without a lead, the first item tells which list it is. */
export function guess(text: string): 'problems' | 'improvements' {
  const { problemMark, measureStart, measureVerb } = partFiveLexicon();
  if (measureStart.test(text)) return 'improvements';
  const asMeasure = measureVerb.exec(text);
  if (problemMark.test(asMeasure ? text.slice(asMeasure[0].length) : text)) return 'problems';
  return asMeasure ? 'improvements' : 'problems';
}
