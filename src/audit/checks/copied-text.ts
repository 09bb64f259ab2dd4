import type { Finding } from '../../model/finding.ts';
import type { Library } from '../../model/library.ts';
import type { Report, SectionNumber } from '../../model/report.ts';
import type { Check } from '../check.ts';
import { type Sentence, sentencesOf, tellingLength, wordsOnly } from '../sentences.ts';

/** From this share of a part's telling sentences on, the part is called copied. */
const share = 0.6;
/** So many sentences, or two that hold so many characters of words. */
const fewest = 3;
const long = 100;

interface Copy {
  pairs: { now: Sentence; other: Sentence }[];
  of: number;
}

/** The words of a report's sentences without its own names: what only changes the name is a copy too. */
function wordsOf(report: Report): (text: string) => string {
  const { name, aliases, region } = report.agency;
  const names = [name, ...aliases, ...Object.values(region)]
    .filter((text) => text.length > 1)
    .sort((a, b) => b.length - a.length);
  const parts = names.map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const own = new RegExp([...parts, '[我本全][乡镇局县区市]', '街道(?:办事处)?'].join('|'), 'g');
  return (text) => wordsOnly(text.replace(own, ''));
}

function copies(report: Report, other: Report, sections: readonly SectionNumber[]): Copy {
  const [ours, theirs] = [wordsOf(report), wordsOf(other)];
  const known = new Map(sentencesOf(other, sections).map((sentence) => [theirs(sentence.text), sentence]));
  // A sentence that a report repeats is still one sentence.
  const telling = new Map(
    sentencesOf(report, sections)
      .filter(({ text }) => wordsOnly(text).length >= tellingLength)
      .map((sentence) => [ours(sentence.text), sentence]),
  );
  const pairs = [...telling].flatMap(([words, now]) => {
    const same = known.get(words);
    return same ? [{ now, other: same }] : [];
  });
  return { pairs, of: telling.size };
}

function enough(pairs: Copy['pairs']): boolean {
  const words = pairs.reduce((sum, { now }) => sum + wordsOnly(now.text).length, 0);
  return pairs.length >= fewest || (pairs.length > 1 && words >= long);
}

/** Side by side: this report's sentence, then the other's. */
function copyFinding(rule: string, what: string, { pairs, of }: Copy, other: string): Finding[] {
  if (!enough(pairs) || pairs.length < of * share) return [];
  const percent = Math.round((pairs.length / of) * 100);
  return [
    {
      rule,
      severity: 'warning',
      message: `${what} ${of} 句中有 ${pairs.length} 句与${other}相同（${percent}%）`,
      readings: [],
      printed: null,
      computed: null,
      quotations: pairs.slice(0, 5).flatMap((pair) => [
        { ...pair.now.place, text: pair.now.text },
        { ...pair.other.place, text: `（${other}）${pair.other.text}` },
      ]),
    },
  ];
}

const parts: [SectionNumber, string][] = [
  [1, '总体情况'],
  [5, '存在的主要问题及改进情况'],
];

export const copiedFromLastYear: Check = {
  id: 'copied-from-last-year',
  title: '文字照抄上一年',
  formula: `一、五两部分中与上一年年报相同的句子（不计年份、数字和标点）占比达到 ${share * 100}%，且不少于 ${fewest} 句（长句 2 句）；并列列出两年的句子`,
  severities: ['warning'],
  example: '第五部分 6 句中有 5 句与上一年年报相同。',
  needs: 'previous',
  run: ({ report, previous }) =>
    previous
      ? parts.flatMap(([number, title]) =>
          copyFinding(
            'copied-from-last-year',
            `“${title}”部分`,
            copies(report, previous, [number]),
            `${previous.year}年年报`,
          ),
        )
      : [],
};

/** The longest sentences say most; more than this many would cost more than they tell. */
const probes = 3;
/** So many characters of a sentence find it again. */
const probeLength = 40;
/** Other reports that are read whole at the most. */
const candidates = 4;

/** Reports of other agencies in which the longest sentences are found again, most of them first. */
function alike(report: Report, library: Library): string[] {
  const words = wordsOf(report);
  const longest = sentencesOf(report, [1, 5])
    .filter(({ text }) => wordsOnly(text).length >= tellingLength)
    .sort((a, b) => b.text.length - a.text.length)
    .slice(0, probes);
  const found = new Map<string, number>();
  for (const { text } of longest) {
    const probe = words(text);
    for (const hit of library.searchPassages(text.slice(0, probeLength), { limit: 5, sections: [1, 5] })) {
      if (hit.agencyId === report.agency.id || !overlaps(probe, hit.text)) continue;
      found.set(hit.reportId, (found.get(hit.reportId) ?? 0) + 1);
    }
  }
  const best = [...found].sort((a, b) => b[1] - a[1]).slice(0, candidates);
  return best.map(([id]) => id);
}

/** Most pairs of characters again: what differs may be the other's name. */
function overlaps(probe: string, text: string): boolean {
  let [same, all] = [0, 0];
  const other = wordsOnly(text);
  for (let i = 0; i + 2 <= probe.length; i++, all++) if (other.includes(probe.slice(i, i + 2))) same++;
  return same >= all * 0.8;
}

export const sameTextElsewhere: Check = {
  id: 'same-text-elsewhere',
  title: '与其他机关的文字雷同',
  formula: `一、五两部分中与另一机关年报相同的句子（不计机关名称、年份、数字和标点）占比达到 ${share * 100}%，且不少于 ${fewest} 句（长句 2 句）`,
  severities: ['warning'],
  example: '两个镇的第五部分除镇名外逐句相同。',
  needs: 'library',
  run: ({ report, library }) => {
    if (!library) return [];
    return alike(report, library).flatMap((id) => {
      const other = library.report(id);
      if (!other || other.id === report.id) return [];
      const name = `${other.agency.name}${other.year}年年报`;
      return copyFinding('same-text-elsewhere', '文字', copies(report, other, [1, 5]), name);
    });
  },
};
