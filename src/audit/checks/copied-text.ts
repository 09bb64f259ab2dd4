import type { Finding } from '../../model/finding.ts';
import type { Report, SectionNumber } from '../../model/report.ts';
import type { Check } from '../check.ts';
import { type Sentence, sentencesOf, tellingLength, wordsOnly } from '../sentences.ts';

/** From this share of a part's telling sentences on, the part is called copied. */
const share = 0.6;
const fewest = 3;

interface Copy {
  pairs: { now: Sentence; earlier: Sentence }[];
  of: number;
}

function copies(now: readonly Sentence[], then: readonly Sentence[]): Copy {
  const known = new Map(then.map((sentence) => [wordsOnly(sentence.text), sentence]));
  const telling = now.filter((sentence) => wordsOnly(sentence.text).length >= tellingLength);
  const pairs = telling.flatMap((sentence) => {
    const same = known.get(wordsOnly(sentence.text));
    return same ? [{ now: sentence, earlier: same }] : [];
  });
  return { pairs, of: telling.length };
}

/** Side by side: this report's sentence, then the other's. */
function sideBySide(pairs: Copy['pairs'], other: string) {
  return pairs.slice(0, 5).flatMap(({ now, earlier }) => [
    { ...now.place, text: now.text },
    { ...earlier.place, text: `（${other}）${earlier.text}` },
  ]);
}

const parts: [SectionNumber, string][] = [
  [1, '总体情况'],
  [5, '存在的主要问题及改进情况'],
];

export const copiedFromLastYear: Check = {
  id: 'copied-from-last-year',
  title: '文字照抄上一年',
  formula: `一、五两部分中与上一年年报相同的句子（不计年份、数字和标点）占比达到 ${share * 100}%，且不少于 ${fewest} 句`,
  severities: ['warning'],
  example: '第五部分 6 句中有 5 句与上一年年报相同。',
  needs: 'previous',
  run: ({ report, previous }) => {
    if (!previous) return [];
    return parts.flatMap(([number, title]): Finding[] => {
      const { pairs, of } = copies(sentencesOf(report, [number]), sentencesOf(previous, [number]));
      if (pairs.length < fewest || pairs.length < of * share) return [];
      return [
        {
          rule: 'copied-from-last-year',
          severity: 'warning',
          message: `“${title}”部分 ${of} 句中有 ${pairs.length} 句与 ${previous.year} 年年报相同（${Math.round((pairs.length / of) * 100)}%）`,
          readings: [],
          printed: null,
          computed: null,
          quotations: sideBySide(pairs, `${previous.year}年年报`),
        },
      ];
    });
  },
};

/** The longest sentences say most; more than this many would cost more than they tell. */
const probes = 4;

export const sameTextElsewhere: Check = {
  id: 'same-text-elsewhere',
  title: '与其他机关的文字雷同',
  formula: `一、五两部分中与另一机关年报相同的句子占比达到 ${share * 100}%，且不少于 ${fewest} 句`,
  severities: ['warning'],
  example: '两个镇的第五部分除镇名外逐句相同。',
  needs: 'library',
  run: ({ report, library }) => {
    if (!library) return [];
    const own = sentencesOf(report, [1, 5]);
    const longest = [...own].sort((a, b) => b.text.length - a.text.length).slice(0, probes);
    const others = new Set<string>();
    for (const sentence of longest) {
      if (wordsOnly(sentence.text).length < tellingLength) continue;
      for (const hit of library.searchPassages(sentence.text, { limit: 5 })) {
        const alike = wordsOnly(hit.text).includes(wordsOnly(sentence.text));
        if (alike && hit.agencyId !== report.agency.id) others.add(hit.reportId);
      }
    }
    return [...others].flatMap((id) => compare(report, own, library.report(id)));
  },
};

function compare(report: Report, own: readonly Sentence[], other: Report | undefined): Finding[] {
  if (!other || other.id === report.id) return [];
  const { pairs, of } = copies(own, sentencesOf(other, [1, 5]));
  if (pairs.length < fewest || pairs.length < of * share) return [];
  return [
    {
      rule: 'same-text-elsewhere',
      severity: 'warning',
      message: `文字 ${of} 句中有 ${pairs.length} 句与${other.agency.name} ${other.year} 年年报相同（${Math.round((pairs.length / of) * 100)}%）`,
      readings: [],
      printed: null,
      computed: null,
      quotations: sideBySide(pairs, `${other.agency.name}${other.year}年年报`),
    },
  ];
}
