import type { Random } from './random.ts';

/** The words of a report, part by part, without the tables. */
export interface Prose {
  agency: string;
  year: number;
  title: string;
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
  '一是政策解读的形式较少；二是公开属性的认定还不够准确；三是人员更换频繁。',
  '下一步，一是每季度抽查一次公开内容；二是把解读材料与文件同步起草；三是增加业务培训。',
  '公开的时效有待提高，个别栏目更新较慢。今后将按月通报更新情况，落实责任。',
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
  return {
    agency,
    year,
    title: random.chance(0.8)
      ? `${agency}${year}年政府信息公开工作年度报告`
      : `${year}年${agency}政府信息公开年度报告`,
    introduction: [
      `根据《中华人民共和国政府信息公开条例》要求，现公布${agency}${year}年政府信息公开工作年度报告。本报告数据统计期限为${year}年1月1日至${year}年12月31日。`,
    ],
    general: [
      `（一）主动公开。${fill(random.pick(general))}`,
      `（二）依申请公开。${year}年新收政府信息公开申请${received}件。`,
      `（三）政府信息管理。${fill(random.pick(general))}`,
      `（四）平台建设。${fill(random.pick(general))}`,
      '（五）监督保障。公开工作列入年度考核。',
    ],
    problems: [random.pick(problems)],
    other: [random.pick(['无其他需要报告的事项。', '本年度未收取信息处理费。'])],
    signature: [agency, `${year + 1}年1月${random.int(5, 30)}日`],
  };
}

/** The headings of the six parts. */
export const headings = [
  '一、总体情况',
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
  '五、存在的主要问题及改进情况',
  '六、其他需要报告的事项',
] as const;
