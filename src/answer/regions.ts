import type { AnswerBlock } from '../model/answer.ts';
import { shown } from './common.ts';
import type { Task } from './task.ts';

/** Where the agencies are, by the highest level at which they differ. */
export function regions({ say, library }: Task, agencyIds: readonly string[]): AnswerBlock[] {
  for (const level of ['province', 'city', 'county', 'town'] as const) {
    const counts = new Map<string, number>();
    for (const id of agencyIds) {
      const name = library.agency(id)?.region[level];
      if (name) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    if (counts.size < 2) continue;
    const sorted = [...counts].sort((a, b) => b[1] - a[1]);
    const told = sorted.slice(0, shown).map(([name, count]) => say(`${name}${count}家`, `${name} ${count}`));
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
