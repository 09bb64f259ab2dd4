import { describe, expect, it } from 'vitest';
import { claims, plain, RECEIVED } from './claims-of.ts';

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

/** What the claims speak of, short: 办理 = 8. */
const told = (text: string) =>
  claims(text).flatMap((c) =>
    c.about ? [`${c.about.replace('applications.', '').replace('.total', '')} ${c.value}`] : [],
  );

describe('figures whose words stand farther off', () => {
  it.each<[string, string[]]>([
    [
      '收到申请9件。本年办理结果：予以公开5件，部分公开1件。',
      ['newReceived 9', 'granted 5', 'partlyGranted 1'],
    ],
    ['收到申请9件，其中，予以公开的五件，无法提供的四件。', ['newReceived 9', 'granted 5', 'unavailable 4']],
    [
      '受理申请3件，其中1件予以公开，1件部分公开，1件不予公开。',
      ['newReceived 3', 'granted 1', 'partlyGranted 1', 'refused 1'],
    ],
    ['收到申请6件，较2022年的5件增长20%，均已办理完毕，其中予以公开3件。', ['newReceived 6', 'granted 3']],
    [
      '收到申请3件，加上2022年结转的2件，实际办结4件，结转1件至2024年。',
      ['newReceived 3', 'carriedIn 2', 'handledTotal 4', 'carriedForward 1'],
    ],
    [
      '收到申请3件，办结2件，另有1件结转2024年继续办理。',
      ['newReceived 3', 'handledTotal 2', 'carriedForward 1'],
    ],
    ['收到信息公开申请一宗，系上年度结转。', ['carriedIn 1']],
    [
      '收到申请9件，逾期不补正2件，不掌握相关信息6件，信访投诉类1件。',
      [
        'newReceived 9',
        'otherHandling.correctionOverdue 2',
        'unavailable.notHeld 6',
        'notProcessed.petition 1',
      ],
    ],
    [
      '因政府信息公开引发行政复议6件，其中维持3件、纠正2件、尚未审结1件；行政诉讼2件。',
      [
        'reviews.reconsideration 6',
        'reviews.reconsideration.upheld 3',
        'reviews.reconsideration.corrected 2',
        'reviews.reconsideration.pending 1',
        'reviews.litigation 2',
      ],
    ],
    [
      '收到申请9件，因此未经复议直接起诉2件、复议后起诉1件，引发信息公开诉讼。',
      ['newReceived 9', 'reviews.directLitigation 2', 'reviews.litigationAfterReconsideration 1'],
    ],
    [
      '制发行政规范性文件7件，废止4件，现行有效36件。',
      [
        'disclosure.normativeDocuments.issued 7',
        'disclosure.normativeDocuments.repealed 4',
        'disclosure.normativeDocuments.inForce 36',
      ],
    ],
    [
      '实施行政许可120件、行政处罚15件。',
      ['disclosure.permits.decisions 120', 'disclosure.penalties.decisions 15'],
    ],
    ['我镇2023年度无申请，也无上年结转件。', ['newReceived 0', 'carriedIn 0']],
    [
      '本年度零申请，零复议，零诉讼。',
      [
        'newReceived 0',
        'reviews.reconsideration 0',
        'reviews.directLitigation 0',
        'reviews.litigationAfterReconsideration 0',
      ],
    ],
    ['2023年没有公民、法人和其他组织向我局提出政府信息公开申请。', ['newReceived 0']],
    ['依申请公开数量为0。', ['newReceived 0']],
    ['全年无人申请，无以前年度结转。', ['newReceived 0', 'carriedIn 0']],
    ['收到申请2件，均予以公开。', ['newReceived 2', 'granted 2']],
    [
      '收到申请5件，本年度办结3件，未办结2件已结转下年度。',
      ['newReceived 5', 'handledTotal 3', 'carriedForward 2'],
    ],
    ['新收申请5件；结转上年度办理申请2件。', ['newReceived 5', 'carriedIn 2']],
    [
      '收到申请5件，上年结转1件，年内办结4件，结转2件。',
      ['newReceived 5', 'carriedIn 1', 'handledTotal 4', 'carriedForward 2'],
    ],
    [
      '因信息公开被申请复议3件，其中维持1件，纠正2件。',
      [
        'reviews.reconsideration 3',
        'reviews.reconsideration.upheld 1',
        'reviews.reconsideration.corrected 2',
      ],
    ],
  ])('%s', (text, expected) => {
    expect(told(text).sort()).toEqual(expected.sort());
  });

  it('turns away from the applications with the sentence', () => {
    expect(told('（二）依申请公开情况。收到申请3件。办理人大建议12件、政协提案8件，办结20件。')).toEqual([
      'newReceived 3',
    ]);
    expect(told('收到申请3件，收到12345热线转办件320件，办结320件。')).toEqual(['newReceived 3']);
    expect(told('（二）依申请公开。收到申请3件。（三）信息管理。归档320件，办结318件。')).toEqual([
      'newReceived 3',
    ]);
    expect(told('二是依申请公开，收到申请3件。三是信息管理，收文320件，办结318件。')).toEqual([
      'newReceived 3',
    ]);
    expect(told('收到申请3件，一是予以公开2件；二是不予公开1件。').sort()).toEqual([
      'granted 2',
      'newReceived 3',
      'refused 1',
    ]);
  });

  it('tells once that there was no litigation', () => {
    expect(told('因政府信息公开行政诉讼0件。')).toEqual([
      'reviews.directLitigation 0',
      'reviews.litigationAfterReconsideration 0',
    ]);
  });

  it('leaves two outcomes counted together alone', () => {
    expect(told('收到申请21件，予以公开和部分公开合计12件，不予公开3件。')).toEqual([
      'newReceived 21',
      'refused 3',
    ]);
  });

  it('names the organs of a list each by its own words', () => {
    const text = '市政府本级收到申请2件，市直部门收到申请3件，县（市、区）收到申请4件，全市共收到9件。';
    expect(claims(text).map((c) => [c.value, c.scope])).toEqual([
      [2, '市政府本级'],
      [3, '市直部门'],
      [4, '县（市、区）'],
      [9, '全市'],
    ]);
  });
});
