import type { Span } from '../span.ts';

/**
 * Chooses, of spans that overlap, the set that explains the text best: long words before short ones, words that
 * mean something before padding. Spans of one place become one span with all their senses.
 * @returns spans in order, without overlap.
 */
export function arbitrate(spans: readonly Span[], length: number): Span[] {
  const byStart: Span[][] = Array.from({ length: length + 1 }, () => []);
  for (const span of joined(spans)) byStart[span.start]?.push(span);
  const best = new Float64Array(length + 1);
  const choice: (Span | undefined)[] = [];
  for (let at = length - 1; at >= 0; at--) {
    best[at] = best[at + 1] ?? 0;
    for (const span of byStart[at] ?? []) {
      const total = weight(span) + (best[span.end] ?? 0);
      if (total < (best[at] ?? 0) || (total === best[at] && choice[at])) continue;
      best[at] = total;
      choice[at] = span;
    }
  }
  const chosen: Span[] = [];
  for (let at = 0; at < length; ) {
    const span = choice[at];
    if (span) chosen.push(span);
    at = span ? span.end : at + 1;
  }
  return chosen;
}

/** More than linear, so that 上年结转 beats 上年 and 结转; the numbers were tuned on `test/corpus`. */
function weight(span: Span): number {
  const length = span.end - span.start;
  const latin = /^[a-z0-9 '?-]+$/.test(span.text) ? 0.5 : 1;
  const value = (length * latin) ** 1.5;
  if (span.senses.every((sense) => sense.role === 'padding' || sense.role === 'joiner')) return value * 0.6;
  if (span.senses.some((sense) => sense.role === 'agency')) return value * 1.05;
  return value;
}

function joined(spans: readonly Span[]): Span[] {
  const places = new Map<number, Span>();
  for (const span of spans) {
    const place = span.start * 4096 + span.end;
    const known = places.get(place);
    if (known) known.senses.push(...span.senses);
    else places.set(place, { ...span, senses: [...span.senses] });
  }
  return [...places.values()];
}
