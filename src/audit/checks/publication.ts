import type { Finding } from '../../model/finding.ts';
import type { Report } from '../../model/report.ts';
import type { Check } from '../check.ts';
import { note } from '../note.ts';

/** Departments answer by the end of January; the report of a whole government is due by the end of March. */
function lateness(report: Report, published: string): Finding[] {
  const january = `${report.year + 1}-01-31`;
  const march = `${report.year + 1}-03-31`;
  if (published <= january) return [];
  const whole = report.agency.kind === 'government';
  if (whole && published <= march) {
    const message = `公布日期 ${published} 晚于 1 月 31 日（县级以上人民政府汇总年报的期限为 3 月 31 日）`;
    return [note('publication-date', 'notice', message)];
  }
  const deadline = whole ? march : january;
  return [note('publication-date', 'warning', `公布日期 ${published} 晚于规定的 ${deadline}`)];
}

export const publication: Check = {
  id: 'publication-date',
  title: '公布时间',
  formula:
    '《政府信息公开条例》第四十九条：部门每年 1 月 31 日前公布上一年度年报，县级以上人民政府汇总年报为 3 月 31 日前；年报应写明日期，日期不应早于报告年度结束',
  severities: ['warning', 'notice'],
  example: '2023 年年报落款日期为 2024 年 3 月 5 日；或为 2023 年 1 月 12 日（年份像是写错）。',
  needs: 'report',
  run: ({ report }) => {
    const { publishedAt, year } = report;
    if (!publishedAt) return [note('publication-date', 'notice', '年报没有写明公布日期')];
    if (publishedAt >= `${year}-12-01`) return lateness(report, publishedAt);
    const message = `公布日期 ${publishedAt} 早于报告年度（${year} 年）结束，年份可能写错`;
    return [note('publication-date', 'warning', message)];
  },
};
