import type { Answer } from '../../src/model/answer.ts';

/** `ask --json`: what `docs/contract.md` promises; what front ends lay out from stays inside. */
export function answerJson(answer: Answer): Omit<Answer, 'blocks' | 'chart'> {
  const { blocks: _blocks, chart: _chart, ...json } = answer;
  return json;
}
