import { describe, expect, it } from 'vitest';
import { kindOf } from '../../src/naming/agency-kinds.ts';
import { agencyVariants, parseAgencyName } from '../../src/naming/agency-name.ts';

const id = (name: string) => parseAgencyName(name).id;

describe('one agency under all its spellings', () => {
  it.each([
    [
      [
        '淮安市洪泽区人民政府',
        '洪泽区人民政府',
        '洪泽区政府',
        '洪泽政府',
        '洪泽区',
        '江苏省淮安市洪泽区人民政府',
      ],
    ],
    [['互助县新农村建设服务中心', '互助土族自治县新农村建设服务中心', '青海省互助县新农村建设服务中心']],
    [['别斯托别乡人民政府', '新源县别斯托别乡人民政府', '别斯托别乡', '别斯托别乡政府']],
    [['武陟县乡村振兴局', '武陟乡村振兴局', '焦作市武陟县乡村振兴局']],
    [['北京市海淀区教育委员会', '海淀区教育委员会']],
    [['青禾县水利局', '云岭省望川市青禾县水利局', ' 青禾县 水利局']],
    [['北京市东城区东华门街道办事处', '东华门街道办事处', '东华门街道', '东华门办事处']],
    [['青禾县土门办事处', '青禾县土门街道办事处', '青禾县土门街道']],
    [['武汉市江岸区一元街道办事处', '湖北省武汉市江岸区人民政府一元街道办事处']],
    [['青禾县政府办公室', '青禾县人民政府办公室']],
    [['西安高新区管委会', '西安市高新技术产业开发区管理委员会', '陕西省西安高新区管委会']],
    [['合肥经开区管委会', '合肥经济技术开发区管理委员会']],
    [['陵水县教育局', '陵水黎族自治县教育局']],
    [['石河子市财政局', '新疆生产建设兵团第八师石河子市财政局', '第八师石河子市财政局']],
    [['雄安新区容城县水利局', '容城县水利局']],
  ])('%j', (names) => {
    expect(new Set(names.map(id)).size).toBe(1);
  });

  it.each([
    ['河南省农业农村厅', '中牟县农业农村局'],
    ['中牟县农业农村局', '武陟县农业农村局'],
    ['青禾县人民政府', '青禾县人民政府办公室'],
    ['青禾县柳溪镇人民政府', '青禾县人民政府'],
    ['鲁山县土门办事处', '鲁山县土门社会事务综合服务中心'],
    ['淮安市人民政府', '淮安市洪泽区人民政府'],
    ['财政部山东监管局', '国家金融监督管理总局山东监管局'],
  ])('%s is not %s', (one, other) => {
    expect(id(one)).not.toBe(id(other));
  });

  it('takes the place from elsewhere where the name has none', () => {
    const hint = { province: '宁夏回族自治区', city: '中卫市', county: '中宁县' };
    expect(parseAgencyName('县机关事务服务中心', hint).id).toBe(id('中宁县机关事务服务中心'));
    expect(parseAgencyName('机关事务服务中心', hint).region).toEqual(hint);
  });

  it('lets the hint decide between places of one name', () => {
    const hint = { province: '河南省', city: '洛阳市', county: '宜阳县' };
    expect(parseAgencyName('城关镇人民政府', hint).region).toEqual({ ...hint, town: '城关镇' });
    expect(parseAgencyName('城关镇人民政府').region).toEqual({ town: '城关镇' });
  });
});

describe('region and kind of a name', () => {
  it.each([
    ['淮安市洪泽区人民政府', 'government', { province: '江苏省', city: '淮安市', county: '洪泽区' }],
    ['东莞市虎门镇人民政府', 'town', { province: '广东省', city: '东莞市', town: '虎门镇' }],
    ['天津市公安局', 'bureau', { province: '天津市' }],
    ['国家税务总局武陟县税务局', 'bureau', { province: '河南省', city: '焦作市', county: '武陟县' }],
    ['中华人民共和国连云港海关', 'bureau', { province: '江苏省', city: '连云港市' }],
    ['青禾县临川街道办事处', 'subdistrict', { county: '青禾县', town: '临川街道' }],
    ['青禾县城关镇人民政府', 'town', { county: '青禾县', town: '城关镇' }],
    ['喀什地区行政公署', 'government', { province: '新疆维吾尔自治区', city: '喀什地区' }],
  ])('%s', (name, kind, region) => {
    const parsed = parseAgencyName(name);
    expect({ kind: parsed.kind, region: parsed.region }).toEqual({ kind, region });
  });

  it.each([
    '住房和城乡建设局',
    '城市管理局',
    '农村社区服务中心',
    '市场监督管理局',
    '公安局',
    '城乡规划服务中心',
    '文化广电和旅游局',
    '开发区管理委员会',
    '乡村振兴局',
    '县委办公室',
  ])('sees no place in %s', (name) => {
    expect(parseAgencyName(name).region).toEqual({});
  });

  it.each([
    ['街道办事处', 'subdistrict'],
    ['柳溪镇人民政府', 'town'],
    ['柳溪乡', 'town'],
    ['人民政府', 'government'],
    ['卫生健康委员会', 'bureau'],
    ['政府办', 'bureau'],
    ['海事局', 'bureau'],
    ['第一中学', 'centre'],
    ['疾病预防控制中心', 'centre'],
    ['交通运输厅', 'bureau'],
    ['张三', 'other'],
  ])('%s: %s', (name, kind) => {
    expect(kindOf(name)).toBe(kind);
  });
});

describe('what people call an agency', () => {
  const variants = (name: string) => {
    const { id: agencyId, region, kind } = parseAgencyName(name);
    return new Map(agencyVariants({ id: agencyId, name, aliases: [], region, kind }).map((v) => [v.text, v]));
  };

  it.each([
    [
      '淮安市洪泽区人民政府',
      [
        '洪泽区人民政府',
        '洪泽区政府',
        '洪泽政府',
        '洪泽区',
        '洪泽',
        '淮安洪泽区',
        '江苏省淮安市洪泽区人民政府',
      ],
    ],
    ['武陟县乡村振兴局', ['武陟乡村振兴局', '武陟县扶贫办', '乡村振兴局']],
    ['武陟县住房和城乡建设局', ['武陟县住建局', '武陟住建局', '住建局']],
    ['互助土族自治县卫生健康委员会', ['互助县卫健委', '互助卫健委', '互助县卫生健康委员会']],
    ['青禾县自然资源和规划局', ['青禾县自规局', '青禾资规局', '青禾县自然资源局']],
    ['青禾县人民政府办公室', ['青禾县政府办', '青禾县政府办公室']],
    ['新源县别斯托别乡人民政府', ['别斯托别乡', '别斯托别乡政府', '别斯托别', '新源县别斯托别乡']],
    ['青禾县临川街道办事处', ['临川街道', '临川街道办事处', '临川办事处', '青禾县临川街道']],
  ])('%s', (name, wanted) => {
    const known = variants(name);
    expect(wanted.filter((w) => !known.has(w))).toEqual([]);
  });

  it('puts the bare place below a bureau’s own name, and the name without place below 0.6', () => {
    const government = variants('淮安市洪泽区人民政府');
    const bureau = variants('淮安市洪泽区教育局');
    expect(government.get('洪泽区')?.score).toBeLessThan(bureau.get('洪泽教育局')?.score ?? 0);
    expect(bureau.get('教育局')?.score).toBeLessThan(0.6);
    expect(government.get('淮安市洪泽区人民政府')?.score).toBe(1);
  });

  it('stays short: hundreds of thousands of agencies are indexed', () => {
    expect(variants('互助土族自治县住房和城乡建设局').size).toBeLessThan(45);
    expect(variants('淮安市洪泽区人民政府').size).toBeLessThan(20);
  });
});

describe('where an organ is', () => {
  it.each<[string, Record<string, string>]>([
    ['西安高新区管委会', { province: '陕西省', city: '西安市' }],
    ['国家统计局河南调查总队', { province: '河南省' }],
    ['中国证券监督管理委员会青海监管局', { province: '青海省' }],
    ['国家外汇管理局江苏省分局', { province: '江苏省' }],
    ['河北雄安新区管理委员会', { province: '河北省' }],
    ['南京江北新区管理委员会', { province: '江苏省', city: '南京市' }],
    ['神农架林区松柏镇人民政府', { province: '湖北省', county: '神农架林区', town: '松柏镇' }],
    ['五指山市人民政府', { province: '海南省', county: '五指山市' }],
    ['教育部', {}],
  ])('%s', (name, region) => {
    expect(parseAgencyName(name).region).toEqual(region);
  });
});
