import type { DivisionLevel } from './division-spelling.ts';

/**
 * Places that no table of divisions lists: former counties, new districts, the places of sample reports.
 * They are known by form alone: some characters and the word of their rank.
 */
export interface UnlistedPlace {
  name: string;
  level: DivisionLevel;
  length: number;
}

const RANKS: readonly [DivisionLevel, RegExp][] = [
  ['province', /^[\u3400-\u9fff]{2,3}?(?:省|自治区)(?!级|内|直|委|厅)/],
  [
    'city',
    /^[\u3400-\u9fff]{2,5}?(?:(?<!城|超|门|夜|股|上|全|各|我|本)市(?!场|政|容|民|域|级|区|委|直|县)|自治州|盟(?=.))/,
  ],
  [
    'county',
    /^[\u3400-\u9fff]{1,9}?(?:(?<!全|各|我|本)县(?!域|级|委|直|乡[镇两]|乡村[三公道])|(?<!社|园|辖|地|景|灾|牧|林|矿|库|护|发|片|街|城|郊|新|全|各|我|本|自治|小|学|校|分|战|军)区(?!域|划|块|块链|级|委|直|间)|(?<!红|国|锦|自治)旗(?=.))/,
  ],
  [
    'town',
    /^[\u3400-\u9fff]{1,8}?(?:街道(?:办事处)?|(?<!社区)办事处|(?<!城|各|我|本)乡(?!村|镇|土|级|亲|党)|(?<!城|乡|集|小|市|各|我|本|重)镇(?!村|级|区|党)|苏木)/,
  ],
];
/** Words that never stand inside the name of a place: the match has run into the rest of an agency's name. */
const NO_PLACE =
  /^[请问与和在对由向从及的]|^(?:村|小城|新型城)镇$|[县市].*[镇乡道处]$|国家|管理|建设|综合|服务|中心|农村|城乡|教育|经济|文化|市场|自然|人民|政府|公安|财政|交通|卫生|住房|社会|行政|信息|公开|技术|委员|事务|工业|旅游|年|本报告|根据|关于|驻/;

/** The unlisted place that begins at `at`, of a rank below `above`; undefined when there is none. */
export function unlistedAt(text: string, at: number, above?: DivisionLevel): UnlistedPlace | undefined {
  const rest = text.slice(at, at + 16);
  const from = above ? RANKS.findIndex(([level]) => level === above) + 1 : 0;
  for (const [level, pattern] of RANKS.slice(from)) {
    const name = pattern.exec(rest)?.[0];
    if (name && name.length > 1 && !NO_PLACE.test(name))
      return { name: officialTown(name, level), level, length: name.length };
  }
  return undefined;
}

/** A street office's place is the street: 临川街道办事处 stands for 临川街道. */
function officialTown(name: string, level: DivisionLevel): string {
  return level === 'town' ? name.replace(/街道办事处$/, '街道') : name;
}
