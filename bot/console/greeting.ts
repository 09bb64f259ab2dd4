import type { Library } from '../../src/model/library.ts';

const SHOWN = 6;

/** What is held and how to begin; the examples are about what is held. */
export function greeting(library: Library, samples: boolean): string {
  const { agencies, holdings } = library;
  if (holdings.length === 0) return '还没有收录任何年报。先用 nianbao ingest 路径 收录，再来提问。\n';
  const years = [...new Set(holdings.map((holding) => holding.year))].sort();
  const names = agencies.slice(0, SHOWN).map((agency) => agency.name);
  const more = agencies.length > SHOWN ? ` 等 ${agencies.length} 个单位` : '';
  return [
    `政府信息公开年报问答：收录 ${holdings.length} 份年报（${years[0]}–${years.at(-1)}年）。`,
    `单位：${names.join('、')}${more}`,
    ...(samples ? ['这些是样例年报，其中的机关和数字都是虚构的。收录真实年报：nianbao ingest 路径'] : []),
    '可以这样问：',
    ...examples(library).map((question) => `  · ${question}`),
    '',
  ].join('\n');
}

/** Three questions that these reports answer. */
export function examples({ agencies, holdings }: Library, language: 'zh' | 'en' = 'zh'): string[] {
  const first = [...agencies].sort((a, b) => b.reports.size - a.reports.size)[0];
  if (!first) return [];
  const year = Math.max(...first.reports.keys());
  const newest = Math.max(...holdings.map((holding) => holding.year));
  if (language === 'en')
    return [
      `How many applications did ${first.name} receive in ${year}?`,
      `Which agency received the most applications in ${newest}?`,
      `What problems does ${first.name} name?`,
    ];
  return [
    `${first.name}${year}年收到多少件政府信息公开申请`,
    `${newest}年哪个单位收到的申请最多`,
    `${first.name}存在哪些问题`,
  ];
}
