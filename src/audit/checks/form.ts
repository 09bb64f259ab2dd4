import type { Report } from '../../model/report.ts';
import type { Check } from '../check.ts';
import { note } from '../note.ts';

const officialParts = [
  '总体情况',
  '主动公开政府信息情况',
  '收到和处理政府信息公开申请情况',
  '政府信息公开行政复议、行政诉讼情况',
  '存在的主要问题及改进情况',
  '其他需要报告的事项',
];
const numerals = '一二三四五六';

/** Parts 二 to 四 are tables: their text may well be empty. */
const tables: Record<number, string> = { 2: 'disclosure.', 3: 'applications.', 4: 'reviews.' };

function isEmpty(report: Report, number: number): boolean {
  const prefix = tables[number];
  if (prefix) return !Object.keys(report.readings).some((id) => id.startsWith(prefix));
  const section = report.sections.find((s) => s.number === number);
  return !section || section.paragraphs.every((paragraph) => paragraph.text.replace(/[。.\s]/g, '') === '');
}

export const missingParts: Check = {
  id: 'missing-part',
  title: '六个部分是否齐全',
  formula: '年报应有格式规定的六个部分，各部分有内容，表格部分有表',
  severities: ['warning'],
  example: '没有“六、其他需要报告的事项”；第三部分只有标题没有表格。',
  needs: 'report',
  run: ({ report }) =>
    officialParts.flatMap((title, i) => {
      const number = i + 1;
      const name = `${numerals[i]}、${title}`;
      const section = report.sections.find((s) => s.number === number);
      if (!section && isEmpty(report, number)) return [note('missing-part', 'warning', `缺少“${name}”部分`)];
      if (!isEmpty(report, number)) return [];
      const what = tables[number] ? '没有读到表格' : '没有内容';
      const quotation = section ? [{ ...section.place, text: section.heading }] : [];
      return [note('missing-part', 'warning', `“${name}”${what}`, quotation)];
    }),
};

export const noImprovements: Check = {
  id: 'part-five-incomplete',
  title: '第五部分只有一半',
  formula: '第五部分既应写存在的主要问题，也应写改进情况',
  severities: ['notice'],
  example: '列了四个问题，没有写任何改进措施。',
  needs: 'report',
  run: ({ report }) => {
    const section = report.sections.find((s) => s.number === 5);
    if (!section || isEmpty(report, 5)) return [];
    const quotation = [{ ...section.place, text: section.heading }];
    if (report.problems.length === 0)
      return [note('part-five-incomplete', 'notice', '第五部分没有写明存在的问题', quotation)];
    if (report.improvements.length === 0)
      return [note('part-five-incomplete', 'notice', '第五部分没有写明改进措施', quotation)];
    return [];
  },
};

export const publication: Check = {
  id: 'publication-date',
  title: '公布时间',
  formula: '《政府信息公开条例》第四十九条：每年 1 月 31 日前公布上一年度年报；年报应写明日期',
  severities: ['warning', 'notice'],
  example: '2023 年年报落款日期为 2024 年 3 月 5 日。',
  needs: 'report',
  run: ({ report }) => {
    if (!report.publishedAt) return [note('publication-date', 'notice', '年报没有写明公布日期')];
    const deadline = `${report.year + 1}-01-31`;
    if (report.publishedAt <= deadline) return [];
    return [note('publication-date', 'warning', `公布日期 ${report.publishedAt} 晚于规定的 ${deadline}`)];
  },
};

export const titleMatches: Check = {
  id: 'title-mismatch',
  title: '标题与内容不符',
  formula: '标题中的年度应为报告年度，并写明“政府信息公开”和“年度报告”（或年报）；统计期限应在报告年度之内',
  severities: ['warning', 'notice'],
  example: '标题写 2022 年，统计期限为 2023 年 1 月 1 日至 12 月 31 日。',
  needs: 'report',
  run: ({ report }) => {
    const title = report.title.replace(/\s/g, '');
    const findings = [];
    const years = [...title.matchAll(/(20\d{2})年?/g)].map((match) => Number(match[1]));
    if (years.length > 0 && !years.includes(report.year)) {
      findings.push(
        note('title-mismatch', 'warning', `标题年度为 ${years.join('、')}，报告内容为 ${report.year} 年`, [
          { text: report.title },
        ]),
      );
    }
    const period = report.period;
    if (period && Number(period.from.slice(0, 4)) !== report.year) {
      findings.push(
        note('title-mismatch', 'warning', `统计期限自 ${period.from} 起，报告年度为 ${report.year} 年`),
      );
    }
    if (title && !/政府信息公开|政务公开|信息公开/.test(title)) {
      findings.push(note('title-mismatch', 'notice', '标题没有写明“政府信息公开”', [{ text: report.title }]));
    }
    return findings;
  },
};

export const twoNames: Check = {
  id: 'two-names',
  title: '机关名称不一致',
  formula: '标题、首句、落款中的机关名称应为同一机关',
  severities: ['notice'],
  example: '标题写“某县某办事处”，文中又有“某社会事务综合服务中心”的标题。',
  needs: 'report',
  run: ({ report }) =>
    report.warnings
      .filter((warning) => warning.code === 'two-names')
      .map((warning) =>
        note('two-names', 'notice', warning.message, [
          { ...warning.place, text: warning.raw ?? report.title },
        ]),
      ),
};
