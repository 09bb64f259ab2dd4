import { NameIndex } from '../../../index/name-index.ts';
import { dictionaryWords } from '../../../index/names/dictionary-words.ts';
import { dataPath } from '../../../src/package-root.ts';
import { agencies } from './agency-names.ts';
import { cpuMs } from './clock.ts';
import { quantile } from './latency.ts';
import { measureMemory } from './memory.ts';

const NAMES = 300_000;
const ROUNDS = 9;
const QUESTIONS: Record<string, string[]> = {
  'full name': [
    '武陟县乡村振兴局2023年收到多少件申请',
    '洪泽区教育局有哪些问题',
    '请问中宁县财政局2022年不予公开几件',
  ],
  shortened: ['武陟振兴局有哪些问题', '中宁机关事务中心收到多少', '洪泽区政府公开了多少'],
  misspelt: ['武只县乡村振兴局的申请', '中宁县财正局', '洪泽区教育育局收到几件'],
  'short name of thousands': ['教育局收到了多少申请', '乡村振兴局有哪些问题'],
  pinyin: ['wuzhi xiangcun zhenxing ju shenqing', 'hongze jiaoyuju 2023'],
  'no name': ['政府信息公开申请有哪些问题', '2023年哪个单位收到的申请最多', '谁用微信公众号公开信息'],
};

/** How long does it take to find the agencies a question names, among 300,000 names? */
export function measureNames(): { label: string; value: string }[] {
  const held = [...agencies(NAMES)];
  const before = measureMemory();
  const options = { isWord: dictionaryWords(dataPath('dictionary')) };
  const index = new NameIndex(options);
  const start = cpuMs();
  for (const { id, names } of held) index.set(id, names);
  const built = cpuMs() - start;
  const megabytes = (measureMemory() - before) / 1e6;
  const bytes = index.snapshot();
  const loading = cpuMs();
  NameIndex.restore(bytes, options);
  const rows = [
    { label: 'names', value: String(index.size) },
    { label: 'build', value: `${built.toFixed(0)} ms` },
    { label: 'memory', value: `${megabytes.toFixed(0)} MB` },
    { label: 'load from a snapshot', value: `${(cpuMs() - loading).toFixed(0)} ms` },
  ];
  const first = cpuMs();
  index.find('beijing');
  rows.push({
    label: 'first pinyin (spells all names)',
    value: `${(cpuMs() - first).toFixed(0)} ms`,
  });
  for (const [kind, texts] of Object.entries(QUESTIONS)) {
    const times = texts.map((text) =>
      quantile(
        Array.from({ length: ROUNDS }, () => time(index, text)),
        0.5,
      ),
    );
    rows.push({ label: `find: ${kind}`, value: `${quantile(times, 0.5).toFixed(3)} ms` });
  }
  return rows;
}

function time(index: NameIndex, text: string): number {
  const start = cpuMs();
  index.find(text);
  return cpuMs() - start;
}
