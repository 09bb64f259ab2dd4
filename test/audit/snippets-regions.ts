import type { Snippet } from './snippets-figures.ts';
import { town } from './snippets-subjects.ts';
import type { Counts } from './tables-of.ts';

const many: Counts = {
  received: 58,
  carriedIn: 3,
  granted: 30,
  partly: 6,
  internal: 4,
  notHeld: 15,
  repeated: 3,
  other: 1,
  forward: 2,
};
const district = { agency: '青禾县人民政府' };
const wrong = ['text-against-table warning'];
const notice = ['text-against-table notice'];

/** The ways of different parts of the country to say the same things. */
export const regionalSnippets: Snippet[] = [
  // Municipalities and provinces: every way of receipt, every outcome, with shares.
  {
    of: many,
    says: '2023年，本机关共收到政府信息公开申请58件。其中，当面申请3件，占5.2%；网上申请45件，占77.6%；信函申请10件，占17.2%。',
  },
  {
    of: many,
    says: '全年共收到政府信息公开申请58件，自上年度结转3件；答复59件，2件按照规定结转下年度办理。',
  },
  {
    of: many,
    says: '全年共收到政府信息公开申请58件，自上年度结转3件；答复57件，2件按照规定结转下年度办理。',
    found: wrong,
  },
  {
    of: many,
    says: '已办结的申请中，予以公开30件，占总数的50.8%；部分公开6件，占10.2%；不予公开4件，占6.8%。',
  },
  { of: many, says: '按时办结57件，延期办结2件，无超期答复情况。' },
  { of: many, says: '2023年，我局共受理依申请公开政府信息58宗，上年结转3宗，办结59宗，结转下一年度2宗。' },
  { of: many, says: '2023年，我局共受理依申请公开政府信息68宗。', found: wrong },
  { of: many, says: '全年共受理政府信息公开申请61件（含上年结转3件），办结59件，办结率96.7%。' },
  {
    of: many,
    says: '2023年我局新收依申请公开58件，上年度结转3件，办结59件，结转下年度2件。引发行政复议2件，行政诉讼1件，无纠错败诉情况。',
    found: [...wrong, ...wrong],
  },
  {
    of: { ...many, reconsideration: 2, direct: 1 },
    says: '引发政府信息公开行政复议2件，行政诉讼1件，无纠错败诉情况。',
  },
  {
    of: { ...many, reconsideration: 2, direct: 1 },
    says: '政府信息公开行政复议案件中结果维持2件，未经复议直接起诉1件。',
  },
  { of: { ...many, reconsideration: 2 }, says: '涉及政府信息公开类行政复议案件3件。', found: wrong },
  {
    of: { ...many, reconsideration: 2 },
    says: '全年没有因政府信息公开工作被申请行政复议、提起行政诉讼。',
    found: wrong,
  },
  {
    of: { ...many, reconsideration: 2 },
    says: '未发生因政府信息公开被行政复议机关纠错的情况，行政诉讼无败诉案件。',
  },
  { of: many, says: '收到申请58件，办理答复过程中向申请人出具补正告知书5件、征求第三方意见书7件。' },
  { of: many, says: '依申请公开中，申请内容主要涉及征地批文22件、房屋征收15件、行政处罚决定9件。' },
  { of: many, says: '本年度全系统受理政府信息公开申请128件，其中局机关58件。' },
  {
    of: { received: 17, granted: 17 },
    as: district,
    says: '2023年，县政府本级收到政府信息公开申请17件，全县收到95件。',
  },
  {
    of: { received: 95, granted: 95 },
    as: district,
    says: '县政府办公室收到政府信息公开申请17件，全县各级各部门共收到95件。',
  },
  {
    of: { received: 95, granted: 95 },
    as: district,
    says: '县政府本级共收到政府信息公开申请17件，均按时答复。',
    found: notice,
  },
  {
    of: { received: 95, granted: 95 },
    as: district,
    says: '全县各乡镇共收到政府信息公开申请31件，县直部门收到64件。',
  },
  // Towns with nothing to tell.
  { as: town, says: '2023年度，我镇未收到依申请公开事项。' },
  {
    as: town,
    says: '2023年，共受理政府信息公开申请0件，答复0件，因依申请公开引发行政复议0起、行政诉讼0起。',
  },
  { as: town, says: '2023年，我镇依申请公开政府信息0条，主动公开信息156条。' },
  { as: town, of: { received: 1, granted: 1 }, says: '2023年度，我镇无依申请公开事项。', found: wrong },
  { as: town, of: { received: 1, granted: 1 }, says: '2023年，我镇收到依申请公开一件，已按期答复。' },
  { as: town, of: { received: 1, granted: 1 }, says: '我镇共收到1件依申请公开申请，已按规定答复申请人。' },
  {
    as: town,
    of: { received: 2, granted: 2 },
    says: '我镇共收到1件依申请公开申请，已按规定答复申请人。',
    found: wrong,
  },
  { as: town, says: '2023年度未收到政府信息公开申请，上年度收到2件，同比减少100%。' },
  { as: town, says: '全年办理行政许可申请37件，受理群众诉求216件，接待来访群众120人次。' },
  { as: town, says: '依申请公开工作有专人负责，做到有申请必有答复，全年零投诉、零复议、零诉讼。' },
  // Other counts in the same breath.
  { of: many, says: '全年受理12345政务服务热线工单2136件，办结2130件，办结率99.7%。' },
  { of: many, says: '办结行政许可事项申请1250件，提供政策咨询340次。' },
  { of: many, says: '全年清理规范性文件42件，其中继续有效30件，废止8件，修改4件。' },
  { of: many, says: '发布政策解读58篇，其中图解30篇、视频6条；公开重大会议信息4件次。' },
  { of: many, says: '办理省、市政务公开第三方评估反馈问题12件，整改率100%。' },
  { of: many, says: '抽查全县38个单位的依申请公开答复文书120件，通报问题6件。' },
  { of: { ...many, permits: 320 }, says: '公开行政许可、行政处罚等双公示信息1860条。' },
  { of: { ...many, penalties: 61 }, says: '全年作出行政处罚决定61件，行政强制0件。' },
  { of: { ...many, penalties: 61 }, says: '全年作出行政处罚决定67件。', found: wrong },
  { of: { ...many, fees: 35.6 }, says: '全年收取行政事业性收费35.6万元。' },
  { of: { ...many, fees: 35.6 }, says: '全年收取行政事业性收费356万元。', found: wrong },
  { of: many, says: '全年收到政府信息公开申请58件，与上年相比增加10件，增长20.8%。' },
  { of: many, says: '全年收到政府信息公开申请58件，较2022年增长20.8%，主要集中在征地拆迁领域。' },
  { of: many, says: '2021年至2023年分别收到政府信息公开申请30件、48件、58件，逐年上升。' },
  { of: many, says: '自然人申请58件，法人或其他组织申请0件。' },
  { of: many, says: '全年收到政府信息公开申请五十八件，办结五十九件。' },
  { of: many, says: '全年收到政府信息公开申请六十八件。', found: wrong },
  { of: many, says: '本年新收政府信息公开申请５８件，上年结转３件。' },
  { of: many, says: '全年新收政府信息公开申请 58 件，上年结转 5 件。', found: wrong },
  { of: many, says: '对2022年结转的3件申请，均在法定期限内办结。' },
  { of: many, says: '其中依法不予公开4件，本机关不掌握相关政府信息15件，重复申请不予处理3件。' },
  { of: many, says: '收到政府信息公开申请58件，其中依法不予公开4件，无法提供12件。', found: wrong },
];
