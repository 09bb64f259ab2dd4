import { describe, expect, it } from 'vitest';
import { NotAReport } from '../../../../src/ingest/map/text/not-a-report.ts';
import { readText } from '../../../../src/ingest/map/text/read-text.ts';
import { documentOf, readReport, reportWith } from './support.ts';

describe('the agency and the year of a title', () => {
  it.each([
    ['agency first', '青禾县水利局2023年政府信息公开工作年度报告'],
    ['year first', '2023年青禾县水利局政府信息公开工作年度报告'],
    ['year first, 度', '2023年度青禾县水利局政府信息公开年度报告'],
    ['关于 in between', '青禾县水利局关于2023年政府信息公开工作的年度报告'],
    ['关于 at the start', '关于青禾县水利局2023年度政府信息公开工作情况的报告'],
    ['year in brackets at the end', '青禾县水利局政府信息公开工作年度报告（2023年）'],
    ['year in brackets in front', '（2023年度）青禾县水利局政府信息公开工作年度报告'],
    ['year inside', '青禾县水利局政府信息公开2023年年度报告'],
    ['on two lines', '青禾县水利局\n2023年政府信息公开工作年度报告'],
    ['on three lines', '青禾县水利局\n2023年政府信息公开工作\n年度报告'],
    ['year on its own line', '青禾县水利局\n2023年度\n政府信息公开工作年度报告'],
    ['spaces inside', '青 禾 县 水 利 局 2023 年 政 府 信 息 公 开 工 作 年 度 报 告'],
    ['年报', '青禾县水利局2023年政府信息公开年报'],
    ['工作情况', '青禾县水利局2023年度政府信息公开工作情况'],
    ['工作总结', '青禾县水利局2023年政府信息公开工作总结'],
    ['Chinese numerals', '青禾县水利局二〇二三年政府信息公开工作年度报告'],
    ['Markdown left-overs', '# **青禾县水利局2023年政府信息公开工作年度报告**'],
    ['a stray line after it', '青禾县水利局2023年政府信息公开工作年度报告\n告'],
    ['a stray line before it', '附件1\n青禾县水利局2023年政府信息公开工作年度报告'],
    ['政务公开', '青禾县水利局2023年政务公开工作年度报告'],
    ['quoted', '《青禾县水利局2023年政府信息公开工作年度报告》'],
    ['the year of the name after it', '政府信息公开工作年度报告\n（青禾县水利局 2023年）'],
    [
      'a breadcrumb',
      '首页 > 政务公开 > 政府信息公开年报\n青禾县水利局2023年政府信息公开工作年度报告\n发布日期：2024-01-20 来源：青禾县水利局 浏览次数：12',
    ],
    ['full-width year', '青禾县水利局２０２３年政府信息公开工作年度报告'],
    ['full place', '云岭省望川市青禾县水利局2023年政府信息公开工作年度报告'],
  ])('%s', (_name, head) => {
    const report = readReport(reportWith({ head }));
    expect(report.agency.name.replace('云岭省望川市', '')).toBe('青禾县水利局');
    expect(report.agency.id).toBe('青禾县|水利局');
    expect(report.year).toBe(2023);
    expect(report.agency.kind).toBe('bureau');
  });

  it.each([
    ['青禾县人民政府2023年政府信息公开工作年度报告', '青禾县人民政府', 'government'],
    ['青禾县柳溪镇人民政府2023年政府信息公开工作年度报告', '青禾县柳溪镇人民政府', 'town'],
    ['青禾县柳溪镇2023年政府信息公开工作年度报告', '青禾县柳溪镇', 'town'],
    ['青禾县临川街道办事处2023年政府信息公开工作年度报告', '青禾县临川街道办事处', 'subdistrict'],
    ['青禾县机关事务服务中心2023年政府信息公开工作年度报告', '青禾县机关事务服务中心', 'centre'],
    ['青禾县2023年政府信息公开工作年度报告', '青禾县', 'government'],
    ['国家税务总局青禾县税务局2023年政府信息公开工作年度报告', '国家税务总局青禾县税务局', 'bureau'],
    ['青禾县住房和城乡建设局2023年政府信息公开工作年度报告', '青禾县住房和城乡建设局', 'bureau'],
    ['青禾县城市管理综合行政执法局2023年政府信息公开工作年度报告', '青禾县城市管理综合行政执法局', 'bureau'],
    ['青禾县人民政府办公室2023年政府信息公开工作年度报告', '青禾县人民政府办公室', 'bureau'],
    ['青禾县政务服务和大数据管理局2023年政府信息公开工作年度报告', '青禾县政务服务和大数据管理局', 'bureau'],
    [
      '青禾经济技术开发区管理委员会2023年政府信息公开工作年度报告',
      '青禾经济技术开发区管理委员会',
      'government',
    ],
  ])('%s', (head, name, kind) => {
    const report = readReport(reportWith({ head }));
    expect(report.agency.name).toBe(name);
    expect(report.agency.kind).toBe(kind);
  });
});

describe('without a title', () => {
  const head =
    '本报告由青禾县水利局根据《中华人民共和国政府信息公开条例》编制，统计期限自2023年1月1日起至2023年12月31日止。';

  it('takes agency and year from the first sentence', () => {
    const report = readReport(reportWith({ head }));
    expect(report.agency.name).toBe('青禾县水利局');
    expect(report.year).toBe(2023);
    expect(report.period).toEqual({ from: '2023-01-01', to: '2023-12-31' });
  });

  it('takes the agency from the signature', () => {
    const report = readReport(
      reportWith({ head: '2023年度工作报告如下。', end: '青禾县水利局\n\n2024年1月19日' }),
    );
    expect(report.agency.name).toBe('青禾县水利局');
    expect(report.publishedAt).toBe('2024-01-19');
  });

  it('takes them from the file name', () => {
    const report = readReport(
      reportWith({ head: '总的情况如下。', one: '认真做好工作。' }),
      '青禾县水利局2023年政府信息公开年报.txt',
    );
    expect([report.agency.name, report.year]).toEqual(['青禾县水利局', 2023]);
  });

  it('takes them from the title of the web page', () => {
    const title = '青禾县水利局2023年政府信息公开工作年度报告 - 青禾县人民政府';
    const report = readReport(reportWith({ head: '总的情况如下。' }), 'a.html', { format: 'html', title });
    expect([report.agency.name, report.year]).toEqual(['青禾县水利局', 2023]);
  });

  it('reads 按照…要求，XX编制本报告', () => {
    const opening =
      '按照《中华人民共和国政府信息公开条例》要求，青禾县水利局编制本报告。2023年度有关情况如下。';
    expect(readReport(reportWith({ head: opening })).agency.name).toBe('青禾县水利局');
  });
});

describe('names that disagree', () => {
  it('goes by the first title and tells the second', () => {
    const head =
      '青禾县土门办事处2023年政府信息公开工作年度报告\n土门社会事务综合服务中心2023年政府信息公开工作年度报告';
    const report = readReport(reportWith({ head }));
    expect(report.agency.name).toBe('青禾县土门办事处');
    expect(report.agency.aliases).toContain('土门社会事务综合服务中心');
    expect(report.warnings.map((w) => w.code)).toContain('two-names');
  });

  it('takes an abbreviation for the same agency, and keeps it', () => {
    const head = '青禾县发展和改革委员会2023年政府信息公开工作年度报告';
    const report = readReport(reportWith({ head, end: '青禾县发改革委\n\n2024年1月3日' }));
    expect(report.warnings.map((w) => w.code)).toEqual([]);
    expect(report.agency.aliases).toContain('青禾县发改革委');
  });

  it('takes full and short spellings for one agency', () => {
    const head = '柳溪镇2023年政府信息公开工作年度报告';
    const report = readReport(reportWith({ head, end: '青禾县柳溪镇人民政府\n\n2024年1月3日' }));
    expect(report.agency.name).toBe('青禾县柳溪镇人民政府');
    expect(report.agency.aliases).toContain('柳溪镇');
    expect(report.warnings).toEqual([]);
  });

  it('does not take the office that wrote it for another agency', () => {
    const head = '青禾县人民政府2023年政府信息公开工作年度报告\n本报告由青禾县人民政府办公室编制。';
    const report = readReport(reportWith({ head, end: '青禾县人民政府办公室\n2024年1月3日' }));
    expect(report.agency.name).toBe('青禾县人民政府');
    expect(report.warnings).toEqual([]);
  });

  it('spells an abbreviation out where the text does', () => {
    const head = '县教体局2023年政府信息公开工作年度报告\n2023年，青禾县教育体育局认真落实条例。';
    const report = readReport(reportWith({ head }));
    expect(report.agency).toMatchObject({
      name: '青禾县教育体育局',
      aliases: ['县教体局'],
      id: '青禾县|教育体育局',
    });
    expect(report.warnings).toEqual([]);
  });

  it('completes a name that tells no place', () => {
    const head = '县水利局2023年政府信息公开工作年度报告';
    const one = '2023年，按照青禾县人民政府办公室部署，认真工作。';
    const report = readReport(reportWith({ head, one, end: '青禾县水利局\n2024年1月3日' }));
    expect(report.agency.name).toBe('青禾县水利局');
  });
});

describe('the region', () => {
  it('is told by the rest of the text where several places bear the name', () => {
    const head = '鼓楼区教育局2023年政府信息公开工作年度报告';
    const inNanjing = readReport(reportWith({ head, six: '地址：南京市鼓楼区某路1号。' }));
    const inFuzhou = readReport(reportWith({ head, six: '按照福州市教育局的要求办理。' }));
    expect(inNanjing.agency.region).toEqual({ province: '江苏省', city: '南京市', county: '鼓楼区' });
    expect(inFuzhou.agency.region.city).toBe('福州市');
    expect(inNanjing.agency.id).not.toBe(inFuzhou.agency.id);
  });

  it('is completed from the preamble where no table lists the place', () => {
    const head = '青禾县水利局2023年政府信息公开工作年度报告\n本报告由云岭省望川市青禾县水利局编制。';
    expect(readReport(reportWith({ head })).agency.region).toEqual({
      province: '云岭省',
      city: '望川市',
      county: '青禾县',
    });
  });

  it('is told to be ambiguous where nothing decides', () => {
    const report = readReport(reportWith({ head: '鼓楼区教育局2023年政府信息公开工作年度报告' }));
    expect(report.agency.region).toEqual({ county: '鼓楼区' });
    expect(report.warnings.map((w) => w.code)).toEqual(['region-ambiguous']);
  });

  it('is told to be unknown where nothing names it', () => {
    const report = readReport(
      reportWith({ head: '水利局2023年政府信息公开工作年度报告', one: '认真工作。' }),
    );
    expect(report.agency.region).toEqual({});
    expect(report.warnings.map((w) => w.code)).toEqual(['region-unknown']);
  });

  it.each(['教育部', '国家知识产权局', '水利部长江水利委员会'])('is not asked of %s', (name) => {
    const report = readReport(
      reportWith({ head: `${name}2023年政府信息公开工作年度报告`, one: '赴青海省西宁市城东区调研。' }),
    );
    expect(report.agency.region).toEqual({});
    expect(report.warnings).toEqual([]);
  });
});

describe('the year', () => {
  it('is not the year of publication', () => {
    const head = '青禾县水利局政府信息公开工作年度报告\n发布日期：2024-01-20';
    const report = readReport(
      reportWith({
        head,
        one: '2023年，我局认真工作。2023年度主动公开信息3条。',
        five: '2024年，我局将继续努力。',
      }),
    );
    expect(report.year).toBe(2023);
    expect(report.publishedAt).toBe('2024-01-20');
  });

  it('warns when title and period differ', () => {
    const head = '青禾县水利局2023年政府信息公开工作年度报告\n统计期限自2022年1月1日至12月31日。';
    expect(readReport(reportWith({ head })).warnings.map((w) => w.code)).toContain('year-differs');
  });
});

describe('the day of publication', () => {
  it.each([
    ['2024年1月19日', '2024-01-19'],
    ['2024-01-19', '2024-01-19'],
    ['2024.1.19', '2024-01-19'],
    ['二〇二四年一月十九日', '2024-01-19'],
    ['二○二四年一月二十三日', '2024-01-23'],
    ['2024 年 1 月 19 日', '2024-01-19'],
  ])('%s', (printed, wanted) => {
    expect(readReport(reportWith({ end: `青禾县水利局\n\n${printed}` })).publishedAt).toBe(wanted);
  });

  it('is read from one line with the name', () => {
    expect(readReport(reportWith({ end: '青禾县水利局 2024年1月19日' })).publishedAt).toBe('2024-01-19');
  });

  it('stands under the title', () => {
    const head = '青禾县水利局2023年政府信息公开工作年度报告\n（2024年1月19日）';
    expect(readReport(reportWith({ head })).publishedAt).toBe('2024-01-19');
  });

  it('is no date of a law or a document', () => {
    const six = '依据2020年11月20日印发的《政府信息公开信息处理费管理办法》，未收费。';
    expect(readReport(reportWith({ six })).publishedAt).toBeNull();
  });

  it('is taken out of part 六 with the signature', () => {
    const report = readReport(reportWith({ end: '青禾县水利局\n2024年1月19日' }));
    expect(report.sections.at(-1)?.paragraphs.map((p) => p.text)).toEqual(['无']);
  });
});

describe('no report', () => {
  const refused = (text: string, fileName = 'x.txt') => {
    const document = documentOf(text);
    try {
      readText(document, { readings: {}, edition: '2021', warnings: [], tableBlocks: new Set() }, fileName);
    } catch (error) {
      if (error instanceof NotAReport) return error.code;
      throw error;
    }
    return undefined;
  };

  it.each([
    ['a recipe', '红烧肉的做法\n一、准备五花肉500克。\n二、焯水后切块。'],
    ['news about reports', '各单位2023年政府信息公开工作年度报告已经发布\n请登录网站查看。'],
    ['nothing', ''],
    ['a guide', '青禾县水利局政府信息公开指南\n一、主动公开\n二、依申请公开\n联系电话：0100-6000001'],
    [
      'another kind of report',
      '青禾县水利局2023年法治政府建设年度报告\n一、总体情况\n工作有序。\n二、存在的主要问题和改进措施\n人员不足。',
    ],
  ])('%s', (_name, text) => {
    expect(refused(text)).toBe('not-a-report');
  });

  it('names no agency', () => {
    expect(refused(reportWith({ head: '2023年政府信息公开工作年度报告', one: '2023年，认真工作。' }))).toBe(
      'no-agency',
    );
  });

  it('names no year', () => {
    expect(refused(reportWith({ head: '青禾县水利局政府信息公开工作年度报告', one: '认真工作。' }))).toBe(
      'no-year',
    );
  });
});
