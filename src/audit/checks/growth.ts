import { differs } from '../../catalogue/laws.ts';
import type { Place } from '../../model/document.ts';
import type { Finding } from '../../model/finding.ts';
import type { Report } from '../../model/report.ts';
import { withDigits } from '../../naming/numerals.ts';
import { labelOf, printed, quotations } from '../cells.ts';
import type { Check } from '../check.ts';
import { anyDoubtful } from '../doubt.ts';
import { percentDiffers, twoPlaces } from '../percent.ts';
import { claimsOf, sentencesOf } from '../sentences.ts';
import {
  type Base,
  drop,
  falling,
  fromBehind,
  fromSentence,
  growthRange,
  lastYear,
  rise,
} from './growth-bases.ts';

const percents = new RegExp(
  `(?<way>${rise}|${drop})(?:了|率|率为|幅度为|约|近|为|达)?\\s*(?<percent>\\d+(?:\\.\\d+)?)\\s*[%％]`,
  'g',
);
const compared = new RegExp(`(?:较|比|与|同)${lastYear}|同比`);
/** Figures that stand farther before a percentage are not what it compares. */
const reach = 160;
const approximate = /约|近$/;

/** The one claim nearest before the percentage, against last year's report. */
function fromReports(report: Report, previous: Report | undefined, clause: string): Base | undefined {
  if (!previous || !compared.test(clause)) return undefined;
  const claims = claimsOf(report).filter(
    (claim) =>
      claim.about &&
      !claim.scope &&
      claim.unit !== '%' &&
      new RegExp(`(?<![\\d.])${claim.value}\\s*${claim.unit}[^\\d]{0,16}$`).test(clause) &&
      claim.text.includes(clause),
  );
  const about = claims[0]?.about;
  if (!about || claims.some((claim) => claim.about !== about)) return undefined;
  const [now, before] = [printed(report, about), printed(previous, about)];
  if (now === undefined || before === undefined || differs(now, claims[0]?.value ?? Number.NaN))
    return undefined;
  if (anyDoubtful(report, [about]) || anyDoubtful(previous, [about])) return undefined;
  return { now, before, readings: [about] };
}

function fits(claimed: number, computed: number, base: Base): boolean {
  const [least, most] = growthRange(base);
  return (
    (claimed >= least && claimed <= most) ||
    [least, computed, most].some((value) => !percentDiffers(claimed, value))
  );
}

function growthFindings(report: Report, previous: Report | undefined, said: string, place: Place): Finding[] {
  const text = withDigits(said);
  return [...text.matchAll(percents)].flatMap((match): Finding[] => {
    const { way = '', percent = '' } = match.groups ?? {};
    const words = text.slice(Math.max(0, match.index - reach), match.index);
    const base =
      fromSentence(words) ??
      fromBehind(words, text.slice(match.index + match[0].length)) ??
      fromReports(report, previous, words.trimStart());
    if (!base || base.before <= 0) return [];
    const claimed = Number(percent) * (falling.test(way) ? -1 : 1);
    const computed = ((base.now - base.before) / base.before) * 100;
    const near = approximate.test(match[0].replace(/\d.*$/, '')) && Math.abs(claimed - computed) < 1;
    const wrongWay = claimed !== 0 && Math.sign(claimed) !== Math.sign(computed);
    if (near || (!wrongWay && fits(claimed, computed, base))) return [];
    return [
      {
        rule: 'growth-in-text',
        severity: 'warning',
        message: `文字写${way} ${percent}%，按 ${base.before} → ${base.now} 计算为 ${twoPlaces(computed)}%`,
        readings: base.readings,
        printed: claimed,
        computed: twoPlaces(computed),
        quotations: [{ ...place, text: said }, ...quotations(report, base.readings)],
      },
    ];
  });
}

export const growthInText: Check = {
  id: 'growth-in-text',
  title: '同比百分数算错',
  formula:
    '文字写明的增减百分数 = （本年数 − 上年数）/ 上年数，按所印小数位四舍五入或截去，以万计的数按其所印位数留余地；上年数取自同一句话（上年件数或增减件数）或上一年年报',
  severities: ['warning'],
  example: '文字写“新收 95 件，比上年 94 件增长 1.50%”，按两数应为 1.06%。',
  needs: 'report',
  run: ({ report, previous }) =>
    sentencesOf(report, [0, 1, 5, 6]).flatMap(({ text, place }) =>
      /[%％]/.test(text) ? growthFindings(report, previous, text, place) : [],
    ),
};

export const lastYearInText: Check = {
  id: 'last-year-in-text',
  title: '文中的上年数与上一年年报不符',
  formula: '文字为比较而写出的上年件数 = 上一年年报的同一指标',
  severities: ['notice'],
  example: '2024 年年报写“新收 92 件，比上年 80 件增长 15%”，而 2023 年年报新收为 78 件。',
  needs: 'previous',
  run: ({ report, previous }) => {
    if (!previous) return [];
    return claimsOf(report).flatMap((claim): Finding[] => {
      if (!claim.about || claim.scope || claim.unit === '%') return [];
      const after = claim.text.slice(claim.text.indexOf(`${claim.value}${claim.unit}`));
      const base = fromSentence(
        /^[^。；]*?(?:较|比|与|同)(?:20\d{2}年)?[^。；]*?\d+\s*\D/.exec(after)?.[0] ?? '',
      );
      const then = printed(previous, claim.about);
      if (!base || then === undefined || !differs(base.before, then)) return [];
      if (differs(base.now, claim.value) || anyDoubtful(previous, [claim.about])) return [];
      return [
        {
          rule: 'last-year-in-text',
          severity: 'notice',
          message: `文字中“${labelOf(claim.about)}”的上年数为 ${base.before}，${previous.year} 年年报为 ${then}`,
          readings: [claim.about],
          printed: base.before,
          computed: then,
          quotations: [
            { ...claim.place, text: claim.text },
            ...quotations(previous, [claim.about]).map((q) => ({
              ...q,
              text: `（${previous.year}年年报）${q.text}`,
            })),
          ],
        },
      ];
    });
  },
};
