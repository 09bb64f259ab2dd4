import type { Snippet } from './snippets-figures.ts';
import type { Counts } from './tables-of.ts';

const few: Counts = { received: 12, granted: 5, partly: 2, internal: 1, notHeld: 4 };
const warned = ['text-against-table warning'];

/** How outcomes, comparisons and other organs' counts are written, right and wrong. */
export const outcomeSnippets: Snippet[] = [
  // What is left over, and what does not exist.
  { of: few, says: '全年收到申请12件。12件中，公开5件，部分公开2件，不予公开1件，其余4件本机关不掌握。' },
  {
    of: few,
    says: '全年收到申请12件。12件中，公开5件，部分公开2件，不予公开1件，其余3件本机关不掌握。',
    found: warned,
  },
  { of: few, says: '全年收到申请12件。公开6件，部分公开2件，不予公开1件，信息不存在4件。', found: warned },
  { of: few, says: '收到申请12件，其中信息不存在3件、不属于本机关1件。' },
  { of: few, says: '收到申请12件，其中4件信息不存在。' },
  { of: few, says: '收到申请12件，其中2件信息不存在。', found: warned },
  // None at all.
  { of: { received: 2, granted: 2 }, says: '（二）依申请公开：无。', found: warned },
  { of: { received: 2, granted: 2 }, says: '2.依申请公开。无。\n3.其他。无。', found: warned },
  { of: {}, says: '2.依申请公开。无。' },
  { of: { permits: 44, penalties: 10 }, says: '作出行政处罚10件、行政许可40件。', found: warned },
  { of: { permits: 44, penalties: 10 }, says: '全年作出行政处罚10件、行政许可44件，没有实施行政强制。' },
  { of: { permits: 3 }, says: '我局没有实施行政许可，没有行政强制事项。', found: warned },
  { of: { permits: 3 }, says: '我局没有办理行政许可事项的窗口。' },
  // Documents.
  {
    of: { issued: 10, repealed: 4, inForce: 63 },
    says: '制发行政规范性文件10件，废止4件，截至年底现行有效66件。',
    found: warned,
  },
  { of: { issued: 10, repealed: 4, inForce: 63 }, says: '清理规范性文件66件，废止12件，现行有效54件。' },
  { of: { inForce: 63 }, says: '截至2022年底，现行有效规范性文件66件。' },
  // What was asked for is something else than information.
  {
    of: { received: 1, granted: 1 },
    says: '收到政府信息公开申请1件，予以公开。纳税信用复评申请受理63件，办结63件。',
  },
  { of: { received: 2, granted: 2 }, says: '收到政府信息公开申请2件。取水许可申请受理176件、办结170件。' },
  {
    of: { received: 2, granted: 2 },
    says: '收到公民书面申请4件，内容均涉及信访事项。经审查，属于政府信息公开申请的2件，已按期答复。',
  },
  {
    of: { received: 2, granted: 2 },
    says: '收到公民书面申请4件。经审查，属于政府信息公开申请的3件，已按期答复。',
    found: [...warned, ...warned],
  },
  // Reviews that are not about information, or those of others.
  {
    of: { reconsideration: 1 },
    says: '因政府信息公开被申请行政复议1件。涉及其他行政行为的复议5件、诉讼3件。',
  },
  {
    of: {},
    says: '（三）行政复议信息公开。市政府行政复议机构全年收到行政复议申请428件，受理389件，其中涉及政府信息公开的39件。',
  },
  // Comparisons.
  {
    of: { received: 12, granted: 12 },
    says: '收到政府信息公开申请12件，同比减少4件（2022年为16件），下降25%。',
  },
  {
    of: { received: 12, granted: 12 },
    says: '收到政府信息公开申请12件，同比减少4件（2022年为16件），下降33.3%。',
    found: ['growth-in-text warning'],
  },
  { of: { received: 31, granted: 31 }, says: '共收到政府信息公开申请31件，同比上升6.9%（2022年29件）。' },
  {
    of: { received: 31, granted: 31 },
    says: '共收到政府信息公开申请31件，同比上升9.6%（2022年29件）。',
    found: ['growth-in-text warning'],
  },
  {
    of: { received: 40, granted: 40 },
    says: '新收政府信息公开申请四十件，较上年的五十件增长20%。',
    found: ['growth-in-text warning'],
  },
  {
    of: { received: 40, granted: 16, notHeld: 24 },
    says: '新收政府信息公开申请40件，其中自然人40件。已全部办结，其中予以公开16件，占办结量的40%。',
  },
  {
    of: { received: 40, granted: 16, notHeld: 24 },
    says: '新收政府信息公开申请40件，其中36件涉及征地。已全部办结，其中予以公开16件，占办结量的45%。',
    found: ['share-in-text warning'],
  },
  { of: few, says: '收到申请12件。公开信息5.2万条，同比增长13%（2022年为4.6万条）。' },
  { of: few, says: '收到申请12件。公开信息5.2万条，同比增长14.2%（2022年为4.6万条）。' },
  {
    of: few,
    says: '收到申请12件。公开信息5.2万条，同比增长8.3%（2022年为4.6万条）。',
    found: ['growth-in-text warning'],
  },
  {
    of: { received: 231, granted: 231 },
    says: '收到政府信息公开申请231件，较2022年的210件增长11%。',
    found: ['growth-in-text warning'],
  },
  {
    of: { received: 20, granted: 9, notHeld: 10, repeated: 1 },
    says: '收到申请20件。已办结的20件中，公开9件，占45%；本机关不掌握10件，占55%；其余1件系重复申请。',
    found: ['share-in-text warning'],
  },
  // Counted with what was carried over, and called so.
  {
    of: { received: 1, carriedIn: 1, granted: 2 },
    says: '受理依申请公开2件，其中1件为2022年12月收到、结转到2023年办理的，另1件为2023年新收；2件均已答复。',
  },
  {
    of: { received: 1, carriedIn: 1, granted: 2 },
    says: '新收政府信息公开申请2件，均已答复。',
    found: ['text-against-table notice'],
  },
  {
    of: { received: 4, carriedIn: 3, granted: 7 },
    says: '2023年新收政府信息公开申请4件，去年结转2件。',
    found: warned,
  },
  { of: {}, says: '没有收到信息公开申请。困难学生资助申请受理612件，批准588件。' },
  {
    of: { reconsideration: 2 },
    says: '因信息公开被申请复议2件。市政府作为复议机关审理政府信息公开类复议案件17件，维持13件，纠正4件。',
  },
  // A scope that another sentence tells to be another one.
  {
    as: { agency: '青禾县人民政府' },
    of: { received: 95, granted: 42, notHeld: 53 },
    says: '全县共收到政府信息公开申请95件，其中县政府本级17件、部门78件。县政府本级17件中予以公开9件，本机关不掌握8件。',
  },
  // Part five of an older draft.
  {
    part: 'five',
    says: '2022年存在的主要问题是政策解读形式不活，下一步将增加短视频解读。',
    found: ['other-year warning'],
  },
  {
    part: 'five',
    says: '2022年存在的主要问题已完成整改。2023年的不足是解读形式不活，下一步将增加短视频解读。',
  },
  {
    part: 'five',
    says: '2022年存在的主要问题是解读形式不活，2024年将增加短视频解读。',
    found: ['other-year warning'],
  },
  { part: 'five', says: '政策咨询电话接通率不高。2023年将开展接通率抽测。', found: ['other-year warning'] },
  { part: 'five', says: '公开内容不细。2023年，我局将开展情况纳入考核，已完成整改。' },
  { part: 'five', says: '学校公开不够细。已自2023年9月起按月公示食堂收支。' },
  {
    part: 'five',
    says: '宣传不够。下一步，我县交通运输局将加强线路信息公开。',
    found: ['other-agency warning'],
  },
  { part: 'five', says: '宣传不够。下一步，我县教育局将加强线路信息公开。' },
  {
    part: 'five',
    says: '（一）栏目不够科学；（二）数据不够丰富；（二）培训不够经常。下一步将逐项改进。',
    found: ['numbering-restarts notice'],
  },
  { says: '（二）依申请公开。乌有县民政局全年没有收到公开申请。', found: ['other-agency warning'] },
];
