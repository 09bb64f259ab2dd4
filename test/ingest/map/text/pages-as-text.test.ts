import { describe, expect, it } from 'vitest';
import { readClaims } from '../../../../src/ingest/map/text/claims.ts';
import { readContact } from '../../../../src/ingest/map/text/contact.ts';
import { readReport, reportWith } from './support.ts';

/** Reports as text is taken from web pages: without the title above, with Latin punctuation and what a page prints around. */
describe('the agency of a report without a title', () => {
  const opening = (text: string) => readReport(reportWith({ head: text, one: '2023年,认真做好工作。' }));

  it.each([
    [
      '根据《中华人民共和国政府信息公开条例》要求,特编制青禾县水利局2023年政府信息公开工作年度报告。',
      '青禾县水利局',
    ],
    ['根据《条例》(国务院令第711号)规定,现公开青禾县水利局2023年政府信息公开工作年度报告。', '青禾县水利局'],
    [
      '根据《条例》之规定,现向社会公布2023年青禾县水利局政府信息公开工作年度报告。如有疑问,请联系青禾县水利局政务公开办公室,联系电话:0100-6000217。',
      '青禾县水利局',
    ],
    ['根据《条例》,青禾县水利局编制完成2023年政府信息公开年度报告。', '青禾县水利局'],
    ['本报告根据《条例》编制。受理机构为青禾县水利局。办公地址:青禾县学府街21号。', '青禾县水利局'],
    [
      '本报告根据《条例》编制。如有疑问请与青禾县水利局信息公开办公室联系(地址:青禾县学府街21号)。',
      '青禾县水利局',
    ],
  ])('%s', (text, name) => {
    const report = opening(text);
    expect(report.agency.name).toBe(name);
    expect(report.year).toBe(2023);
  });

  it('is the government whose work the first sentence tells', () => {
    const one = '2023年,青禾县人民政府信息公开工作以便民为宗旨,认真落实《条例》。';
    const head = '本报告根据《条例》编制。如有疑问请与青禾县信息公开办公室联系(电话:0100-6000217)。';
    expect(readReport(reportWith({ head, one })).agency.name).toBe('青禾县人民政府');
  });

  it('is the organ that the sentences speak of, with a warning', () => {
    const report = readReport(
      reportWith({
        head: '根据《青禾县人民政府办公室关于编制2023年度报告的通知》要求,现将工作情况报告如下:',
        one: '(一)平台建设。2023年,县水利局积极维护网站。县水利局认真部署政府信息公开工作。',
      }),
    );
    expect(report.agency.name).toBe('县水利局');
    expect(report.warnings.map(({ code }) => code)).toContain('agency-from-text');
  });

  it('is told by no office of its own', () => {
    const head =
      '青禾县柳溪镇2023年政府信息公开工作年度报告\n若有疑问,请与柳溪镇党政办公室联系(地址:柳溪镇,电话:0100-6000217)。';
    const { agency } = readReport(reportWith({ head }));
    expect([agency.name, ...agency.aliases].join()).not.toContain('党政办');
  });
});

describe('the year of a report without a title', () => {
  const yearOf = (one: string, six = '无') =>
    readReport(reportWith({ head: '', one, six, end: '青禾县水利局' })).year;

  it.each([
    ['the day up to which it counts', '本年度公开信息34条。截止2023年12月31日共发布150条。', '无'],
    ['the work that it tells of', '现结合实际,汇报我局2023年政府信息公开工作。', '无'],
    [
      'the other parts, but no plan',
      '本年度公开信息34条。',
      '我局2023年度未收取信息处理费。2024年,我局将继续努力。',
    ],
  ])('is %s', (_what, one, six) => {
    expect(yearOf(one, six)).toBe(2023);
  });
});

describe('what a page prints around its report', () => {
  const page = reportWith({
    head: [
      '当前位置: 首页',
      '> 政务公开 > 乡镇街道 > 柳溪镇 > 政府信息公开年报',
      '成文日期 2024-01-16 发布机构 柳溪镇',
      '组配分类 政府信息公开年报',
      '2023年青禾县柳溪镇政府信息公开工作年度报告',
      '发布日期: 2024-01-16 访问次数:',
    ].join('\n'),
    six: '无其他需要报告的事项。',
    end: '青禾县柳溪镇人民政府\n2024年1月16日\n分享到:\n打印本页\n【关闭窗口】\n上一篇:青禾县柳溪镇2022年年报',
  });

  it('is neither title nor year', () => {
    const report = readReport(page);
    expect(report.title).toBe('2023年青禾县柳溪镇政府信息公开工作年度报告');
    expect([report.year, report.publishedAt]).toEqual([2023, '2024-01-16']);
  });

  it('does not follow its last part, nor hide the signature', () => {
    const report = readReport(page);
    expect(report.sections.at(-1)?.paragraphs.map(({ text }) => text)).toEqual(['无其他需要报告的事项。']);
    expect(report.agency.name).toBe('青禾县柳溪镇人民政府');
  });
});

it('takes the days that are counted for no day of publication', () => {
  const head = '青禾县水利局2023年政府信息公开工作年度报告\n数据统计时间2023年1月1日至2023年12月31日';
  expect(readReport(reportWith({ head })).publishedAt).toBeNull();
});

it('keeps no line of the title as text before part 一', () => {
  const head = '青禾县水利局\n2023年政府信息公开工作年度报告\n本报告由青禾县水利局办公室编制。';
  const [preamble] = readReport(reportWith({ head })).sections;
  expect(preamble?.paragraphs.map(({ text }) => text)).toEqual(['本报告由青禾县水利局办公室编制。']);
});

it('takes the words before a plan for its beginning, not for a measure', () => {
  const five =
    '主要是：答复文书规范性有待提升。\n针对存在问题，2024年我们将切实抓好以下工作：一是加强研究。二是加强培训。';
  expect(readReport(reportWith({ five })).improvements.map(({ text }) => text)).toEqual([
    '加强研究。',
    '加强培训。',
  ]);
});

it('reads the year of the title, not of the day on which a browser printed the page', () => {
  const head = '2024/1/30 09:12 青禾县水利局2023年政府信息公开工作年度报告';
  const report = readReport(reportWith({ head, one: '认真做好工作。' }));
  expect([report.title, report.year]).toEqual(['青禾县水利局2023年政府信息公开工作年度报告', 2023]);
});

it('takes no sentence that only says that much is to be improved for a problem', () => {
  const five =
    '对照公众新期待，还有一些需要加强和改进的地方。主要表现在：一是解读质量仍需提升。二是队伍建设还需加强。';
  expect(readReport(reportWith({ five })).problems.map(({ text }) => text)).toEqual([
    '解读质量仍需提升。',
    '队伍建设还需加强。',
  ]);
});

it('takes no problem of the year before that is solved for one of this year', () => {
  const five = [
    '（一）2022年度问题整改情况',
    '2022年度存在的解读形式单一问题，已通过制作图解等方式整改。',
    '（二）2023年存在的主要问题',
    '1.公开意识不强。',
    '（三）改进措施',
    '1.加强培训。',
  ].join('\n');
  expect(readReport(reportWith({ five })).problems.map(({ text }) => text)).toEqual(['公开意识不强。']);
});

describe('Latin punctuation', () => {
  const claims = (text: string) =>
    readClaims([{ number: 1, heading: '', place: {}, paragraphs: [{ text, place: {} }] }], 2023).claims.map(
      ({ value, about }) => [value, about],
    );

  it.each([
    '制发行政规范性文件7件，废止4件，现行有效36件。',
    '收到申请5件，上年结转1件，年内办结4件，结转2件。',
    '收到申请3件，收到12345热线转办件320件，办结320件。',
    '（二）依申请公开。作为被告的行政诉讼共18件，其中涉及政府信息公开2件。',
    '全年无人申请，无以前年度结转。',
  ])('says the same: %s', (text) => {
    const latin = text.replaceAll('，', ',').replaceAll('（', '(').replaceAll('）', ')');
    expect(latin).not.toBe(text);
    expect(claims(latin)).toEqual(claims(text));
  });

  it('leaves the sentence as printed', () => {
    const text = '收到申请5件,其中自然人4件;办结5件。';
    const sections = [{ number: 1 as const, heading: '', place: {}, paragraphs: [{ text, place: {} }] }];
    expect(readClaims(sections, 2023).claims.map((claim) => claim.text)).toContain('办结5件。');
    expect(readClaims(sections, 2023).claims[0]?.text).toBe('收到申请5件,其中自然人4件;');
  });

  it.each<[string, [number, string][]]>([
    ['全年收政府信息公开申请46件。', [[46, 'applications.newReceived.total']]],
    ['共收到依申请公开办理事项7件。', [[7, 'applications.newReceived.total']]],
    ['收到政府信息依申请公开办理事项1件。', [[1, 'applications.newReceived.total']]],
    ['全年未收到行政许可申请。', []],
  ])('counts applications: %s', (text, expected) => {
    expect(claims(text)).toEqual(expected);
  });
});

describe('whom to ask', () => {
  const read = (text: string) => readContact([{ text, place: {} }]);

  it('is the office after 请与, not what stands between other words', () => {
    const text =
      '认真围绕重点工作和年度目标任务,按照县和青禾县人民政府有关规定编制。请与柳溪镇党政办公室联系(地址:青禾县柳溪集镇,电话:0100-6000217)。';
    expect(read(text)).toMatchObject({ office: '柳溪镇党政办公室', address: '青禾县柳溪集镇' });
  });

  it('is named before the address of its building too', () => {
    const text = '请联系青禾县水利局(办公地址:青禾县学府街21号,邮政编码:009999,联系电话:0100-6000217)。';
    expect(read(text)).toMatchObject({ office: '青禾县水利局', address: '青禾县学府街21号' });
  });

  it('is not told where addresses are only spoken of', () => {
    expect(read('公开了机构职能、领导信息、内设机构、办公地址等基础信息。')).toBeNull();
  });
});
