import type { Finding } from '../../model/finding.ts';
import type { Report } from '../../model/report.ts';
import { findRegions } from '../../naming/regions.ts';
import { printed, quotations } from '../cells.ts';
import type { Check } from '../check.ts';
import { note } from '../note.ts';
import { type Sentence, sentencesOf } from '../sentences.ts';

/** Other years that belong: comparisons, document numbers and titles, laws, what began earlier, deadlines, plans. */
const otherYearBelongs =
  /较|比|同比|相比|上年|去年|以来|起|截至|截止|自20|〔|《|修订|施行|印发|发布的|条例|结转|累计|历年|至20/;
const plan = /下一步|今后|将|计划|明年|新的一年|接下来|下一年|继续|要/;

function wrongYear(report: Report, sentence: Sentence): Finding[] {
  const match =
    /^(?:[（(][一二三四五六]+[)）][^。，]{0,20}[。，：:])?\s*(20\d{2})\s*年度?(?=[，,、\s]|我|全)/.exec(
      sentence.text,
    );
  if (!match) return [];
  const year = Number(match[1]);
  if (year === report.year || otherYearBelongs.test(sentence.text)) return [];
  if (year > report.year && (sentence.section === 5 || plan.test(sentence.text))) return [];
  return [
    note('other-year', 'warning', `文字写“${year}年”，报告年度为 ${report.year} 年，可能是沿用旧稿`, [
      { ...sentence.place, text: sentence.text },
    ]),
  ];
}

export const otherYear: Check = {
  id: 'other-year',
  title: '文中年度与报告年度不符',
  formula: '叙述本年工作的句子以其他年度开头（与上年比较、文件名称、起止时间、对下一年的打算除外）',
  severities: ['warning'],
  example: '2023 年年报写“2022年，我局新收政府信息公开申请……”。',
  needs: 'report',
  run: ({ report }) => sentencesOf(report, [1, 5, 6]).flatMap((sentence) => wrongYear(report, sentence)),
};

const townWords = { 乡: /乡/, 镇: /镇/, 街道: /街道|办事处/ } as const;
const self = /(?:我|本|全)(乡|镇|街道)(?![村道办级域区街企])/g;

export const otherSelf: Check = {
  id: 'other-self',
  title: '自称与机关不符',
  formula: '乡、镇、街道的年报以“我乡”“我镇”“我街道”自称时应与机关名称一致',
  severities: ['notice'],
  example: '某乡人民政府的年报写“我镇全年……”。',
  needs: 'report',
  run: ({ report }) => {
    const names = [report.agency.name, ...report.agency.aliases, report.agency.region.town ?? ''].join('');
    if (report.agency.kind !== 'town' && report.agency.kind !== 'subdistrict') return [];
    const seen = new Set<string>();
    return sentencesOf(report, [1, 5, 6]).flatMap((sentence) =>
      [...sentence.text.matchAll(self)].flatMap((match): Finding[] => {
        const word = match[1] as keyof typeof townWords;
        if (townWords[word].test(names) || seen.has(word)) return [];
        seen.add(word);
        const message = `文字自称“${match[0]}”，机关为${report.agency.name}，可能由他处复制`;
        return [note('other-self', 'notice', message, [{ ...sentence.place, text: sentence.text }])];
      }),
    );
  },
};

/** Only words that claim a place as one's own count; a place that is merely mentioned accuses nobody. */
const owns = /(?:对|在|我|全)?$/;
const ownedBy =
  /^(?:下辖|辖区|所辖|全镇|全乡|党委|政府信息公开工作|政务公开工作|人民政府(?:高度|认真|严格|坚持|积极|始终))/;

export const otherPlace: Check = {
  id: 'other-place',
  title: '文中出现其他地方',
  formula: '文字把另一个乡镇、县区写成自己的辖区或本机关',
  severities: ['warning'],
  example: '甲乡年报写“对乙镇下辖11个村进行督导”。',
  needs: 'report',
  run: ({ report }) => {
    const own =
      Object.values(report.agency.region).join('') + report.agency.name + report.agency.aliases.join('');
    return sentencesOf(report, [1, 5, 6]).flatMap((sentence) =>
      findRegions(sentence.text).flatMap((mention): Finding[] => {
        const before = sentence.text.slice(Math.max(0, mention.start - 2), mention.start);
        const after = sentence.text.slice(mention.end, mention.end + 10);
        if (own.includes(mention.text) || !ownedBy.test(after) || !owns.test(before)) return [];
        const message = `文字把“${mention.text}”写成本机关的辖区，本机关为${report.agency.name}`;
        return [note('other-place', 'warning', message, [{ ...sentence.place, text: sentence.text }])];
      }),
    );
  },
};

const fee = /信息处理费/;
const amount = /([0-9.]+)\s*(万元|元)/;

export const feeConfusion: Check = {
  id: 'fee-confusion',
  title: '信息处理费与行政事业性收费混淆',
  formula:
    '信息处理费在第六部分报告，不计入表二“行政事业性收费”；两处金额相同（且不为 0）时提示，第六部分以“行政事业性收费”代替信息处理费时亦提示',
  severities: ['notice'],
  example: '表二行政事业性收费 0.02 万元，第六部分写收取信息处理费 200 元。',
  needs: 'report',
  run: ({ report }) => {
    const table = printed(report, 'disclosure.fees.amount');
    return sentencesOf(report, [6]).flatMap((sentence) => {
      const match = amount.exec(sentence.text);
      if (!match || !fee.test(sentence.text) || !table) return [];
      const value = Number(match[1]) / (match[2] === '元' ? 10_000 : 1);
      if (Math.abs(value - table) > 1e-9 && Number(match[1]) !== table) return [];
      const finding = note(
        'fee-confusion',
        'notice',
        `第六部分的信息处理费与表二“行政事业性收费”同为 ${match[0]}，两者不是一回事`,
        [{ ...sentence.place, text: sentence.text }, ...quotations(report, ['disclosure.fees.amount'])],
      );
      return [{ ...finding, readings: ['disclosure.fees.amount'], printed: table }];
    });
  },
};
