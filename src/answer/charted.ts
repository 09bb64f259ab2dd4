import type { Chart } from '../model/answer.ts';
import type { Figure } from './figures.ts';
import { short } from './names.ts';
import type { Task } from './task.ts';

/** The longest bar chart that a phone can show. */
const bars20 = 20;

/** Figures of several reports as bars; undefined when none of them has a number. */
export function bars(task: Task, figures: readonly Figure[], names: readonly string[]): Chart | undefined {
  const first = figures[0]?.value;
  if (!first || figures.every((figure) => figure.value.value === null)) return undefined;
  const years = [...new Set(figures.map((figure) => figure.value.year))];
  const agencies = [...new Set(figures.map((figure) => figure.value.agency))];
  const what =
    first.reading === 'rates.share' || first.reading === 'rates.yearOnYear'
      ? first.label
      : short(first.reading, task.query.language);
  const whose = agencies.length === 1 ? agencies[0] : '';
  const when = years.length === 1 ? task.say(`${years[0]}年`, `${years[0]} `) : '';
  return {
    kind: 'bar',
    title: `${when}${whose}${what}`,
    unit: first.unit,
    categories: names.slice(0, bars20),
    series: [{ name: what, values: figures.slice(0, bars20).map((figure) => figure.value.value) }],
    source: chartSource(task),
  };
}

export function chartSource({ say }: Task): string {
  return say(
    '数据来源：各单位政府信息公开工作年度报告',
    'Source: annual reports on government information disclosure',
  );
}
