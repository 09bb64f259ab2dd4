import { describe, expect, it } from 'vitest';
import { findRegions } from '../../src/naming/regions.ts';

/** What is found, as printed → the best candidate's deepest name. */
function found(text: string): string[] {
  return findRegions(text).map((m) => {
    const best = m.candidates[0];
    return `${m.text}→${best?.town ?? best?.county ?? best?.city ?? best?.province}`;
  });
}

describe('places in a text', () => {
  it.each<[string, string[]]>([
    ['淮安市洪泽区', ['淮安市→淮安市', '洪泽区→洪泽区']],
    ['洪泽2023年收到多少申请', ['洪泽→洪泽区']],
    ['互助县的年报', ['互助县→互助土族自治县']],
    ['河南的有哪些', ['河南→河南省']],
    ['新疆新源县别斯托别乡', ['新疆→新疆维吾尔自治区', '新源县→新源县', '别斯托别乡→别斯托别乡']],
    ['北京市海淀区2023年', ['北京市→北京市', '海淀区→海淀区']],
    ['广西和内蒙古谁多', ['广西→广西壮族自治区', '内蒙古→内蒙古自治区']],
    ['延边州', ['延边州→延边朝鲜族自治州']],
    ['鄂温克旗', ['鄂温克旗→鄂温克族自治旗']],
    ['南京鼓楼区', ['南京→南京市', '鼓楼区→鼓楼区']],
    ['济源市', ['济源市→济源市']],
    ['西安市新城区', ['西安市→西安市', '新城区→新城区']],
    ['甘肃省成县', ['甘肃省→甘肃省', '成县→成县']],
    ['武陟呢', ['武陟→武陟县']],
    ['请问淮安市洪泽区的电话', ['淮安市→淮安市', '洪泽区→洪泽区']],
    ['云岭省望川市青禾县', ['云岭省→云岭省', '望川市→望川市', '青禾县→青禾县']],
  ])('%s', (text, wanted) => {
    expect(found(text)).toEqual(wanted);
  });

  it('keeps the offsets of the text', () => {
    const text = '比较洪泽区和武陟县';
    for (const m of findRegions(text)) expect(text.slice(m.start, m.end)).toBe(m.text);
    expect(findRegions(text)).toHaveLength(2);
  });

  it('lets the places around decide between places of one name', () => {
    expect(
      findRegions('江苏省鼓楼区')
        .at(-1)
        ?.candidates.map((c) => c.city),
    ).toEqual(['南京市', '徐州市']);
    expect(
      findRegions('福州市鼓楼区')
        .at(-1)
        ?.candidates.map((c) => c.city),
    ).toEqual(['福州市']);
    expect(findRegions('鼓楼区').at(-1)?.candidates.length).toBeGreaterThan(3);
  });

  it('gives a municipality’s district no city', () => {
    expect(findRegions('北京市海淀区').at(-1)?.candidates[0]).toEqual({
      code: '110108',
      level: 'county',
      province: '北京市',
      county: '海淀区',
    });
  });

  it.each([
    '平安建设水平不断提高，合作共赢，互助共济',
    '公安部门开放信息，资源共享，民主公开',
    '推进城市社区和各乡镇的市场建设，加强城镇化',
    '依法公开政府信息，方便群众及时了解工作动态',
    '中华人民共和国政府信息公开条例',
    '今天天气怎么样',
    '不予公开一共多少件',
    '因为属于国家秘密不予公开的有几件',
    '行政复议结果维持几件？纠正几件？',
    '谁用微信公众号公开信息',
    '大家最常见的问题是什么',
    '完成县级平台对接，推进新城区建设，个别部分乡镇',
    '有序推进重点领域信息公开，建立长效机制',
  ])('finds none in: %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});
