import pc from 'picocolors';
import { plainText } from '../../src/answer/plain-text.ts';
import type { Answer } from '../../src/model/answer.ts';

/** An answer for a terminal; without colour it is the answer's own text. */
export function renderTerminal(answer: Pick<Answer, 'blocks'>, { colour }: { colour: boolean }): string {
  const paint = pc.createColors(colour);
  return plainText(answer.blocks, { headline: paint.bold, quote: paint.cyan, dim: paint.dim });
}

/** Colours only where somebody looks: not into files and pipes, not where NO_COLOR forbids them. */
export function wantsColour(stream: { isTTY?: boolean }): boolean {
  return stream.isTTY === true && !process.env.NO_COLOR;
}
