import type { Finding } from '../../model/finding.ts';
import type { Report } from '../../model/report.ts';
import { findRegions, type RegionMention } from '../../naming/regions.ts';
import type { Check } from '../check.ts';
import { note } from '../note.ts';
import { ownNames, type Sentence, sentencesOf } from '../sentences.ts';

/** Words after a place that make it the organ's own; a place that is merely mentioned accuses nobody. */
const ownedBy =
  /^(?:党委、?政府|人民政府|政府|党工委|办事处)?(?:下辖|所辖|辖区内|全[镇乡县区]|(?:20\d{2}年度?)?(?:的)?政府信息公开(?:工作)?(?:年度报告|将|始终|在|取得|领导小组)|(?:始终|认真|高度重视|严格(?:按照|落实|执行)|坚持|积极|深入|持续|共|全年|20\d{2}年)[^。；]{0,40}(?:信息公开|政务公开|主动公开|依申请|《条例》)|(?:共)?(?:主动公开|未?收到|受理|新收)[^。；]{0,20}(?:信息|申请))/;
const worthLooking = /下辖|所辖|辖区|全[镇乡县区]|信息公开|政务公开|主动公开|依申请|条例/;
/** What is visited, copied from, named in a list or written by somebody else. */
const innocentBefore =
  /(?:赴|到|去|向|学习|借鉴|考察|参观|调研|邻|周边|兄弟|与|和|同|跟|及|、|对口|帮扶|由|经|被|受|报|接|对接|转(?:发|送|交)|印发|上级|根据|按照|落实|参照|以|如|等|指导|组织|督促|检查|监督|建议|要求|通过|登录|对)$/;
const innocentAround =
  /学习|借鉴|考察|参观|经验|交流|对口|协作|毗邻|兄弟|挂职|印发|转发|通报|文件精神|要求|〔/;

/** Places that contain the report's own, lie within it or are it. */
function related(report: Report, mention: RegionMention, own: string): boolean {
  if (own.includes(mention.text)) return true;
  // 洪泽县 became 洪泽区: the same place, not another one.
  const bare = mention.text.replace(/[市县区]$/, '');
  if (bare !== mention.text && ['市', '县', '区'].some((rank) => own.includes(bare + rank))) return true;
  const { province, city, county, town } = report.agency.region;
  // A county's towns are its own, also where no table of places knows the county.
  const above = !town && report.agency.kind !== 'town' && report.agency.kind !== 'subdistrict';
  if (above && mention.candidates.every((place) => place.level === 'town')) return true;
  const deepest = town ?? county ?? city ?? province;
  return mention.candidates.some(
    (place) =>
      own.includes(place[place.level] ?? mention.text) ||
      (deepest !== undefined && Object.values(place).includes(deepest)) ||
      // Where it is not known in which province or city the organ sits, any may be its own.
      (place.level === 'province' && (!province || place.province === province)) ||
      (place.level === 'city' && (!city || place.city === city)),
  );
}

function placeFinding(report: Report, sentence: Sentence, own: string): Finding[] {
  const { text } = sentence;
  return findRegions(text).flatMap((mention): Finding[] => {
    const after = text.slice(mention.end, mention.end + 60);
    const before = text.slice(Math.max(0, mention.start - 6), mention.start);
    const oversees = /对$/.test(before) && /^(?:下辖|所辖)/.test(after);
    if (!ownedBy.test(after) || text.slice(mention.end, mention.end + 1) === '、') return [];
    if (!oversees && (innocentBefore.test(before) || innocentAround.test(text))) return [];
    if (related(report, mention, own)) return [];
    const message = `文字把“${mention.text}”写成本机关的辖区或本机关，本机关为${report.agency.name}`;
    return [note('other-place', 'warning', message, [{ ...sentence.place, text }])];
  });
}

export const otherPlace: Check = {
  id: 'other-place',
  title: '文中出现其他地方',
  formula: '文字把另一个乡镇、县区写成自己的辖区或本机关（学习考察、上级机关、并列列举、下辖乡镇等提及除外）',
  severities: ['warning'],
  example: '甲乡年报写“对乙镇下辖11个村进行督导”。',
  needs: 'report',
  run: ({ report }) => {
    const own = ownNames(report);
    const seen = new Set<string>();
    return sentencesOf(report, [0, 1, 5, 6])
      .filter(({ text }) => worthLooking.test(text) && /[省市县区旗镇乡]|街道/.test(text))
      .flatMap((sentence) => placeFinding(report, sentence, own))
      .filter(({ message }) => !seen.has(message) && seen.add(message));
  },
};
