import type { Query } from '../../model/query.ts';
import { strict, withoutBound } from '../read/conditions.ts';
import type { Frame } from '../read/frame.ts';

/** 不含15 after 15件以下: the same list without the bound itself. */
export function leavingOutBound(frame: Frame, { filter }: Query): Frame | undefined {
  const before = filter.conditions ?? [];
  if (frame.conditions.length > 0 || frame.bounds.length > 0 || !withoutBound.test(frame.sentence.text))
    return undefined;
  const conditions = before.flatMap(({ reading, ...bound }) =>
    bound.operator === 'blank'
      ? []
      : [{ ...bound, wanted: [reading], operator: strict(bound, frame.sentence) }],
  );
  const changed = conditions.some(({ operator }, i) => operator !== before[i]?.operator);
  return changed ? { ...frame, conditions, group: true } : undefined;
}
