import { normalize } from '../normalize.ts';

/** A text ready for looking for names, with the way back to the original. */
export interface Squeezed {
  text: string;
  offsets: Uint32Array;
}

/** White space that breaks a Chinese name: 武陟县 乡村振兴局. Between Latin words it stays. */
const GAP = /(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu;

/** Folds a text and closes the gaps between Chinese characters. */
export function squeeze(original: string): Squeezed {
  const { text, offsets } = normalize(original);
  if (!/\s/.test(text)) return { text, offsets };
  const kept: number[] = [];
  let squeezed = '';
  let at = 0;
  for (const gap of [...text.matchAll(GAP), { 0: '', index: text.length }]) {
    for (let i = at; i < gap.index; i++) kept.push(offsets[i] ?? 0);
    squeezed += text.slice(at, gap.index);
    at = gap.index + gap[0].length;
  }
  kept.push(original.length);
  return { text: squeezed, offsets: Uint32Array.from(kept) };
}
