import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NameIndex, type WeightedName } from '../../index/name-index.ts';
import { dictionaryWords } from '../../index/names/dictionary-words.ts';
import { SnapshotError } from '../../index/snapshot-error.ts';
import { dataPath } from '../../src/package-root.ts';

const isWord = dictionaryWords(dataPath('dictionary'));
const name = (text: string, how = 'name', score = 1): WeightedName => ({ text, how, score });

/** Agencies that do not exist. */
function sample(): NameIndex {
  const index = new NameIndex({ isWord });
  index.set('rural', [name('青陟县乡村振兴局'), name('乡村振兴局', 'part', 0.55)]);
  index.set('school', [name('青陟县教育局'), name('教育局', 'part', 0.55)]);
  index.set('offices', [name('柳原县机关事务服务中心')]);
  index.set('school2', [name('柳原县教育局'), name('教育局', 'part', 0.55)]);
  index.set('town', [name('柳原县别塔乡人民政府'), name('别塔乡', 'region', 0.8)]);
  return index;
}

function found(index: NameIndex, text: string): string[] {
  return index
    .find(text)
    .map((match) => `${match.text} ${match.candidates.map((c) => `${c.id}:${c.how}`).join('|')}`);
}

describe('NameIndex', () => {
  it.each([
    ['青陟县乡村振兴局2023年收到多少件申请', ['青陟县乡村振兴局 rural:name']],
    ['青陟縣鄉村振興局', ['青陟縣鄉村振興局 rural:name']],
    ['青陟县 乡村振兴局的问题', ['青陟县 乡村振兴局 rural:name']],
    ['青陟振兴局有哪些问题', ['青陟振兴局 rural:part']],
    ['青陟的振兴局呢', ['青陟的振兴局 rural:part']],
    ['柳原机关事务中心收到多少', ['柳原机关事务中心 offices:part']],
    ['青只县乡村振兴局', ['青只县乡村振兴局 rural:slip']],
    ['青徙县乡村振兴局', ['青徙县乡村振兴局 rural:slip']],
    ['青陟县村乡振兴局', ['青陟县村乡振兴局 rural:slip']],
    ['青陟县乡村村振兴局', ['青陟县乡村村振兴局 rural:slip']],
    ['别塔乡和青陟县教育局', ['别塔乡 town:region', '青陟县教育局 school:name']],
    ['qingzhi xian xiangcun zhenxing ju 2023', ['qingzhi xian xiangcun zhenxing ju rural:pinyin']],
    ['Qingzhixian jiaoyuju', ['Qingzhixian jiaoyuju school:pinyin']],
    ['qzxxczxj', ['qzxxczxj rural:pinyin']],
  ])('%s', (text, expected) => {
    expect(found(sample(), text)).toEqual(expected);
  });

  it('gives every one that bears a short name', () => {
    const [match] = sample().find('教育局收到多少申请');
    expect(match?.candidates.map(({ id, score }) => [id, score]).sort()).toEqual([
      ['school', 0.55],
      ['school2', 0.55],
    ]);
  });

  it.each([
    '申请公开政府信息有什么问题',
    '单位和部门的工作情况',
    '人民政府和服务中心',
    'how many applications were received in 2023',
    '青陟县体育局',
    '青陟县财政局怎么样',
  ])('names nobody: %s', (text) => {
    expect(sample().find(text)).toEqual([]);
  });

  it('takes in no name that is made of common words alone', () => {
    const index = new NameIndex();
    index.set('x', [name('县人民政府'), name('便民服务中心'), name('申请')]);
    expect(index.size).toBe(0);
  });

  it('takes no other place for a misspelling', () => {
    expect(
      sample()
        .find('清江县教育局')
        .flatMap((match) => match.candidates.filter((c) => c.score >= 0.6)),
    ).toEqual([]);
    const index = new NameIndex({ isWord });
    index.set('a', [name('宜阳县青石镇人民政府')]);
    expect(index.find('弋阳县青石镇人民政府').flatMap((match) => match.candidates)).toEqual([]);
  });

  it('takes misspellings for no more than hints without a dictionary', () => {
    const index = new NameIndex();
    index.set('rural', [name('青陟县乡村振兴局')]);
    for (const text of ['青只县乡村振兴局', '青徙县乡村振兴局']) {
      expect(index.find(text)[0]?.candidates[0]?.score).toBeLessThan(0.6);
    }
  });

  it('forgets and renames at once', () => {
    const index = sample();
    index.delete('school');
    index.set('rural', [name('青陟县农业农村局')]);
    expect(found(index, '青陟县教育局')).toEqual(['教育局 school2:part']);
    expect(found(index, '青陟县农业农村局、青陟县乡村振兴局')).toEqual(['青陟县农业农村局 rural:name']);
    index.set('school', [name('青陟县教育局')]);
    expect(found(index, '青陟县教育局')).toEqual(['青陟县教育局 school:name']);
  });

  it('finds the same from a snapshot', () => {
    const index = sample();
    index.delete('school2');
    const restored = NameIndex.restore(index.snapshot(), { isWord });
    for (const text of [
      '青陟县乡村振兴局',
      '青陟振兴局',
      '教育局',
      '别塔乡',
      'qzxxczxj',
      '青只县乡村振兴局',
    ]) {
      expect(restored.find(text)).toEqual(index.find(text));
    }
    expect(restored.has('school2')).toBe(false);
    const bytes = index.snapshot();
    bytes[bytes.length - 1] = (bytes[bytes.length - 1] ?? 0) ^ 1;
    expect(() => NameIndex.restore(bytes)).toThrow(SnapshotError);
  });

  it('finds every whole name that stands in a text, whatever was set and deleted before', () => {
    const place = fc.constantFrom('青陟县', '柳原县', '石河镇', '别塔乡');
    const office = fc.constantFrom('教育局', '水利局', '农业农村局', '乡村振兴局', '档案馆');
    const change = fc.record({ id: fc.constantFrom('a', 'b', 'c'), place, office, gone: fc.boolean() });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), place, office, (changes, p, o) => {
        const index = new NameIndex({ isWord });
        const held = new Map<string, string>();
        for (const { id, place: where, office: what, gone } of changes) {
          if (gone) index.delete(id);
          else index.set(id, [name(where + what)]);
          if (gone) held.delete(id);
          else held.set(id, where + what);
        }
        const text = `请问${p}${o}２０２３年`;
        const expected = [...held].filter(([, full]) => full === p + o).map(([id]) => id);
        const exact = index.find(text).filter((match) => match.candidates[0]?.how === 'name');
        expect(exact.flatMap((match) => match.candidates.map(({ id }) => id)).sort()).toEqual(
          expected.sort(),
        );
        for (const match of index.find(text)) expect(text.slice(match.start, match.end)).toBe(match.text);
      }),
    );
  });
});
