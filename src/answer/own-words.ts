import { clip, oneLine } from './places.ts';
import type { Task } from './task.ts';

/** The question as it is repeated: without its mark. */
export function asked({ question }: Task): string {
  return clip(oneLine(question).replace(/[?？!！。\s]+$/u, ''), 30);
}

const flat = (words: string) => words.replace(/[\s\p{P}]/gu, '');

/**
 * What was looked for, as it is repeated: words picked out of the question here and there make no sense side by side
 * (条例 频 明显), so the question itself is told instead; words of the talk before are told as they are.
 */
export function toldWords(task: Task, text: string): string {
  const words = text.split(/\s+/).filter(Boolean);
  const picked = words.length > 1 && words.every((word) => task.question.includes(word));
  return picked && !flat(task.question).includes(flat(text)) ? asked(task) : text;
}
