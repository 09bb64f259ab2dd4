import type { Query } from '../../model/query.ts';
import { type Frame, namesSomebody } from '../read/frame.ts';
import { isKnown, wholeOf } from '../read/measure.ts';
import type { Wanted } from '../read/metrics.ts';

/** 自然人呢 after a row, 纠正呢 after a block, 废止呢 after an item; a row alone keeps the applicant asked before. */
export function completeFigure(frame: Frame, query: Query): Frame {
  const { loose, wanted } = frame.metrics;
  const rows = query.readings.map((id) => id.split('.'));
  const rowOf = (table: string) =>
    rows
      .find((parts) => parts[0] === table)
      ?.slice(0, -1)
      .join('.');
  const replace = (next: Wanted[]): Frame => ({
    ...frame,
    metrics: { ...frame.metrics, wanted: next, doubtful: [], weak: false },
  });
  const row = rowOf('applications');
  if (loose.applicants.length > 0 && row) {
    const figures = replace(loose.applicants.map((key) => [`${row}.${key}`]));
    const share = query.measure.kind === 'share' ? wholeOf(figures.metrics.wanted[0]?.[0] ?? '') : undefined;
    return share ? { ...figures, share: { wanted: figures.metrics.wanted, of: share } } : figures;
  }
  const block = rowOf('reviews');
  if (loose.result && block && isOfBlock(loose.block, block)) {
    const figure = `${block}.${loose.result}`;
    const of = frame.share && wholeOf(figure);
    return of ? { ...replace([[figure]]), share: { wanted: [[figure]], of } } : replace([[figure]]);
  }
  const item = rowOf('disclosure');
  const ids = item && loose.documents ? loose.documents.map((key) => `${item}.${key}`).filter(isKnown) : [];
  if (ids.length > 0) return replace([ids]);
  const column = rows.length === 1 && row ? rows[0]?.at(-1) : undefined;
  const keeps =
    column && column !== 'total' && frame.has('following') && !frame.metrics.weak && !namesSomebody(frame);
  if (!keeps || wanted.some((ids) => !/^applications\..*\.total$/.test(ids[0] ?? ''))) return frame;
  return wanted.length > 0
    ? replace(wanted.map((ids) => ids.map((id) => id.replace(/total$/, column))))
    : frame;
}

/** 败诉 is of lawsuits of either kind, whatever was talked of before; 维持 of any block. */
function isOfBlock(own: string | undefined, block: string): boolean {
  return own === undefined || /^reviews\.(?:litigation|directLitigation)/.test(block);
}

/** 维持率呢, 占不予公开的比例: the share is of what was completed, or of what was asked before. */
export function withShareOf(frame: Frame, query: Query): Frame {
  if (frame.ofAll || !frame.has('share', 'of')) return frame;
  const [whole] = frame.metrics.wanted[0] ?? [];
  const parts = query.readings.map((id): Wanted => [id]);
  const isWhole = frame.has('of') && /^(?:那|它|又)?占/.test(frame.sentence.text) && parts.length > 0;
  if (whole && isWhole && !query.readings.includes(whole))
    return { ...frame, metrics: { ...frame.metrics, wanted: parts }, share: { wanted: parts, of: whole } };
  const of = frame.share || !whole ? undefined : wholeOf(whole);
  return of && of !== whole ? { ...frame, share: { wanted: frame.metrics.wanted, of } } : frame;
}

/** The figure, the conditions and the words of the question before. */
export function withFigure(frame: Frame, query: Query): Frame {
  const main = query.readings.filter(
    (id) =>
      !/^reviews\.(?:direct|litigationAfter)/.test(id) ||
      !query.readings.some((r) => r.startsWith('reviews.litigation.')),
  );
  const wanted: Wanted[] = main.map((id) => [id]);
  const first = main[0];
  const asks = !frame.ofAll && frame.has('share', 'of');
  const of = asks && first ? wholeOf(first) : query.measure.kind === 'share' ? query.measure.of : undefined;
  const conditions =
    frame.conditions.length > 0
      ? frame.conditions
      : (query.filter.conditions ?? []).flatMap(({ reading, ...bound }) =>
          bound.operator === 'blank' ? [] : [{ wanted: [reading], ...bound }],
        );
  return {
    ...frame,
    metrics: { ...frame.metrics, wanted, doubtful: [], weak: false },
    conditions,
    anyOf: frame.conditions.length > 0 ? frame.anyOf : query.filter.any === true,
    text: frame.topic !== 'none' || frame.theme ? frame.text : (query.text ?? frame.text),
    ...(of ? { share: { wanted, of } } : {}),
  };
}
