import { describe, expect, it } from 'vitest';
import { readClaims } from '../../../../src/ingest/map/text/claims.ts';
import type { SectionNumber } from '../../../../src/model/report.ts';

function claims(text: string, number: SectionNumber = 1) {
  const paragraphs = text.split('\n').map((line, i) => ({ text: line, place: { line: i + 1 } }));
  return readClaims([{ number, heading: '', place: {}, paragraphs }], 2023);
}
const plain = (text: string) => claims(text).map((c) => [c.value, c.unit, c.about]);
const RECEIVED = 'applications.newReceived.total';

describe('figures that name what they count', () => {
  it.each<[string, string, number]>([
    ['2023年新收政府信息公开申请21件。', RECEIVED, 21],
    ['全年共收到政府信息公开申请 21 件。', RECEIVED, 21],
    ['2023年全区受理政府信息公开申请21件，均在法定期限答复。', RECEIVED, 21],
    ['我局共接到公民、法人和其他组织提出的政府信息公开申请二十一件。', RECEIVED, 21],
    ['收到21件政府信息公开申请。', RECEIVED, 21],
    ['累计收到依申请公开申请1,021件。', RECEIVED, 1021],
    ['政府信息公开申请共收到２１件。', RECEIVED, 21],
    ['受理申请21件，其中予以公开12件。', 'applications.granted.total', 12],
    ['受理申请21件，部分公开4件。', 'applications.partlyGranted.total', 4],
    ['受理申请21件，不予公开3件。', 'applications.refused.total', 3],
    ['受理申请21件，无法提供13件。', 'applications.unavailable.total', 13],
    ['受理申请21件，本机关不掌握相关政府信息10件。', 'applications.unavailable.notHeld.total', 10],
    ['受理申请21件，不予处理1件。', 'applications.notProcessed.total', 1],
    ['新收申请21件，上年结转2件。', 'applications.carriedIn.total', 2],
    ['新收申请21件，结转下年度继续办理3件。', 'applications.carriedForward.total', 3],
    ['新收申请21件，办结20件。', 'applications.handledTotal.total', 20],
    ['新收申请21件，其中自然人申请20件。', 'applications.newReceived.naturalPerson', 20],
    ['2023年，本机关政府信息公开申请3件。', RECEIVED, 3],
    ['因政府信息公开行政复议0件，行政诉讼0件。', 'reviews.directLitigation.total', 0],
    ['因政府信息公开被申请行政复议11件。', 'reviews.reconsideration.total', 11],
    ['制发行政规范性文件5件。', 'disclosure.normativeDocuments.issued', 5],
    ['作出行政许可决定550件。', 'disclosure.permits.decisions', 550],
  ])('%s', (text, about, value) => {
    expect(claims(text)).toContainEqual(expect.objectContaining({ about, value }));
  });

  it.each<[string, string[]]>([
    ['2023年未收到政府信息公开申请。', [RECEIVED]],
    ['我局没有接到群众主动要求公开政府信息的申请。', [RECEIVED]],
    ['2023年度我乡未收到政府信息依申请公开。', [RECEIVED]],
    ['本年度无依申请公开事项。', [RECEIVED]],
    ['全年零申请。', [RECEIVED]],
    [
      '未因政府信息公开引发行政复议、行政诉讼。',
      [
        'reviews.reconsideration.total',
        'reviews.directLitigation.total',
        'reviews.litigationAfterReconsideration.total',
      ],
    ],
    ['没有发生行政复议案件。', ['reviews.reconsideration.total']],
    [
      '未发生行政诉讼案件。',
      ['reviews.directLitigation.total', 'reviews.litigationAfterReconsideration.total'],
    ],
  ])('%s is zero', (text, abouts) => {
    expect(plain(text)).toEqual(abouts.map((about) => [0, '件', about]));
  });

  it('takes 无 under 依申请公开 for zero', () => {
    expect(plain('（一）主动公开情况。\n无\n（二）依申请公开情况。\n无')).toEqual([[0, '件', RECEIVED]]);
  });

  it('keeps whose figure it is', () => {
    expect(claims('全区受理申请95件，其中区政府本级收到申请17件。').map((c) => [c.value, c.scope])).toEqual([
      [95, '全区'],
      [17, '区政府本级'],
    ]);
  });

  it('keeps the sentence, its place and its part', () => {
    expect(claims('认真工作。全年新收申请2件，办结2件。')[0]).toEqual({
      text: '全年新收申请2件，办结2件。',
      value: 2,
      unit: '件',
      about: RECEIVED,
      place: { line: 1 },
      section: 1,
      scope: undefined,
    });
  });

  it('knows the applications of a sentence by the sub-heading', () => {
    expect(plain('（二）依申请公开情况。全年共收到17件，其中予以公开5件。')).toEqual([
      [17, '件', RECEIVED],
      [5, '件', 'applications.granted.total'],
    ]);
  });
});

describe('figures that speak of something else', () => {
  it.each([
    '主动公开政府信息1136条。',
    '依法规范处理政府信息公开申请5件。',
    '主动公开信息1136条，其中依申请公开5件。',
    '办理人大建议和政协提案21件，均已答复。',
    '收到人大代表建议12件，答复12件。',
    '答复群众留言352件。',
    '受理12345热线工单1200件。',
    '受理行政许可申请550件。',
    '公开行政处罚信息387条。',
    '公示行政处罚决定387件。',
    '2022年收到政府信息公开申请30件。',
    '较2022年收到申请增加3件。',
    '收到申请数量同比增长5件。',
    '上半年收到政府信息公开申请5件。',
    '近三年累计平均每年收到申请8件。',
    '收到政府信息公开申请100余件。',
    '举办政务公开培训4次，培训210人次。',
    '收取信息处理费120元。',
    '受理行政复议案件56件，审结50件。',
    '三是超过10个工作日未办结的申请逐件督办。',
    '按时答复率100%。',
    '印发《2023年政务公开工作要点》（青政办发〔2023〕68号）。',
    '四季度未收到政府信息公开申请。',
    '申请人未收到答复。',
    '无正当理由大量反复申请的，不予处理。',
    '力争2024年收到申请按时答复率达到100%。',
  ])('%s', (text) => {
    expect(claims(text).filter((c) => c.about !== null)).toEqual([]);
  });

  it('reads their value and unit all the same', () => {
    expect(plain('公开信息1.2万条，阅读1,136次，满意率96.2％，收费7730.28万元，发文二十一件。')).toEqual([
      [12000, '条', null],
      [1136, '次', null],
      [96.2, '%', null],
      [7730.28, '万元', null],
      [21, '件', null],
    ]);
  });

  it('takes no words like 一次性 and no lists of numbers for figures', () => {
    expect(plain('一次性告知，进一步规范，每一件申请，第3次会议，依据第1、2条。')).toEqual([]);
  });

  it('leaves the parts of the tables alone', () => {
    expect(claims('新收申请3件。', 3)).toEqual([]);
  });
});
