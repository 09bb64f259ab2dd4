import type { Finding, Severity } from '../../model/finding.ts';
import type { Report } from '../../model/report.ts';
import type { Check } from '../check.ts';
import { note } from '../note.ts';
import { isOwnName } from '../own-name.ts';
import { type Sentence, sentencesOf } from '../sentences.ts';

const head =
  '^(?:[（(]?(?:[一二三四五六七八九十]+|\\d{1,2}(?!\\d))[)）、.．]?[^。，：:\\d]{0,20}[。，：:、.．])?\\s*';
/** A sentence that begins with a year and then speaks of the organ itself or of the work. */
const opening = new RegExp(
  `${head}(?:在)?(20\\d{2})\\s*年(?:度)?[，,、\\s]*(?=我(?![省市国])|本|全[省市县区旗镇乡局办委街]|主动|共|未|没有|无|收|受理|新收|新增|办|发布|公开|制发|在|按|根据|围绕|紧紧|认真|严格|持续|深入|始终|坚持|积极|不断|各|(?<subject>[\\u3400-\\u9fff]{2,16}?(?:局|委|办|厅|中心|政府|镇|乡|街道)(?!印发|发布|出台|下发|颁布|办公))[^，。；]{0,4}(?:坚持|认真|严格|积极|高度|按照|深入|全面|始终|主动|共|未|没有|收到|持续|不断|扎实|紧紧|围绕|在|切实))`,
);
/** Other years that belong: comparisons, what began earlier, decisions of others, what was carried over. */
const belongs =
  /考核|评估|评比|排名|等次|获|较|同比|相比|比20|上年|去年|以来|[年月日]起|截至|截止|累计|历年|结转|修订|施行|成立|出台|印发了?《|颁布|被评|荣获|启动|开始|至20|－20|—20|-20/;
const plan = /下一步|今后|将|计划|拟|明年|新的一年|接下来|下一年|继续|要|目标|力争/;
/** 2023年，我局将继续加强…: a plan, whose year should be the next. 将 that means 把 is no plan. */
const planOpening = new RegExp(
  `${head}(?:下一步[，,])?(?:(?:改进|整改|工作|下一步)*(?:措施|打算|安排|计划|思路)[：:])?(20\\d{2})\\s*年(?:度)?[，,、\\s]*[^，。；]{0,14}?(?:将(?:继续|进一步|重点|持续|围绕|着力|以|认真|严格|按照|坚持|不断|加大|加强|强化|优化|完善|健全|丰富|拓展|推进|提升|提高|从|深入|切实|全面|开展|组织|制定|实施|启动|探索|推动|打造|扩大|增设|增加|依托|通过|采取)(?![^，。；]{0,30}(?:作为|纳入|列入|列为|融入|放在|摆在|写入|贯穿))|计划|拟)`,
);
/** 现将我局2022年政府信息公开工作情况报告如下 */
const announced =
  /现(?:将|就|公布|发布|向社会公布)[^。；]{0,40}?(20\d{2})\s*年(?:度)?[^。；《》]{0,20}(?:报告|公布|总结|汇报|年报|情况)/;

/** 2022年存在的主要问题是: what part five of 2023 names; what is told of putting last year's right is no slip. */
const oldProblems =
  /^(?:[（(]?[一二三四五六七八九十\d]+[)）、.．])?\s*(20\d{2})年(?:度)?[，,]?[^，。；]{0,14}?(?:存在的?|主要)(?:主要|突出|一些)*(?:问题|不足)(?!.{0,40}(?:整改|改进情况|完成|解决|落实|已))/;

type Judged = { year: number; severity: Severity; message: string } | undefined;

function judge(report: Report, { text, section, before, after }: Sentence): Judged {
  const told = Number(announced.exec(text)?.[1] ?? report.year);
  if (told !== report.year && told < report.year + 2)
    return { year: told, severity: 'warning', message: '可能是沿用旧稿' };
  const planned = section === 5 ? planOpening.exec(text)?.[1] : undefined;
  if (planned) {
    const late = Number(planned) <= report.year;
    return late
      ? {
          year: Number(planned),
          severity: 'warning',
          message: '对下一年的打算用了以往的年份，可能是沿用旧稿',
        }
      : undefined;
  }
  const old = section === 5 ? Number(oldProblems.exec(text)?.[1] ?? report.year) : report.year;
  if (old < report.year && !before?.includes(`${old}年`))
    return { year: old, severity: 'warning', message: '可能是沿用旧稿' };
  const match = opening.exec(text);
  const subject = match?.groups?.subject;
  if (subject && !isOwnName(report, subject)) return undefined;
  const year = Number(match?.[1] ?? report.year);
  // 2022年收到18件；2023年收到21件: set side by side.
  const whole = text.endsWith('；') ? text + (after ?? '') : text;
  if (year === report.year || whole.includes(`${report.year}年`)) return undefined;
  if (year > report.year && (section === 5 || plan.test(text))) return undefined;
  // Under （一）2022年存在问题的整改情况 that year is what is told of.
  if (year < report.year && (belongs.test(text) || before?.includes(`${year}年`))) return undefined;
  return { year, severity: 'warning', message: '可能是沿用旧稿' };
}

export const otherYear: Check = {
  id: 'other-year',
  title: '文中年度与报告年度不符',
  formula:
    '叙述本年工作的句子以其他年度开头（与上年比较、文件名称、起止时间、对下一年的打算除外）；第五部分的打算不应写成报告年度或更早',
  severities: ['warning'],
  example: '2023 年年报写“2022年，我局新收政府信息公开申请……”。',
  needs: 'report',
  run: ({ report }) => {
    const found = new Map<string, Finding>();
    for (const sentence of sentencesOf(report, [0, 1, 5, 6])) {
      if (!sentence.text.includes('20')) continue;
      const judged = judge(report, sentence);
      if (!judged) continue;
      const message = `文字写“${judged.year}年”，报告年度为 ${report.year} 年，${judged.message}`;
      // A whole report of last year's words is one slip.
      const finding = found.get(message) ?? note('other-year', judged.severity, message);
      finding.quotations.push({ ...sentence.place, text: sentence.text });
      found.set(message, finding);
    }
    return [...found.values()];
  },
};
