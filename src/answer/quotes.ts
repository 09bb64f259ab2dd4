import type { AnswerBlock, AnswerPassage } from '../model/answer.ts';
import type { PassageHit } from '../model/library.ts';
import { nameSome, shown } from './common.ts';
import { clip, oneLine, placeText } from './places.ts';
import type { Task } from './task.ts';

/** A passage of an answer. */
export interface Quoted {
  passage: AnswerPassage;
  /** Where it was found. */
  hit: PassageHit;
  /** It says so in other words, or only some of it. */
  related: boolean;
  /** It says that it is not so. */
  denied: boolean;
}

/** Characters quoted in one answer: about a screen of a telephone; three passages are told whatever their length. */
const screen = 600;
const atLeast = 3;

/**
 * Who speaks of it, what is quoted, from where, who says the same, and how many more there are.
 * @param complete false: there may be more than `all`
 */
export function quoteBlocks(
  task: Task,
  text: string,
  all: readonly Quoted[],
  complete = true,
): AnswerBlock[] {
  return [...leadBlocks(task, clip(oneLine(text), 20), all, complete), ...quotesOnly(task, all, complete)];
}

/** The same without the lead, under one of another kind. */
export function quotesOnly(task: Task, all: readonly Quoted[], complete: boolean): AnswerBlock[] {
  const { say } = task;
  const told = fitting(all);
  const blocks: AnswerBlock[] = [];
  for (const { passage } of told) {
    blocks.push({ kind: 'quote', text: passage.text, source: sourceText(task, passage) });
    if (passage.same?.length) blocks.push(sameNote(task, passage.same));
  }
  const rest = all.length - told.length;
  if (rest > 0)
    blocks.push({
      kind: 'note',
      text: say(
        `${complete ? '' : '至少'}还有${rest}处没有列出；问“还有吗”接着看，也可以加上地区或单位再问。`,
        `${rest}${complete ? '' : ' or'} more are not listed; ask “any more?”, or name a region or an agency.`,
      ),
    });
  return blocks;
}

function fitting(all: readonly Quoted[]): Quoted[] {
  let length = 0;
  return all.slice(0, shown).filter(({ passage }, i) => {
    length += passage.text.length;
    return i < atLeast || length <= screen;
  });
}

function sameNote({ say }: Task, same: readonly string[]): AnswerBlock {
  const others = nameSome(same, say, 3);
  return {
    kind: 'note',
    text: say(
      `另有${same.length}家单位同样表述：${others}`,
      `${same.length} more in the same words: ${others}`,
    ),
  };
}

/** Nobody is said to write what they do not: those with the very words first, then those with something like it. */
function leadBlocks(
  { say, query }: Task,
  what: string,
  all: readonly Quoted[],
  complete: boolean,
): AnswerBlock[] {
  const namesOf = (some: readonly Quoted[]) => [
    ...new Set(some.flatMap(({ passage }) => [passage.agency, ...(passage.same ?? [])])),
  ];
  const [first] = namesOf(all);
  if (query.agencies.length === 1)
    return headline(say(`${first}年报里的有关原文：`, `What the report of ${first} says:`));
  const flat = (words: string) => words.replace(/[\s\p{P}]/gu, '');
  const isVery = ({ passage, related, denied }: Quoted) =>
    !related && !denied && flat(passage.text).includes(flat(what));
  const very = namesOf(all.filter(isVery));
  const like = namesOf(all.filter(({ denied }) => !denied)).filter((name) => !very.includes(name));
  const not = namesOf(all).filter((name) => !very.includes(name) && !like.includes(name));
  const least = complete ? '' : say('至少', 'At least ');
  const some = (names: readonly string[]) => nameSome(names, say);
  const parts = [
    very.length > 0 &&
      say(
        `${least}${very.length}家单位的年报提到“${what}”：${some(very)}`,
        `${least}${very.length} agencies mention “${what}”: ${some(very)}`,
      ),
    like.length > 0 &&
      (very.length > 0
        ? say(
            `另有${like.length}家单位的说法与此有关：${some(like)}`,
            `${like.length} more say something related: ${some(like)}`,
          )
        : say(
            `${least}${like.length}家单位的年报有与“${what}”有关的表述：${some(like)}`,
            `${least}${like.length} agencies say something related to “${what}”: ${some(like)}`,
          )),
    not.length > 0 &&
      (very.length + like.length > 0
        ? say(
            `另有${not.length}家单位的原文含否定说法：${some(not)}`,
            `${not.length} more deny it: ${some(not)}`,
          )
        : say(
            `${not.length}家单位的年报有与“${what}”有关的表述，原文含否定说法：${some(not)}`,
            `${not.length} agencies speak of “${what}” and deny it: ${some(not)}`,
          )),
  ].filter((part) => part !== false);
  const [lead = '', ...more] = parts;
  return [...headline(lead), ...more.map((text): AnswerBlock => ({ kind: 'text', text }))];
}

function headline(text: string): AnswerBlock[] {
  return [{ kind: 'headline', text }];
}

/** 甲县乙局2023年，五、存在的主要问题及改进情况，第80行 */
function sourceText({ say }: Task, passage: AnswerPassage): string {
  const where = placeText(passage, say);
  const whose = say(`${passage.agency}${passage.year}年`, `${passage.agency} ${passage.year}`);
  return [whose, passage.section, where].filter(Boolean).join(say('，', ', '));
}
