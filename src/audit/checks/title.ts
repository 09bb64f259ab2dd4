import type { Finding } from '../../model/finding.ts';
import type { Report } from '../../model/report.ts';
import type { Check } from '../check.ts';
import { note } from '../note.ts';

const id = 'title-mismatch';

function titleFindings({ title: printed, year }: Report): Finding[] {
  const title = printed.replace(/\s/g, '');
  const quotation = [{ text: printed }];
  if (!title) return [];
  const years = [...title.matchAll(/(20\d{2})年?/g)].map((match) => Number(match[1]));
  const findings: Finding[] = [];
  if (years.length > 0 && !years.includes(year))
    findings.push(note(id, 'warning', `标题年度为 ${years.join('、')}，报告内容为 ${year} 年`, quotation));
  if (!/信息公开|政务公开/.test(title))
    findings.push(note(id, 'notice', '标题没有写明“政府信息公开”', quotation));
  if (!/报告|年报/.test(title)) findings.push(note(id, 'notice', '标题没有写明“年度报告”', quotation));
  return findings;
}

function periodFindings({ period, year }: Report): Finding[] {
  if (!period) return [];
  const [from, to] = [Number(period.from.slice(0, 4)), Number(period.to.slice(0, 4))];
  if (from === year && to === year) return [];
  return [note(id, 'warning', `统计期限为 ${period.from} 至 ${period.to}，报告年度为 ${year} 年`)];
}

export const titleMatches: Check = {
  id,
  title: '标题与内容不符',
  formula: '标题中的年度应为报告年度，并写明“政府信息公开”和“年度报告”（或年报）；统计期限应在报告年度之内',
  severities: ['warning', 'notice'],
  example: '标题写 2022 年，统计期限为 2023 年 1 月 1 日至 12 月 31 日。',
  needs: 'report',
  run: ({ report }) => [...titleFindings(report), ...periodFindings(report)],
};
