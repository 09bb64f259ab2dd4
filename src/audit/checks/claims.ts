import { catalogue } from '../../catalogue/catalogue.ts';
import type { Finding } from '../../model/finding.ts';
import type { Claim, Report } from '../../model/report.ts';
import { differs, labelOf, printed, quotations, round } from '../cells.ts';
import type { Check } from '../check.ts';

/** The figure of a reading, or of a sum or rate whose parts are all printed; undefined when it cannot be told. */
function figure(report: Report, id: string): { value: number; parts: string[] } | undefined {
  const own = printed(report, id);
  if (own !== undefined) return { value: own, parts: [id] };
  const sum = catalogue().sums.get(id);
  if (sum) return total(report, sum.sumOf);
  const rate = catalogue().rates.get(id);
  if (!rate) return undefined;
  const above = total(report, rate.numerator);
  const below = total(report, rate.denominator);
  if (!above || !below?.value) return undefined;
  return { value: (above.value / below.value) * 100, parts: [...above.parts, ...below.parts] };
}

function total(report: Report, ids: readonly string[]): { value: number; parts: string[] } | undefined {
  const values = ids.map((id) => printed(report, id));
  if (values.some((value) => value === undefined)) return undefined;
  return { value: round(values.reduce<number>((a, b) => a + (b ?? 0), 0)), parts: [...ids] };
}

/** A percentage is right when it is the figure rounded (or cut) to as many places as it prints. */
function percentDiffers(claimed: number, computed: number): boolean {
  const places = String(claimed).split('.')[1]?.length ?? 0;
  return Math.abs(claimed - computed) > 10 ** -places + 1e-9;
}

function mismatch(report: Report, claim: Claim, id: string): Finding[] {
  const found = figure(report, id);
  if (!found) return [];
  const percent = claim.unit === '%';
  if (percent !== id.startsWith('rates.')) return [];
  if (percent ? !percentDiffers(claim.value, found.value) : !differs(inUnit(claim, id), found.value))
    return [];
  const computed = percent ? Math.round(found.value * 100) / 100 : found.value;
  const where = claim.scope ? `（文字所说的是“${claim.scope}”，口径可能不同）` : '';
  return [
    {
      rule: 'text-against-table',
      severity: claim.scope ? 'notice' : 'warning',
      message: `文字写“${labelOf(id)}” ${claim.value}${claim.unit}，表格为 ${computed}${catalogue().describe(id)?.unit ?? ''}${where}`,
      readings: found.parts,
      printed: claim.value,
      computed,
      quotations: [{ ...claim.place, text: claim.text }, ...quotations(report, found.parts)],
    },
  ];
}

/** 元 in the text against 万元 in the table is the same money. */
function inUnit(claim: Claim, id: string): number {
  const unit = catalogue().describe(id)?.unit;
  if (claim.unit === '元' && unit === '万元') return round(claim.value / 10_000);
  if (claim.unit === '万元' && unit === '元') return claim.value * 10_000;
  return claim.value;
}

export const textAgainstTable: Check = {
  id: 'text-against-table',
  title: '文字与表格不一致',
  formula:
    '总体情况等文字中写明的数量（新收、上年结转、办结、予以公开、不予公开、结转下年、复议、诉讼、比率等）= 表格相应单元格',
  severities: ['warning', 'notice'],
  example: '文字写“全年办结 104 件”，表三（七）总计为 101 件。文字讲的是全区或本级时只作提示。',
  needs: 'report',
  run: ({ report }) =>
    report.claims.flatMap((claim) => (claim.about ? mismatch(report, claim, claim.about) : [])),
};

const growth = /(?:增长|上升|增加|提高|下降|减少|降低|减)(?:了|率为|幅度为|约)?\s*([0-9.]+)\s*[%％]/;
const fall = /下降|减少|降低|减/;
const twoFigures =
  /([0-9.]+)\s*[件条次][^。；]*?(?:较|比|同比|与)(?:20\d{2}年|上年|去年|上一年)(?:度)?(?:的)?\s*([0-9.]+)\s*[件条次]/;

export const growthInText: Check = {
  id: 'growth-in-text',
  title: '同比百分数算错',
  formula:
    '文字写明的增减百分数 = （本年数 − 上年数）/ 上年数，按所印小数位取舍；上年数取自同一句话或上一年年报',
  severities: ['warning'],
  example: '文字写“新收 95 件，比上年 94 件增长 1.05%”，按两数应为 1.06%。',
  needs: 'previous',
  run: ({ report, previous }) =>
    report.sections
      .flatMap((section) => section.paragraphs)
      .flatMap((paragraph) =>
        paragraph.text
          .split(/(?<=[。；;])/)
          .flatMap((sentence) => growthFinding(report, previous, sentence, paragraph.place)),
      ),
};

function growthFinding(
  report: Report,
  previous: Report | undefined,
  sentence: string,
  place: { line?: number; page?: number },
): Finding[] {
  const percent = growth.exec(sentence);
  if (!percent?.[1]) return [];
  const claimed = Number(percent[1]) * (fall.test(percent[0]) ? -1 : 1);
  const base = figuresOf(report, previous, sentence, percent.index);
  if (!base || base.before === 0) return [];
  const computed = ((base.now - base.before) / base.before) * 100;
  if (!percentDiffers(claimed, computed) && Math.sign(claimed) === Math.sign(computed)) return [];
  return [
    {
      rule: 'growth-in-text',
      severity: 'warning',
      message: `文字写增减 ${claimed}%，按 ${base.before} → ${base.now} 计算为 ${Math.round(computed * 100) / 100}%`,
      readings: base.readings,
      printed: claimed,
      computed: Math.round(computed * 100) / 100,
      quotations: [{ ...place, text: sentence.trim() }],
    },
  ];
}

/** Both figures in the sentence, else the claim nearest before the percentage against last year's report. */
function figuresOf(
  report: Report,
  previous: Report | undefined,
  sentence: string,
  at: number,
): { now: number; before: number; readings: string[] } | undefined {
  const both = twoFigures.exec(sentence.slice(0, at));
  if (both?.[1] && both[2]) return { now: Number(both[1]), before: Number(both[2]), readings: [] };
  if (!previous || !/(?:较|比)(?:上年|去年|上一年|20\d{2}年)|同比/.test(sentence)) return undefined;
  const clause = sentence.slice(sentence.lastIndexOf('；', at) + 1, at);
  const claims = report.claims.filter(
    (claim) =>
      claim.about &&
      !claim.scope &&
      claim.unit !== '%' &&
      claim.text.includes(sentence.trim()) &&
      clause.includes(String(claim.value)),
  );
  const only = claims.length === 1 ? claims[0] : undefined;
  const before = only?.about ? printed(previous, only.about) : undefined;
  const now = only?.about ? printed(report, only.about) : undefined;
  if (!only?.about || before === undefined || now === undefined || differs(now, only.value)) return undefined;
  return { now, before, readings: [only.about] };
}
