import type { Random } from './random.ts';

export type Headings = readonly [string, string, string, string, string, string];

/** The words of a report, part by part, without the tables. */
export interface Prose {
  agency: string;
  year: number;
  title: string;
  /** The title as it is printed, on one line or more. */
  titleLines: string[];
  /** Of the six parts. */
  headings: Headings;
  introduction: string[];
  /** Part 一, 五 and 六, without their headings. */
  general: string[];
  problems: string[];
  other: string[];
  signature: string[];
}

const places = [
  '云岭',
  '霜河',
  '青枫',
  '白鹭',
  '望川',
  '石屏溪',
  '银杏',
  '落霞',
  '竹溪湾',
  '松涛',
  '芦荡',
  '鹤鸣',
];
const kinds = [
  '县人民政府',
  '县财政局',
  '县水务局',
  '县教育体育局',
  '县林业和草原局',
  '镇人民政府',
  '乡人民政府',
  '区机关事务服务中心',
];
const general = [
  '全年围绕重点工作更新栏目，先审核后公开，主动公开各类信息{n}条。',
  '公开目录按年度调整，责任到股室，专人登记、专人答复。',
  '门户网站开设意见征集专栏，对群众来信逐件登记。',
  '组织业务培训{m}次，参训人员覆盖全部内设机构。',
];
const problems = [
  ['一是政策解读的形式较少；二是公开属性的认定还不够准确；三是人员更换频繁。'],
  ['下一步，一是每季度抽查一次公开内容；二是把解读材料与文件同步起草；三是增加业务培训。'],
  ['公开的时效有待提高，个别栏目更新较慢。今后将按月通报更新情况，落实责任。'],
  [
    '（一）存在的主要问题',
    '1.栏目更新不及时。',
    '2.专业人员不足。',
    '（二）改进情况',
    '1.按月检查。',
    '1.组织培训2次。',
  ],
];

export function generateProse(
  random: Random,
  year: number,
  cells: ReadonlyMap<string, number | null>,
): Prose {
  const agency = random.pick(places) + random.pick(kinds);
  const received = cells.get('applications.newReceived.total') ?? 0;
  const fill = (text: string) =>
    text.replace('{n}', String(random.int(12, 3000))).replace('{m}', String(random.int(1, 9)));
  const title = titleOf(random, agency, year);
  const numbers = random.pick([
    ['（一）', '（二）', '（三）', '（四）', '（五）'],
    ['一、', '二、', '三、', '四、', '五、'],
    ['1.', '2.', '1.', '2.', '3.'],
  ]);
  const themes = [
    `主动公开。${fill(random.pick(general))}`,
    `依申请公开。${year}年新收政府信息公开申请${received}件。`,
    `政府信息管理。${fill(random.pick(general))}`,
    `平台建设。${fill(random.pick(general))}`,
    '监督保障。公开工作列入年度考核。',
  ];
  return {
    agency,
    year,
    title: title.join(''),
    titleLines: title,
    headings: headingsOf(random),
    introduction: [
      `根据《中华人民共和国政府信息公开条例》要求，现公布${agency}${year}年政府信息公开工作年度报告。本报告数据统计期限为${year}年1月1日至${year}年12月31日。`,
    ],
    general: themes.map((text, i) => `${numbers[i]}${text}`),
    problems: random.pick(problems),
    other: [random.pick(['无其他需要报告的事项。', '本年度未收取信息处理费。', '无'])],
    signature: [agency, `${year + 1}年1月${random.int(5, 30)}日`],
  };
}

function titleOf(random: Random, agency: string, year: number): string[] {
  return random.pick([
    [`${agency}${year}年政府信息公开工作年度报告`],
    [`${agency}${year}年政府信息公开工作年度报告`],
    [`${year}年${agency}政府信息公开年度报告`],
    [agency, `${year}年政府信息公开工作年度报告`],
    [agency, `${year}年政府信息公开`, '工作年度报告'],
    [`${agency}${year}年政府信息公开工作年报`],
    [`**${agency}${year}年度政府信息公开工作情况报告**`],
  ]);
}

const rewordings: Record<number, readonly string[]> = {
  2: ['三、收到和处理政府信息公开申请情况', '三、收到和处理政府信息公开申请的情况'],
  3: ['四、政府信息公开行政复议、行政诉讼情况', '四、因政府信息公开工作被申请行政复议、提起行政诉讼情况'],
  4: ['五、存在的主要问题及改进情况', '五、政府信息公开工作存在的主要问题及改进情况'],
  5: ['六、其他需要报告的事项', '六、需要说明的事项与附件'],
};

/** Some reports word them in their own way. */
function headingsOf(random: Random): Headings {
  const worded = (i: number, heading: string) =>
    random.chance(0.7) ? heading : random.pick(rewordings[i] ?? [heading]);
  const [one, two, three, four, five, six] = headings;
  return [one, two, worded(2, three), worded(3, four), worded(4, five), worded(5, six)];
}

/** The headings of the six parts. */
export const headings: Headings = [
  '一、总体情况',
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
  '五、存在的主要问题及改进情况',
  '六、其他需要报告的事项',
];
