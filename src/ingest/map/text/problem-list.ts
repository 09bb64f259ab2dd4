import { partFiveLexicon } from './part-five-lexicon.ts';

/**
 * The problems that one running sentence tells: …仍存在把握不准；深度需加强等问题 → two. Only plain lists are taken
 * apart (；, 等问题, or clauses of which each is a problem); all else stays whole. Empty when it tells none.
 */
export function problemsIn(sentence: string): string[] {
  const { listTail, problemMark, achievement, vague, vagueEnd } = partFiveLexicon();
  const list = afterMark(sentence);
  if (list === undefined) {
    const told = sentence.replace(denied, '').replace(vague, '').replace(vagueEnd, '');
    if (!problemMark.test(told) || achievement.test(sentence.split(/但|然而|不过/)[0] ?? '')) return [];
    return listTail.test(sentence) ? splitList(sentence) : splitSemicolons(sentence);
  }
  return list === '' ? [] : splitList(list);
}

/** Behind a lead (主要表现为：) semicolons part the problems, also those without a word that tells a problem. */
export function announcedProblems(sentence: string): string[] {
  const parts = sentence.split(/(?<=[；;])/);
  return parts.length > 1 && afterMark(sentence) === undefined ? parts : problemsIn(sentence);
}

/** 不存在突出问题: tells that there is none. */
const denied = /(?:不存在|未发现|没有发现|未出现|没有)[^，。；]{0,8}(?:问题|不足)/g;

/** What follows 主要是, 仍存在 …; empty when that is no more than 一定差距; undefined without such words. */
function afterMark(sentence: string): string | undefined {
  const { listMarks, generic, problemMark, vague } = partFiveLexicon();
  let found: string | undefined;
  for (const mark of sentence.matchAll(listMarks)) {
    // What stands before tells a problem of its own: the sentence is no list behind this word.
    if (problemMark.test(sentence.slice(0, mark.index).replace(vague, '')))
      return found === '' ? undefined : found;
    const tail = sentence.slice(mark.index + mark[0].length);
    const clause = tail.split(/[，。；：,;]/)[0] ?? '';
    if (generic.test(clause) || clause === '') found ??= '';
    else if (problemMark.test(tail) && tail.search(listMarks) !== 0) return tail;
  }
  return found;
}

/** Problems that only semicolons part. */
function splitSemicolons(sentence: string): string[] {
  const parts = sentence.split(/(?<=[；;])/);
  return parts.every((part) => partFiveLexicon().problemMark.test(part)) ? gather(parts) : [sentence];
}

function splitList(list: string): string[] {
  const { listTail, listEnd, problemMark } = partFiveLexicon();
  const closed = listTail.test(list) || listEnd.test(list);
  const body = list.replace(listTail, '').replace(/[。；;.]$/, '');
  if (/[；;]/.test(body)) return gather(body.split(/(?<=[；;])/));
  const clauses = body.split(/(?<=[，,、])/);
  const plain = !/[，,]/.test(body) && clauses.every((clause) => problemMark.test(clause));
  return closed || plain ? gather(clauses) : [list];
}

/** Clauses that tell no problem of their own belong to the next one; effects (导致 …) to the one before. */
function gather(clauses: readonly string[]): string[] {
  const { problemMark } = partFiveLexicon();
  const items: string[] = [];
  let waiting = '';
  for (const clause of clauses) {
    if (/^(?:导致|使得|造成|影响|致使|从而|以致|无法)/.test(clause) && items.length > 0 && !waiting) {
      items.push(`${items.pop()}${clause}`);
    } else if (problemMark.test(clause)) {
      items.push(waiting + clause);
      waiting = '';
    } else waiting += clause;
  }
  if (waiting) items.push(`${items.pop() ?? ''}${waiting}`);
  return items.map((item) => item.replace(/[，,、；;]$/, ''));
}
