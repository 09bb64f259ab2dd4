import { describe, expect, it } from 'vitest';
import { readReport } from './support.ts';

const numbers = (text: string) => readReport(text).sections.map((s) => s.number);
const TITLE = '青禾县水利局2023年政府信息公开工作年度报告';

function report(headings: readonly string[], bodies: readonly string[] = []): string {
  return [
    TITLE,
    ...headings.flatMap((h, i) => [h, bodies[i] ?? (i > 0 && i < 4 ? '表' : '认真做好工作。')]),
  ].join('\n');
}
const OFFICIAL = [
  '总体情况',
  '主动公开政府信息情况',
  '收到和处理政府信息公开申请情况',
  '政府信息公开行政复议、行政诉讼情况',
  '存在的主要问题及改进情况',
  '其他需要报告的事项',
];
const HAN = ['一', '二', '三', '四', '五', '六'];

describe('the six parts', () => {
  it.each([
    ['official', OFFICIAL.map((h, i) => `${HAN[i]}、${h}`)],
    ['numbered 1.', OFFICIAL.map((h, i) => `${i + 1}.${h}`)],
    ['numbered （一）', OFFICIAL.map((h, i) => `（${HAN[i]}）${h}`)],
    ['numbered 第一部分', OFFICIAL.map((h, i) => `第${HAN[i]}部分 ${h}`)],
    ['without numbers', OFFICIAL],
    ['torn by spaces', OFFICIAL.map((h, i) => `${HAN[i]}、 ${[...h].join(' ')}`)],
    ['wrong numbers', OFFICIAL.map((h, i) => `${HAN[Math.min(i + 1, 5)]}、${h}`)],
    ['Markdown headings', OFFICIAL.map((h, i) => `## **${HAN[i]}、${h}**`)],
    ['a full stop for 、', OFFICIAL.map((h, i) => `${HAN[i]}.${h}`)],
    ['a colon behind', OFFICIAL.map((h, i) => `${HAN[i]}、${h}：`)],
    [
      'reworded',
      [
        '一、政府信息公开工作总体情况',
        '二、行政机关主动公开政府信息情况',
        '三、收到和处理政府信息公开申请的情况',
        '四、因政府信息公开工作被申请行政复议、提起行政诉讼情况',
        '五、政府信息公开工作存在的主要问题及改进情况',
        '六、其他需要说明的事项',
      ],
    ],
    [
      'reworded further',
      [
        '一、基本情况',
        '二、主动公开情况',
        '三、依申请公开情况',
        '四、行政复议、行政诉讼情况',
        '五、存在问题和下一步工作打算',
        '六、其它需要报告的事项',
      ],
    ],
  ])('%s', (_name, headings) => {
    const sections = readReport(report(headings)).sections;
    expect(sections.map((s) => s.number)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(sections.map((s) => s.heading.replace(/\s/g, ''))).toEqual(
      headings.map((h) => h.replace(/[\s#*]/g, '')),
    );
  });

  it('stay whole when part 一 borrows the numbers and words of the others', () => {
    const one =
      '2023年认真工作。\n一、主动公开：公开信息23条。\n二、依申请公开：收到申请2件。\n三、政府信息管理：规范有序。\n（四）平台建设：正常。\n（五）监督保障：到位。';
    const sections = readReport(
      report(
        OFFICIAL.map((h, i) => `${HAN[i]}、${h}`),
        [one],
      ),
    ).sections;
    expect(sections.map((s) => s.number)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(sections[0]?.paragraphs).toHaveLength(6);
    expect(sections[0]?.paragraphs[1]).toEqual({ text: '一、主动公开：公开信息23条。', place: { line: 4 } });
  });

  it('stay whole when part 一 has sub-headings of the parts’ names on lines of their own', () => {
    const one =
      '（一）主动公开情况\n公开信息23条。\n（二）依申请公开情况\n收到申请2件。\n（三）行政复议、行政诉讼情况\n没有发生。\n（四）存在的问题\n人员不足。';
    const sections = readReport(
      report(
        OFFICIAL.map((h, i) => `${HAN[i]}、${h}`),
        [one],
      ),
    ).sections;
    expect(sections.map((s) => [s.number, s.paragraphs.length])).toEqual([
      [1, 8],
      [2, 0],
      [3, 0],
      [4, 0],
      [5, 1],
      [6, 1],
    ]);
  });

  it('joins a part whose heading is printed twice', () => {
    const text = report(
      OFFICIAL.map((h, i) => `${HAN[i]}、${h}`),
      ['一、总体情况\n2023年认真工作。'],
    );
    expect(readReport(text).sections[0]).toMatchObject({
      number: 1,
      paragraphs: [{ text: '2023年认真工作。' }],
    });
  });

  it('is not misled by a table of contents', () => {
    const contents = ['目 录', ...OFFICIAL.map((h, i) => `${HAN[i]}、${h}……${i + 1}`)].join('\n');
    const text = report(OFFICIAL.map((h, i) => `${HAN[i]}、${h}`)).replace(TITLE, `${TITLE}\n${contents}`);
    const five = readReport(text).sections.find((s) => s.number === 5);
    expect(five?.paragraphs.map((p) => p.text)).toEqual(['认真做好工作。']);
  });

  it('keeps the sub-headings of part 五 in it', () => {
    const five = '（一）存在的主要问题\n1.更新不及时。\n（二）改进情况\n1.加强培训。';
    const read = readReport(
      report(
        OFFICIAL.map((h, i) => `${HAN[i]}、${h}`),
        ['好。', '表', '表', '表', five],
      ),
    );
    expect(read.problems.map((p) => p.text)).toEqual(['更新不及时。']);
    expect(read.improvements.map((p) => p.text)).toEqual(['加强培训。']);
  });

  it('takes problems and measures that are printed as two parts', () => {
    const headings = [
      '一、总体情况',
      '二、主动公开政府信息情况',
      '三、收到和处理政府信息公开申请情况',
      '四、政府信息公开行政复议、行政诉讼情况',
      '五、存在的主要问题',
      '六、改进措施',
      '七、其他需要报告的事项',
    ];
    const read = readReport(report(headings, ['好。', '表', '表', '表', '更新不及时。', '加强培训。', '无']));
    expect(read.sections.map((s) => s.number)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(read.problems.map((p) => p.text)).toEqual(['更新不及时。']);
    expect(read.improvements.map((p) => p.text)).toEqual(['加强培训。']);
  });

  it('reads a heading and its text on one line', () => {
    const text = report(OFFICIAL.map((h, i) => `${HAN[i]}、${h}`)).replace(
      '六、其他需要报告的事项\n认真做好工作。',
      '六、其他需要报告的事项：无',
    );
    expect(readReport(text).sections.at(-1)).toMatchObject({
      number: 6,
      heading: '六、其他需要报告的事项',
      paragraphs: [{ text: '无' }],
    });
  });

  it('knows missing parts', () => {
    expect(numbers(`${TITLE}\n一、总体情况\n好。\n五、存在的主要问题及改进情况\n无`)).toEqual([1, 5]);
  });
});

describe('paragraphs', () => {
  it('joins a sentence that a page break cut', () => {
    const one =
      '完善政府信息公开保密审查制度，对拟公开的政府信息依法依规做好保密审查，防止\n\n-1-\n\n泄露国家秘密和敏感信息。主动公开预决算信息。';
    const read = readReport(
      report(
        OFFICIAL.map((h, i) => `${HAN[i]}、${h}`),
        [one],
      ),
    );
    expect(read.sections[0]?.paragraphs.map((p) => p.text)).toEqual([
      '完善政府信息公开保密审查制度，对拟公开的政府信息依法依规做好保密审查，防止泄露国家秘密和敏感信息。主动公开预决算信息。',
    ]);
  });

  it('joins lines broken at the width of the page', () => {
    const lines = [
      '2023年，我局坚持以习近平新时代中国特色社会主义思想为指',
      '导，全面贯彻落实相关规范要求，不断完善政府信息公开制度。',
      '建立健全政府信息公开保障机制，始终将政务公开工作摆在重要',
      '位置，推进政府信息公开工作规范、有序、健康发展，全年工作',
      '取得了一定的成效。',
      '（一）主动公开情况。主要通过政府门户网站主动公开政府文',
      '件、项目审批、通知公告等各类政府信息，在政府网站平台公开',
      '政府信息1136条。',
    ];
    const read = readReport(
      report(
        OFFICIAL.map((h, i) => `${HAN[i]}、${h}`),
        [lines.join('\n')],
      ),
    );
    expect(read.sections[0]?.paragraphs.map((p) => p.text)).toEqual([
      lines.slice(0, 5).join(''),
      lines.slice(5).join(''),
    ]);
  });

  it('keeps numbered lines apart that have no stop', () => {
    const one = '一是公开内容不够全面，部分栏目更新不及时，群众获取信息还不够方便\n二是人员不足，业务不熟';
    const read = readReport(
      report(
        OFFICIAL.map((h, i) => `${HAN[i]}、${h}`),
        [one],
      ),
    );
    expect(read.sections[0]?.paragraphs).toHaveLength(2);
  });

  it('takes the spaces out of words and keeps those of Latin text', () => {
    const read = readReport(
      report(
        OFFICIAL.map((h, i) => `${HAN[i]}、${h}`),
        ['提 高 工 作 质 量 ，开通 WeChat Work 账号 2 个。'],
      ),
    );
    expect(read.sections[0]?.paragraphs[0]?.text).toBe('提高工作质量，开通WeChat Work账号2个。');
  });

  it('drops page numbers and heads that every page repeats', () => {
    const paragraph = (text: string, page: number) => ({ kind: 'paragraph' as const, text, place: { page } });
    const blocks = [
      paragraph(TITLE, 1),
      paragraph('一、总体情况', 1),
      paragraph('认真做好第一季度工作。', 1),
      paragraph('— 1 —', 1),
      paragraph('青禾县水利局文件', 1),
      paragraph('青禾县水利局文件', 2),
      paragraph('认真做好第二季度工作。', 2),
      paragraph('第2页 共3页', 2),
      paragraph('青禾县水利局文件', 3),
      paragraph('五、存在的主要问题及改进情况', 3),
      paragraph('无', 3),
      paragraph('- 3 -', 3),
    ];
    const read = readReport('', 'x.pdf', { format: 'pdf', blocks });
    const texts = read.sections.flatMap((s) => s.paragraphs.map((p) => p.text));
    expect(texts.filter((t) => t === '青禾县水利局文件').length).toBeLessThan(2);
    expect(texts.filter((t) => /\d/.test(t))).toEqual([]);
  });
});
