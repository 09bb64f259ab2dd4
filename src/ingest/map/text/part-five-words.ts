import { partFiveLexicon } from './part-five-lexicon.ts';
import type { Piece } from './pieces.ts';
import { problemsIn } from './problem-list.ts';

/** Without white space, closing punctuation and the number that a lead may carry: 问题1： is 问题. */
function flat(text: string): string {
  const bare = text.replace(/\s/g, '').replace(/[：:。；;，,]+$/, '');
  return bare.replace(
    /(?<=问题|不足|困难|措施|举措|对策|整改|改进|解决|情况)[\d一二三四五六七八九十]{1,2}$/,
    '',
  );
}

/** No line that only announces a list is longer. */
const LONGEST_LEAD = 300;

export function isProblemLead(text: string): boolean {
  if (text.length > LONGEST_LEAD) return false;
  const { problemLead, problemMark } = partFiveLexicon();
  return problemLead.some((lead) => {
    const match = lead.exec(flat(text));
    return (
      match !== null && !problemMark.test(`${match.groups?.before ?? ''}，${match.groups?.between ?? ''}`)
    );
  });
}

export function isMeasureLead(text: string): boolean {
  return text.length <= LONGEST_LEAD && partFiveLexicon().measureLead.test(flat(text));
}

export function startsMeasure(text: string): boolean {
  return partFiveLexicon().measureStart.test(text.replace(/\s/g, ''));
}

/** 当前仍存在 …: a paragraph or sentence that tells problems after what was done about those of the year before. */
export function returnsToProblems(piece: Piece): boolean {
  const turns = piece.opens || /^(?:当前|目前|但|同时|此外|20\d\d年)/.test(piece.text);
  const tells = /^(?:[^，。]{0,20}，)?(?:但|但是)?[^，。]{0,16}存在/.test(piece.text);
  const solved = /已[^。；]{0,40}(?:整改|解决|改进|完善|消除)/.test(piece.text);
  return turns && tells && !solved && problemsIn(piece.printed).length > 0;
}

/** Says only that there are problems, not which. */
export function isVague(text: string): boolean {
  return /(?:问题|不足|差距)[。]?$/.test(text) || partFiveLexicon().none.test(text);
}

/** Without a lead, the first item tells which list it is. */
export function guess(text: string): 'problems' | 'improvements' {
  const { problemMark, measureStart, measureVerb } = partFiveLexicon();
  if (measureStart.test(text)) return 'improvements';
  // 针对更新不及时问题，建立了巡查制度: what was done, though it names the problem.
  const done = /^针对[^，。；]{2,40}[，,]/.exec(text);
  if (done && !problemMark.test(text.slice(done[0].length))) return 'improvements';
  const asMeasure = measureVerb.exec(text);
  if (problemMark.test(asMeasure ? text.slice(asMeasure[0].length) : text)) return 'problems';
  return asMeasure ? 'improvements' : 'problems';
}
