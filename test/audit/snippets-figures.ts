import type { Counts } from './tables-of.ts';
import type { Written } from './written-report.ts';

/** What a report says beside its tables, and what the checks should make of it. */
export interface Snippet {
  says: string;
  of?: Counts;
  /** Where the words stand; part 一 unless told. */
  part?: 'five' | 'six';
  as?: Partial<Written>;
  /** `rule severity` of every finding; none is the right answer for most words. */
  found?: string[];
}

const busy: Counts = {
  received: 21,
  carriedIn: 2,
  granted: 12,
  partly: 3,
  internal: 1,
  notHeld: 4,
  repeated: 1,
  forward: 2,
};
const wrong = ['text-against-table warning'];
const notice = ['text-against-table notice'];

/** Figures in words: nothing here speaks of an agency or a report that exists. */
export const figureSnippets: Snippet[] = [
  {
    of: busy,
    says: '2023年，我局共收到政府信息公开申请21件，上年结转2件，办结21件，结转下年度继续办理2件。',
  },
  { of: busy, says: '全年共收到依申请公开21件，均已在法定时限内答复。' },
  { of: busy, says: '全年新收政府信息公开申请23件，已按期答复。', found: notice },
  { of: busy, says: '2023年共受理政府信息公开申请23件（含上年结转2件），依法办结21件。' },
  { of: busy, says: '2023年共受理政府信息公开申请26件。', found: wrong },
  { of: busy, says: '2023年，我局收到政府信息公开申请二十一件，其中予以公开十二件，部分公开三件。' },
  { of: busy, says: '2023年，我局收到政府信息公开申请二十五件。', found: wrong },
  { of: busy, says: '2023年度，我局未收到政府信息公开申请。', found: wrong },
  { of: {}, says: '2023年度，我局未收到公民、法人和其他组织的政府信息公开申请。' },
  { of: {}, says: '（二）依申请公开情况\n无。' },
  { of: busy, says: '（二）依申请公开情况\n无。', found: wrong },
  { of: busy, says: '依申请公开方面，收到申请21件，其中通过网络平台提交15件、信函6件。' },
  {
    of: busy,
    says: '新收申请21件，办理结果中予以公开12件，部分公开3件，不予公开1件，无法提供4件，不予处理1件。',
  },
  { of: busy, says: '收到政府信息公开申请21件，其中不予公开3件。', found: wrong },
  { of: busy, says: '收到政府信息公开申请21件，已答复20件，其余按规定办理。' },
  { of: busy, says: '收到政府信息公开申请21件，已办结19件。', found: wrong },
  { of: busy, says: '结转下年度继续办理的政府信息公开申请3件。', found: wrong },
  { of: busy, says: '依申请公开咨询电话接听80余次，受理群众来信12件，办理12345热线工单340件。' },
  { of: busy, says: '全年办理人大代表建议18件、政协提案25件，办复率100%。' },
  { of: busy, says: '全市共收到政府信息公开申请325件，我局收到21件。' },
  { of: busy, says: '全县共收到政府信息公开申请96件。', found: notice },
  { of: busy, says: '第一季度收到政府信息公开申请6件，第二季度收到5件。' },
  { of: busy, says: '2022年，全局收到申请18件；2023年收到政府信息公开申请21件，同比增长16.67%。' },
  { of: busy, says: '2023年收到政府信息公开申请21件，较2022年的18件增长16.67%。' },
  {
    of: busy,
    says: '2023年收到政府信息公开申请21件，较上年增加3件，增长14.3%。',
    found: ['growth-in-text warning'],
  },
  { of: busy, says: '2023年收到政府信息公开申请21件，较上年增加3件，同比增长16.7%。' },
  { of: busy, says: '2023年收到政府信息公开申请21件，较上年减少9件，下降30%。' },
  {
    of: busy,
    says: '2023年收到政府信息公开申请21件，较上年减少9件，增长30%。',
    found: ['growth-in-text warning'],
  },
  { of: busy, says: '2023年收到政府信息公开申请21件，比上年（28件）下降约25%。' },
  { of: busy, says: '由上年的28件减少为今年的21件，下降20%。', found: ['growth-in-text warning'] },
  { of: busy, says: '网站访问量同比增长35.2%，发布信息较上年增长12%，群众满意率提高到98%。' },
  { of: busy, says: '主动公开政府信息1136条，较上年的1020条增长11.37%。' },
  { of: busy, says: '主动公开政府信息1136条，较上年的1020条增长21.37%。', found: ['growth-in-text warning'] },
  {
    of: busy,
    says: '全年收到政府信息公开申请21件，其中自然人申请18件，占85.7%。',
    found: ['text-against-table warning'],
  },
  {
    of: busy,
    says: '全年收到政府信息公开申请21件，其中涉及征地补偿的18件，占比95.7%。',
    found: ['share-in-text warning'],
  },
  { of: busy, says: '全年收到政府信息公开申请21件，其中涉及征地补偿的18件，占申请总量的85.71%。' },
  { of: busy, says: '全年收到依申请公开23件（上年结转2件、新收21件），均已答复。' },
  { of: busy, says: '收到申请21件。群众来信来访37件，答复37件。' },
  { of: busy, says: '2023年，县政府受理申请5件，街道镇受理7件，委办局受理9件，合计21件。' },
  { of: busy, says: '2023年，县政府受理申请5件，街道镇受理7件，委办局受理9件。' },
  {
    of: busy,
    says: '全年收到政府信息公开申请21件，其中信函9件，占42.9%；网上12件，占57.1%。予以公开12件，占比75%。',
    found: ['share-in-text warning'],
  },
  {
    of: { ...busy, reconsideration: 3, direct: 1, after: 2 },
    says: '因政府信息公开引发行政复议3件、行政诉讼3件。',
  },
  {
    of: { ...busy, reconsideration: 3, direct: 1, after: 2 },
    says: '因政府信息公开被申请行政复议5件。',
    found: wrong,
  },
  {
    of: { ...busy, reconsideration: 3, direct: 1, after: 2 },
    says: '2023年因政府信息公开工作引发行政诉讼5件。',
    found: wrong,
  },
  { of: { ...busy, reconsideration: 3 }, says: '未因政府信息公开引发行政复议和行政诉讼。', found: wrong },
  { of: busy, says: '未发生因政府信息公开申请引起的行政复议、行政诉讼情况。' },
  { of: busy, says: '全年办理行政复议案件126件，行政诉讼应诉案件38件，负责人出庭应诉率100%。' },
  { of: { ...busy, permits: 32150, penalties: 61 }, says: '全年办理行政许可32150件，作出行政处罚61件。' },
  {
    of: { ...busy, issued: 4, repealed: 5, inForce: 30 },
    says: '制发行政规范性文件4件，废止5件，现行有效30件。',
  },
  { of: { ...busy, issued: 4, repealed: 5, inForce: 30 }, says: '全年制发行政规范性文件7件。', found: wrong },
  {
    of: { ...busy, issued: 4, inForce: 9 },
    says: '对全县行政规范性文件开展清理，审查规范性文件16件，提出意见30条。',
  },
  { of: busy, says: '收到政府信息公开申请20余件，均按规定答复。' },
  { of: busy, says: '截至2022年底，历年累计收到政府信息公开申请146件。' },
  { of: { fees: 12.5 }, says: '全年行政事业性收费125000元。' },
  { of: { fees: 0.02 }, part: 'six', says: '本年度收取信息处理费200元。', found: ['fee-confusion notice'] },
  { of: { fees: 12.5 }, part: 'six', says: '本年度未收取信息处理费，无其他需要报告的事项。' },
  { of: {}, part: 'six', says: '2023年依申请公开未收取行政事业性收费。', found: ['fee-confusion notice'] },
  {
    of: {},
    part: 'six',
    says: '2023年收取行政事业性收费（信息处理费）1200元。',
    found: ['fee-confusion notice'],
  },
  { of: {}, part: 'six', says: '本年度未收取信息处理费，信息处理费不属于行政事业性收费。' },
  { of: busy, part: 'six', says: '2023年，我局未收到政府信息公开申请，未收取信息处理费。', found: wrong },
];
