import { distance } from 'fastest-levenshtein';
import type { Labelled } from './label-data.ts';

/** A label as it is compared: widths folded, without spaces, punctuation and remarks about units. */
export function bareLabel(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[(（]单位[:：][^)）]*[)）]?/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

const leadingNumber = /^(?:\d{1,2}|[一二三四五六七八九十])(?!\d)/;

/**
 * 0–1: how well a bare text fits a bare label. One slip in a long label costs little; another numbering in front
 * costs more than a slip; fragments of headings around the label cost less than missing characters.
 */
export function similarity(text: string, label: string): number {
  if (text === label) return 1;
  if (!text || !label) return 0;
  const longest = Math.max(text.length, label.length);
  const whole = 1 - distance(text, label) / longest;
  const inside = containment(text, label);
  const score = Math.max(whole, inside);
  const a = leadingNumber.exec(text)?.[0];
  const b = leadingNumber.exec(label)?.[0];
  return a && b && a !== b ? score * 0.8 : score;
}

/** The share of the label's characters that stand in the text in order, less a fee for what stands between. */
function containment(text: string, label: string): number {
  if (text.length <= label.length || label.length < 3) return 0;
  const common = longestCommonSubsequence(text, label);
  const extra = text.length - common;
  const fee = label.length < 8 ? 0.08 : 0.02;
  return Math.max(0, common / label.length - Math.min(0.35, extra * fee) - 0.05);
}

function longestCommonSubsequence(a: string, b: string): number {
  let previous = new Uint16Array(b.length + 1);
  let current = new Uint16Array(b.length + 1);
  for (const char of a) {
    for (let j = 0; j < b.length; j++) {
      current[j + 1] =
        b[j] === char ? (previous[j] ?? 0) + 1 : Math.max(previous[j + 1] ?? 0, current[j] ?? 0);
    }
    [previous, current] = [current, previous];
  }
  return previous[b.length] ?? 0;
}

/** 0–1: the share of a text's characters that stand in a label in order: 1 for a piece of it. */
export function pieceFit(text: string, label: string): number {
  return text ? longestCommonSubsequence(text, label) / text.length : 0;
}

/** A bare label without the number in front: 六其他处理 → 其他处理. */
export function withoutNumber(text: string): string {
  return text.replace(leadingNumber, '');
}

export interface LabelMatch {
  key: string;
  score: number;
}

/** The best of several labelled things. */
export function bestMatch(text: string, candidates: readonly Labelled[]): LabelMatch | undefined {
  let best: LabelMatch | undefined;
  for (const { key, labels } of candidates) {
    const score = labelFit(text, labels);
    if (!best || score > best.score) best = { key, score };
  }
  return best;
}

/** Longer texts are sentences. */
const longestText = 160;
const mostKept = 4096;
const kept = new WeakMap<readonly string[], Map<string, number>>();

/** How well a text fits the best of one thing's labels. The same labels come in every report: fits are kept. */
export function labelFit(text: string, labels: readonly string[]): number {
  if (text.length > longestText || !text) return 0;
  let known = kept.get(labels);
  if (!known || known.size > mostKept) {
    known = new Map();
    kept.set(labels, known);
  }
  let best = known.get(text);
  if (best === undefined) {
    best = 0;
    for (const label of labels) best = Math.max(best, similarity(text, label));
    known.set(text, best);
  }
  return best;
}
