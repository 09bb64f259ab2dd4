import type { Finding } from '../../model/finding.ts';
import type { Report } from '../../model/report.ts';
import type { Check } from '../check.ts';
import { note } from '../note.ts';
import { isOwnName } from '../own-name.ts';
import { sentencesOf } from '../sentences.ts';

/** 2023年，某局共收到政府信息公开申请…: an organ as the subject of what the report itself has to tell. */
const subject =
  /^(?:[（(]?[一二三四五六七八九十\d]+[)）、.．]?[^。，：:]{0,16}[。，：:、.．])?\s*(?:20\d{2}年(?:度)?(?:以来)?[，,]?\s*)?([\u3400-\u9fff]{2,14}?(?:局|厅|中心|管委会|委员会))(?:20\d{2}年(?:度)?)?(?:(?:坚持|认真|严格|积极|高度重视|按照|深入|全面|始终)[^。；]{0,40}?)?(?:共|累计|全年|本年度|未|没有|无|曾)*(?:主动公开(?:各类)?政府信息|(?:新)?收到(?:政府)?信息公开申请|收到依申请公开|受理(?:政府)?信息公开申请|新收政府信息公开申请|收到[^，。；]{0,12}公开申请|政府信息公开(?:工作)?(?:年度报告|情况如下|按照|认真|严格))/;
/** 下一步，我县交通运输局将加强…: another organ's plans in part five. */
const planner =
  /^(?:下一步|今后|20\d{2}年)[，,]?(?:[我本全][省市县区州旗])?([\u3400-\u9fff]{2,12}?(?:局|厅|中心|管委会|委员会))将(?:进一步|继续|不断|切实)?(?:加强|完善|强化|严格|做好|按照|认真|提高|加大)/;
/** Subordinate and fellow organs are not the organ itself, and reports for a whole area count them. */
const innocent = /各|所属|下属|直属|二级|基层|分局|其中|牵头|会同|联合/;

export const otherAgency: Check = {
  id: 'other-agency',
  title: '文中出现其他机关',
  formula: '叙述本机关公开工作的句子以另一个机关为主语（下属单位、汇总全地区的人民政府年报除外）',
  severities: ['warning'],
  example: '教育局年报写“2023年，水利局共收到政府信息公开申请3件”。',
  needs: 'report',
  run: ({ report }: { report: Report }) => {
    if (report.agency.kind === 'government') return [];
    return sentencesOf(report, [0, 1, 5, 6]).flatMap((sentence): Finding[] => {
      const plan = sentence.section === 5 ? planner.exec(sentence.text) : null;
      const name = (subject.exec(sentence.text) ?? plan)?.[1];
      if (!name || isOwnName(report, name) || innocent.test(sentence.text)) return [];
      const message = `文字以“${name}”为本机关叙述，年报的机关为${report.agency.name}，可能由他处复制`;
      return [note('other-agency', 'warning', message, [{ ...sentence.place, text: sentence.text }])];
    });
  },
};
