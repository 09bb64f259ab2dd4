import type { AnswerBlock } from '../model/answer.ts';
import type { Holding } from '../model/library.ts';
import { shown } from './common.ts';
import type { Task } from './task.ts';

/** Where the agencies are, by the highest level at which they differ. */
export function regions({ say }: Task, holdings: readonly Holding[]): AnswerBlock[] {
  for (const level of ['province', 'city', 'county', 'town'] as const) {
    const counts = new Map<string, Set<string>>();
    for (const { region, agencyId } of holdings) {
      const name = region[level];
      if (name) counts.set(name, (counts.get(name) ?? new Set()).add(agencyId));
    }
    if (counts.size < 2) continue;
    const sorted = [...counts].sort((a, b) => b[1].size - a[1].size);
    const told = sorted
      .slice(0, shown)
      .map(([name, ids]) => say(`${name}${ids.size}家`, `${name} ${ids.size}`));
    return [
      {
        kind: 'text',
        text: say(
          `按地区：${told.join('，')}${sorted.length > shown ? '等' : ''}。`,
          `By region: ${told.join(', ')}.`,
        ),
      },
    ];
  }
  return [];
}
