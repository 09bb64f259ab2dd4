import { differs, round } from '../../catalogue/laws.ts';
import type { Finding } from '../../model/finding.ts';
import type { Claim, Report } from '../../model/report.ts';
import { withDigits } from '../../naming/numerals.ts';
import { labelOf, quotations, unitOf } from '../cells.ts';
import type { Check } from '../check.ts';
import { anyDoubtful } from '../doubt.ts';
import { type Figure, figure } from '../figure.ts';
import { percentDiffers } from '../percent.ts';
import { claimsOf } from '../sentences.ts';
import { countsSomethingElse } from './claim-context.ts';
import { organizationFindings } from './organizations.ts';

/** What agencies also count under the words, each as reading ids that are added and taken away. */
interface Other {
  words: RegExp;
  plus: string[];
  minus?: string[];
  /** Not where the figure itself is called new. */
  unlessNew?: boolean;
}

/** 新收申请5件; but not 受理5件（其中新收4件）, where another figure is. */
function calledNew({ text, value, unit }: Claim): boolean {
  const figure = `${value}\\s*${unit}`;
  return new RegExp(
    `新(?:收|增|接|受)[^，。；\\d]{0,24}${figure}|${figure}[^，。；\\d]{0,6}新(?:收|增)`,
  ).test(withDigits(text));
}

/** 收到, 受理 may take in what was carried over; who 答复 counts may leave out what was not answered. */
const others: Readonly<Record<string, Other[]>> = {
  'applications.newReceived.total': [
    { words: /收|受理|接|申请/, plus: ['applications.received.total'], unlessNew: true },
  ],
  'applications.received.total': [{ words: /收|受理|办/, plus: ['applications.newReceived.total'] }],
  // What does not exist is counted under 不掌握 by most and elsewhere under 无法提供 by some.
  'applications.unavailable.notHeld.total': [
    { words: /不存在/, plus: ['applications.unavailable.total'] },
    { words: /不存在/, plus: ['applications.unavailable.mustBeCreated.total'] },
    {
      words: /不存在/,
      plus: ['applications.unavailable.notHeld.total', 'applications.unavailable.mustBeCreated.total'],
    },
  ],
  'applications.handledTotal.total': [
    {
      words: /答复/,
      plus: ['applications.handledTotal.total'],
      minus: ['applications.notProcessed.total', 'applications.otherHandling.total'],
    },
    {
      words: /答复/,
      plus: ['applications.handledTotal.total'],
      minus: ['applications.otherHandling.total'],
    },
    {
      words: /答复/,
      plus: ['applications.handledTotal.total'],
      minus: ['applications.notProcessed.total'],
    },
  ],
};

function fitsOtherwise(report: Report, claim: Claim, id: string): boolean {
  return (others[id] ?? []).some(({ words, plus, minus = [], unlessNew }) => {
    if (!words.test(claim.text) || (unlessNew && calledNew(claim))) return false;
    const figures = plus.map((part) => figure(report, part)?.value);
    if (figures.includes(undefined)) return false;
    const sum = (values: readonly (number | undefined)[]) =>
      values.reduce<number>((all, value) => all + (value ?? 0), 0);
    return !differs(claim.value, sum(figures) - sum(minus.map((part) => figure(report, part)?.value)));
  });
}

/** Called new, counted with what was carried over: a slip of words rather than of figures. */
function withCarriedIn(report: Report, claim: Claim, id: string): boolean {
  const all = figure(report, 'applications.received.total')?.value;
  return id === 'applications.newReceived.total' && all === claim.value;
}

/** 元 in the text against 万元 in the table is the same money; 1.2万件 is rounded. */
function disagrees(claim: Claim, id: string, value: number): boolean {
  const unit = unitOf(id);
  if (claim.unit === '%') return percentDiffers(claim.value, value);
  if (claim.unit === '元' && unit === '万元') return Math.abs(claim.value / 10_000 - value) > 0.005 + 1e-9;
  if (claim.unit === '万元' && unit === '元') return differs(claim.value * 10_000, value);
  const rounded = /(\d+(?:\.\d+)?)万/.exec(claim.text)?.[1];
  if (rounded && round(Number(rounded) * 10_000) === claim.value)
    return Math.abs(claim.value - value) > 10_000 * 10 ** -(rounded.split('.')[1]?.length ?? 0);
  return differs(claim.value, value);
}

function mismatch(report: Report, claim: Claim, id: string): Finding[] {
  const found = figure(report, id);
  if (!found) return blankBeside(report, claim, id);
  if ((claim.unit === '%') !== id.startsWith('rates.')) return [];
  if (!disagrees(claim, id, found.value) || fitsOtherwise(report, claim, id)) return [];
  if (countsSomethingElse(report, claim, id)) return [];
  return [contradiction(report, claim, id, found)];
}

function contradiction(report: Report, claim: Claim, id: string, found: Figure): Finding {
  const computed = claim.unit === '%' ? Math.round(found.value * 100) / 100 : found.value;
  const doubted = anyDoubtful(report, found.parts);
  const carried = withCarriedIn(report, claim, id);
  const where = carried
    ? '；与新收、上年结转之和相同，“新收”不应含上年结转'
    : claim.scope
      ? `；文字所说的是“${claim.scope}”，口径可能不同`
      : '';
  const unsure = doubted ? '；表格读数存疑，请对照原件' : '';
  return {
    rule: 'text-against-table',
    severity: claim.scope || doubted || carried ? 'notice' : 'warning',
    message: `文字写“${labelOf(id)}”${claim.value}${claim.unit}，表格为 ${computed}${unitOf(id)}${where}${unsure}`,
    readings: found.parts.includes(id) ? [id] : [id, ...found.parts],
    printed: claim.value,
    computed,
    quotations: [{ ...claim.place, text: claim.text }, ...quotations(report, found.parts)],
  };
}

/** The text gives a figure, the table leaves the cell empty. */
function blankBeside(report: Report, claim: Claim, id: string): Finding[] {
  if (report.readings[id]?.status !== 'blank' || claim.value === 0) return [];
  return [
    {
      rule: 'text-against-table',
      severity: 'notice',
      message: `文字写“${labelOf(id)}”${claim.value}${claim.unit}，表格该格未填数字`,
      readings: [id],
      printed: claim.value,
      computed: null,
      quotations: [{ ...claim.place, text: claim.text }, ...quotations(report, [id])],
    },
  ];
}

/** The same figure claimed again is one slip: its further places join the first finding's quotations. */
function joined(findings: readonly Finding[]): Finding[] {
  const kept = new Map<string, Finding>();
  for (const finding of findings) {
    const key = `${finding.readings[0]} ${finding.printed}`;
    const first = kept.get(key);
    const [words] = finding.quotations;
    if (!first) kept.set(key, finding);
    else if (words && !first.quotations.some((q) => q.text === words.text))
      first.quotations.splice(1, 0, words);
  }
  return [...kept.values()];
}

export const textAgainstTable: Check = {
  id: 'text-against-table',
  title: '文字与表格不一致',
  formula:
    '总体情况等文字中写明的数量（新收、上年结转、办结、予以公开、不予公开、结转下年、复议、诉讼、比率等，中文数字和“未收到”“无”也算）= 表格相应单元格；“收到”“受理”含上年结转、“答复”不含不予处理的写法视为一致；同一句已写明表格之数，或数字属于上年、下属单位、他类申请、与信息公开无关的复议诉讼的，不作比较',
  severities: ['warning', 'notice'],
  example: '文字写“全年办结 104 件”，表三（七）总计为 101 件。文字讲的是全区或本级、表格读数存疑时只作提示。',
  needs: 'report',
  run: ({ report }) =>
    joined([
      ...claimsOf(report).flatMap((claim) => (claim.about ? mismatch(report, claim, claim.about) : [])),
      ...organizationFindings(report),
    ]),
};
