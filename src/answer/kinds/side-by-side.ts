import type { AnswerBlock, AnswerValue } from '../../model/answer.ts';
import type { Query } from '../../model/query.ts';
import { short, wording } from '../names.ts';
import type { Draft, Task } from '../task.ts';
import { cellText } from '../telling.ts';
import { aggregate } from './aggregate.ts';
import { ranking } from './ranking.ts';

type Region = NonNullable<Query['groups']>[number];

/** Regions against each other: the figures of all their agencies together. */
export function regionsCompared(task: Task, groups: readonly Region[]): Draft {
  const { query, say } = task;
  const readings = query.readings.length > 0 ? query.readings : wording().keyFigures.slice(0, 3);
  const drafts = groups.map((region) => aggregate(ofRegion(task, region, readings)));
  const columns = drafts.map((draft, i) =>
    readings.map((id) =>
      named(
        draft.values?.find(({ reading }) => isFor(reading, id, task)),
        groups[i],
      ),
    ),
  );
  const values = columns.flat().filter((value) => value !== undefined);
  return {
    agencies: [...new Set(drafts.flatMap((draft) => draft.agencies ?? []))].slice(0, 100),
    years: [...new Set(drafts.flatMap((draft) => draft.years ?? []))].sort((a, b) => a - b),
    readings: [...new Set(drafts.flatMap((draft) => draft.readings ?? []))],
    values,
    reports: [...new Set(drafts.flatMap((draft) => draft.reports ?? []))],
    blocks: [
      {
        kind: 'headline',
        text: verdict(
          task,
          columns.map((column) => column[0]),
        ),
      },
      {
        kind: 'table',
        header: [say('地区', 'region'), ...readings.map((id) => short(id, query.language))],
        rows: columns.map((column, i) => [
          groups[i]?.name ?? '',
          ...column.map((value) => (value ? cellText(value, task) : say('没有收录', 'not held'))),
        ]),
        align: ['left', ...readings.map(() => 'right' as const)],
      },
      ...drafts.flatMap((draft, i) => explained(draft, groups[i], task)),
    ],
    ...(drafts[0]?.tookYear ? { tookYear: drafts[0].tookYear } : {}),
  };
}

function ofRegion(task: Task, region: Region, readings: readonly string[]): Task {
  const { groups: _, ...query } = task.query;
  const filter = { ...query.filter, region };
  return {
    ...task,
    query: { ...query, kind: 'aggregate', aggregate: 'sum', readings: [...readings], filter },
  };
}

const isFor = (reading: string, id: string, { query }: Task) =>
  reading === id || (query.measure.kind !== 'plain' && reading.startsWith('rates.'));

function named(value: AnswerValue | undefined, region: Region | undefined): AnswerValue | undefined {
  return value && region ? { ...value, agency: region.name } : undefined;
}

function verdict(task: Task, values: readonly (AnswerValue | undefined)[]): string {
  const { say } = task;
  const known = values.flatMap((value) =>
    value && value.value !== null
      ? [{ name: value.agency, value: value.value, told: cellText(value, task) }]
      : [],
  );
  const [first] = known;
  if (!first || known.length < values.length || known.length < 2)
    return say('无法比较：有的地区没有这个数', 'Cannot be compared: not every region has this figure');
  const most = known.reduce((a, b) => (b.value > a.value ? b : a), first);
  if (known.every(({ value }) => value === most.value))
    return say(`一样：都是 ${most.told}`, `The same: ${most.told}`);
  const isRate = values.some((value) => value?.unit === '%');
  const how = `${known.length > 2 ? '最' : '更'}${isRate ? '高' : '多'}`;
  return say(
    `${most.name}${how}：${most.told}`,
    `${most.name}: ${known.length > 2 ? 'most' : 'more'}, ${most.told}`,
  );
}

/** What the sum of a region rests on, and what is left out of it. */
function explained(draft: Draft, region: Region | undefined, { say }: Task): AnswerBlock[] {
  const [sum] = draft.blocks.filter((block) => block.kind === 'text');
  const notes = draft.blocks.filter((block) => block.kind === 'note');
  const name = region?.name ?? '';
  return [
    ...(sum ? [sum] : []),
    ...notes.map(
      ({ text }): AnswerBlock => ({ kind: 'note', text: say(`${name}：${text}`, `${name}: ${text}`) }),
    ),
  ];
}

/** 2023和2024第一名分别是谁: a ranking of each year by itself. */
export function yearByYear(task: Task): Draft {
  const { query, say } = task;
  const { eachYear: _, ...one } = query;
  const drafts = query.years.map((year) => ranking({ ...task, query: { ...one, years: [year] } }));
  return {
    agencies: [...new Set(drafts.flatMap((draft) => draft.agencies ?? []))],
    years: query.years,
    readings: [...new Set(drafts.flatMap((draft) => draft.readings ?? []))],
    values: drafts.flatMap((draft) => draft.values ?? []),
    reports: [...new Set(drafts.flatMap((draft) => draft.reports ?? []))],
    blocks: drafts.flatMap((draft, i) =>
      draft.blocks.map((block) =>
        block.kind === 'headline'
          ? { ...block, text: `${query.years[i]}${say('年', '')}: ${block.text}`.replace('年: ', '年：') }
          : block,
      ),
    ),
  };
}
