import type { Place } from '../../model/document.ts';
import type { Finding } from '../../model/finding.ts';
import type { Report } from '../../model/report.ts';
import { printed } from '../cells.ts';
import type { Check } from '../check.ts';
import { figure } from '../figure.ts';
import { numberIn, percentDiffers, twoPlaces } from '../percent.ts';
import { claimsOf, type Sentence, sentencesOf } from '../sentences.ts';

/** 自然人申请18件，占85.71% */
const share =
  /(\d[\d,，]*)\s*件[，,、（(]?(?:约)?占(?:比|[^，。；\d]{0,14}?)(?:的|为|约|达|了)?\s*(\d+(?:\.\d+)?)\s*[%％]/g;
const counts = /(\d[\d,，]*)\s*件/g;
const about = /申请/;
/** Shares of what is counted elsewhere, or of several figures together. */
const never = /合计|两项|三项|建议|提案|信访|热线|留言|办件|许可|处罚|信息的?比/;

/** What a share may be taken of: everything, or all that had one outcome. */
const wholeRows = [
  'newReceived',
  'received',
  'handledTotal',
  'granted',
  'refused',
  'unavailable',
  'notProcessed',
  'otherHandling',
];

/** 占办结量的45%: the words name what the share is of. */
const named: readonly [RegExp, string[]][] = [
  [/占(?:全部)?(?:已)?(?:办结|办理|答复)(?:总)?(?:量|数|件数|件)/, ['handledTotal', 'received']],
  [
    /占(?:全部)?(?:新收|收到|受理|收件)(?:申请)?(?:总)?(?:量|数|件数|件)|占申请(?:总)?(?:量|数|件数)/,
    ['newReceived', 'received'],
  ],
];

function wholes(report: Report, said: string, words: string): number[] {
  const rows = named.find(([pattern]) => pattern.test(said))?.[1];
  const own = (rows ?? []).flatMap((row) => figure(report, `applications.${row}.total`)?.value ?? []);
  const told = [...words.matchAll(rows?.[0] === 'handledTotal' ? handled : received)];
  return own.length > 0
    ? [...told.map((match) => numberIn(match[1] ?? '')), ...own]
    : anyWhole(report, words);
}

const handled = /(?:办结|答复|办理)[^，。；\d]{0,8}(\d[\d,，]*)\s*件/g;
const received = /(?:新收|收到|受理|接收|申请)[^，。；\d]{0,12}(\d[\d,，]*)\s*件/g;
/** 已办结的80件里: the whole of the shares that follow. */
const openingWhole = /(?:办结|答复|办理)(?:完毕)?的\s*(\d[\d,，]*)\s*件(?:申请)?(?:里|中|当中)/;

function anyWhole(report: Report, words: string): number[] {
  const ids = wholeRows.map((row) => `applications.${row}.total`);
  const tables = ids.flatMap((id) => figure(report, id)?.value ?? []);
  return [...[...words.matchAll(counts)].map((match) => numberIn(match[1] ?? '')), ...tables];
}

/** What the sentence, or one before it in its paragraph, says the shares are of. */
function openedBefore(report: Report, sentence: Sentence): string | undefined {
  const all = sentencesOf(report, [sentence.section]).filter(({ place }) => samePlace(place, sentence.place));
  const until = all.slice(0, all.findIndex(({ text }) => text === sentence.text) + 1);
  return until.map(({ text }) => openingWhole.exec(text)?.[1]).findLast((whole) => whole !== undefined);
}

function samePlace(a: Place, b: Place): boolean {
  return a.line === b.line && a.page === b.page;
}

function shareFindings(report: Report, sentence: Sentence): Finding[] {
  const words = `${sentence.before ?? ''}${sentence.text}`;
  const ours = claimsOf(report).filter((claim) => claim.about?.startsWith('applications.'));
  const counted = ours.some((claim) => claim.text === sentence.text);
  if (!(about.test(words) || counted) || never.test(sentence.text)) return [];
  return [...sentence.text.matchAll(share)].flatMap((match): Finding[] => {
    const part = numberIn(match[1] ?? '');
    const claimed = Number(match[2]);
    const possible = wholes(report, match[0], words).filter((whole) => whole >= part && whole > 0);
    if (possible.some((whole) => !percentDiffers(claimed, (part / whole) * 100))) return [];
    const whole = printed(report, 'applications.newReceived.total');
    const claims = ours.some(
      (claim) =>
        claim.about === 'applications.newReceived.total' &&
        (words.includes(claim.text) || (counted && claim.section === sentence.section)) &&
        claim.value === whole,
    );
    if (!whole || whole < part || !claims) return [];
    const opened = openedBefore(report, sentence);
    const of = opened ? numberIn(opened) : whole;
    const computed = twoPlaces((part / of) * 100);
    return [
      {
        rule: 'share-in-text',
        severity: 'warning',
        message: `文字写 ${part} 件占 ${claimed}%，按${opened ? '办结' : '新收'} ${of} 件计算为 ${computed}%`,
        readings: ['applications.newReceived.total'],
        printed: claimed,
        computed,
        quotations: [{ ...sentence.place, text: sentence.text }],
      },
    ];
  });
}

export const shareInText: Check = {
  id: 'share-in-text',
  title: '占比算错',
  formula:
    '文字写明的占比 = 该项件数 / 总数，按所印小数位取舍；总数可为新收、收办、办结、某一类办理结果或同一句中的任一件数，都不相符才提出；写明“占办结量”“占申请总数”的按所写的总数',
  severities: ['warning'],
  example: '文字写“新收 21 件，其中自然人申请 18 件，占 95.7%”，应为 85.7%。',
  needs: 'report',
  run: ({ report }) =>
    sentencesOf(report, [1, 5]).flatMap((sentence) =>
      /占/.test(sentence.text) ? shareFindings(report, sentence) : [],
    ),
};
