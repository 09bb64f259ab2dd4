import { differs } from '../../catalogue/laws.ts';
import type { Finding } from '../../model/finding.ts';
import { printed, quotations } from '../cells.ts';
import type { Check } from '../check.ts';
import { note } from '../note.ts';
import { numberIn } from '../percent.ts';
import { type Sentence, sentencesOf } from '../sentences.ts';

const id = 'disclosure.fees.amount';
const amount = /信息处理费[^。；]{0,24}?(\d[\d,]*(?:\.\d+)?)\s*(万元|元)/;
/** Part 六 asks for 信息处理费; who speaks of 行政事业性收费 for applications there has mixed them up. */
const mixed = /行政事业性收费/;
const forApplications = /信息公开|依申请/;
/** 收取行政事业性收费（信息处理费）: both called by one name. */
const asOne =
  /行政事业性收费[（(“]?(?:即|含|包括|中的|[（(]?信息公开)?信息处理费|信息处理费[（(][^）)]{0,6}行政事业性收费|信息处理费[^，。；不非]{0,6}(?:计入|列入|属于|作为)[^，。；]{0,6}行政事业性收费/;

function sameAmount(sentence: Sentence, table: number | undefined): string | undefined {
  const match = amount.exec(sentence.text);
  if (!match || !table) return undefined;
  const value = numberIn(match[1] ?? '');
  const inTable = match[2] === '元' ? value / 10_000 : value;
  return differs(inTable, table) && differs(value, table) ? undefined : `${match[1]}${match[2]}`;
}

export const feeConfusion: Check = {
  id: 'fee-confusion',
  title: '信息处理费与行政事业性收费混淆',
  formula:
    '信息处理费在第六部分报告，不计入表二“行政事业性收费”；两处金额相同（且不为 0）时提示，第六部分以“行政事业性收费”代替信息处理费、或把两者写成一项时亦提示',
  severities: ['notice'],
  example: '表二行政事业性收费 0.02 万元，第六部分写收取信息处理费 200 元。',
  needs: 'report',
  run: ({ report }) => {
    const part = sentencesOf(report, [6]);
    const says = part.some(({ text }) => text.includes('信息处理费'));
    return part.flatMap((sentence): Finding[] => {
      const quotation = { ...sentence.place, text: sentence.text };
      const same = sameAmount(sentence, printed(report, id));
      if (same) {
        const message = `第六部分的信息处理费与表二“行政事业性收费”同为 ${same}，两者不是一回事`;
        const finding = note('fee-confusion', 'notice', message, [quotation, ...quotations(report, [id])]);
        return [{ ...finding, readings: [id], printed: printed(report, id) ?? null }];
      }
      const one = asOne.test(sentence.text);
      if (!one && (says || !mixed.test(sentence.text) || !forApplications.test(sentence.text))) return [];
      const message = one
        ? '第六部分把信息处理费与“行政事业性收费”写成一项，两者不是一回事'
        : '第六部分应报告信息处理费，文字写的是“行政事业性收费”，两者不是一回事';
      return [note('fee-confusion', 'notice', message, [quotation])];
    });
  },
};
