import { claimLexicon } from './claim-lexicon.ts';

/** Words farther back than this say nothing of a figure; a sentence of a report has some hundred characters. */
export const REACH = 400;

/** 较2022年的5件增长40%, （2022年为86件）: years that are only set beside the report's. */
const COMPARED = /[（(][^（）()]*[)）]|(?:较|比|与|同)20\d{2}年(?:度)?(?:同期|相比)?/g;

/** The last year named before the figure is not the report's. */
export function otherYear(before: string, year: number): boolean {
  const words = before.slice(-REACH).replace(COMPARED, '');
  const named = [...words.matchAll(/(?<![\d〔[（(])(20\d{2})年/g)].at(-1)?.[1];
  const digest = /20\d{2}年(?:度)?(?:结转|转入|继续)|(?:结转|转入)(?:至|到)?20\d{2}年/.test(words);
  return named !== undefined && Number(named) !== year && !digest;
}

/** The clause that the words from `start` to `end` stand in. */
export function clauseAround(sentence: string, start: number, end: number): string {
  const before = sentence.slice(Math.max(0, start - REACH), start);
  const from = Math.max(before.lastIndexOf('，'), before.lastIndexOf('；')) + 1;
  const after = sentence.slice(end, end + REACH);
  const to = after.search(/[，。；]/);
  return before.slice(from) + sentence.slice(start, end) + (to < 0 ? after : after.slice(0, to));
}

export function scopeBefore(sentence: string, at: number, year: number): { scope?: string } {
  const before = sentence.slice(Math.max(0, at - REACH), at).replace(/[（(][^（）()]{4,}[)）]/g, '');
  const scope = [...before.matchAll(claimLexicon(year).scope)].at(-1)?.[0];
  return scope ? { scope } : {};
}

/** 收到21件人大建议: what was counted stands behind the figure and is something else. */
export function foreignObject(after: string): boolean {
  const object = /^(?:的)?([\u3400-\u9fff]{2,12})/.exec(after)?.[1];
  return (
    object !== undefined &&
    !/申请|不掌握|不存在|案件|复议|诉讼|规范性文件|其中|决定|均|全部|予以|公开|已|答复|办结|结转|转|分别|包括|当面|同比|较|比/.test(
      object,
    )
  );
}

const OURS = /信息公开|依申请|公开申请|政府信息|(?:新收|收到|受理|接到)申请/g;

/** 收到申请3件，办理人大建议12件，共办结15件: what was named last before the figure is no application. */
export function turned(before: string, others: RegExp | undefined): boolean {
  const last = (pattern: RegExp) => [...before.matchAll(pattern)].at(-1)?.index ?? -1;
  return others !== undefined && last(others) > last(OURS);
}

const APPLIED = /([\u3400-\u9fff]{1,12})申请/g;

/** 学生资助申请受理612件: the application named last before the figure is one for something else than information. */
export function foreignApplications(before: string, plainWords: RegExp): boolean {
  const words = [...before.matchAll(APPLIED)].at(-1)?.[1];
  return words !== undefined && !/信息|公开/.test(words) && words.replace(plainWords, '').length > 1;
}
