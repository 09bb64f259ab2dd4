import { catalogue } from '../../../catalogue/catalogue.ts';
import type { Paragraph, Warning } from '../../../model/document.ts';
import type { Claim, Section, SectionNumber } from '../../../model/report.ts';
import { aboutOf, headWords } from './claim-about.ts';
import { claimLexicon } from './claim-lexicon.ts';
import { clauseAround, foreignApplications, otherYear, REACH, scopeBefore } from './claim-words.ts';
import { type Figure, figuresIn } from './figures.ts';
import { ordinalAt } from './ordinals.ts';
import { sentencesOf } from './plain.ts';

/** Beside their tables these parts may hold prose; the opening holds the page's own counts (浏览次数：128次). */
const SENTENCES_ONLY: readonly number[] = [0, 2, 3, 4];
const MAY_CLAIM = /[\d０-９]|未|无|没有|零|[一二三四五六七八九十][件起宗]/;
/** What a sentence of a report may hold; lists of figures far beyond that are no prose. */
const MOST_IN_SENTENCE = 200;
/** A long report states some hundred figures. */
const MOST = 2000;

export interface ClaimsRead {
  claims: Claim[];
  warnings: Warning[];
}

/** The figures that the running text states, and what they speak of where that is plain. */
export function readClaims(sections: readonly Section[], year: number): ClaimsRead {
  const claims: Claim[] = [];
  let cut = false;
  for (const section of sections) {
    const { paragraphs } = SENTENCES_ONLY.includes(section.number) ? proseOf(section) : section;
    for (const [i, paragraph] of paragraphs.entries()) {
      if (claims.length > MOST) break;
      const read = paragraphClaims(paragraph, headOf(paragraphs, i), year, section.number);
      cut ||= read.cut;
      claims.push(...read.claims.map((claim) => ({ ...claim, section: section.number })));
    }
  }
  cut ||= claims.length > MOST;
  const warnings = cut
    ? [
        {
          code: 'too-many-figures',
          message: `文字中的数字多得不像年报，每句只读前 ${MOST_IN_SENTENCE} 个，全文只读前 ${MOST} 个`,
        },
      ]
    : [];
  return { claims: claims.slice(0, MOST), warnings };
}

function proseOf(section: Section): Section {
  return {
    ...section,
    paragraphs: section.paragraphs.filter(
      (p) => /[\u3400-\u9fff）)\d件]。/.test(p.text) && !p.text.includes('\t'),
    ),
  };
}

/** The sub-heading a paragraph stands under: its own first words, or a line of its own before it. */
function headOf(paragraphs: readonly Paragraph[], at: number): string {
  const own = paragraphs[at]?.text ?? '';
  const before = paragraphs[at - 1]?.text ?? '';
  const head = ordinalAt(own) ? own : ordinalAt(before) && before.length < 30 ? before : own;
  return head.slice(0, 24);
}

type Placed = Omit<Claim, 'section'>;

const nothing = /^(?:暂)?无[。.；;]?$/;
/** 2.依申请公开。 */
const nothingUnder = /^.{0,8}依申请公开[^，。；]{0,8}。$/;

function noneUnder(head: string, text: string, place: Placed['place']): Placed {
  const about = 'applications.newReceived.total';
  return { text: `${head.trim()} ${text.trim()}`, value: 0, unit: '件', about, place };
}

function paragraphClaims(
  paragraph: Paragraph,
  head: string,
  year: number,
  part: SectionNumber,
): { claims: Placed[]; cut: boolean } {
  const { text, place } = paragraph;
  if (!MAY_CLAIM.test(text)) return { claims: [], cut: false };
  const headed = /依申请/.test(head);
  if (headed && nothing.test(text)) return { claims: [noneUnder(head, text, place)], cut: false };
  let topic = headed;
  let cut = false;
  const sentences = sentencesOf(text);
  const claims = sentences.flatMap(({ words, printed }, i) => {
    topic = topicAfter(topic, words, year);
    if (!MAY_CLAIM.test(words)) return [];
    const under = sentences[i - 1];
    if (under && nothing.test(words.trim()) && nothingUnder.test(under.words))
      return [noneUnder(under.printed, printed, place)];
    const figures = figuresIn(words, MOST_IN_SENTENCE + 1);
    cut ||= figures.length > MOST_IN_SENTENCE;
    const zeros = zeroClaims(words, topic, year);
    const stated = figureClaims(figures.slice(0, MOST_IN_SENTENCE), words, headWords(part, topic), year);
    const found = [...zeros, ...stated.filter((claim) => !toldByZeros(claim, zeros))];
    return found.map((claim) => ({ ...claim, text: printed.trim(), place }));
  });
  return { claims, cut };
}

/** 行政诉讼0件 is zero for both blocks of table four, and needs not be told once more for their sum. */
function toldByZeros(claim: Bare, zeros: readonly Bare[]): boolean {
  const parts = catalogue().sums.get(claim.about ?? '')?.sumOf ?? [claim.about];
  return claim.value === 0 && parts.every((part) => zeros.some((zero) => zero.about === part));
}

/** Whether a paragraph still speaks of applications in this sentence: 收到申请65件。本年办理结果：予以公开20件。 */
function topicAfter(topic: boolean, sentence: string, year: number): boolean {
  const { opens, unless, turns, heading, goesOn } = claimLexicon(year).topic;
  const words = sentence.slice(0, REACH);
  const opening = opens.exec(words)?.[0];
  if ((opening && !unless.test(opening)) || /依申请/.test(words)) return true;
  const head = heading.exec(words)?.[0];
  if (turns.test(words) || (head && !goesOn.test(head))) return false;
  return topic && (goesOn.test(words) || !/\d/.test(words));
}

type Bare = Pick<Claim, 'value' | 'unit' | 'about' | 'scope'>;

function zeroClaims(sentence: string, topic: boolean, year: number): Bare[] {
  const words = sentence.slice(0, REACH * 4);
  const { zeros, plainWords } = claimLexicon(year);
  return zeros.flatMap((zero) => {
    const match = zero.phrase.exec(words);
    if (!match) return [];
    const clause = clauseAround(words, match.index, match.index + match[0].length);
    if (zero.unless.test(clause) || otherYear(words.slice(0, match.index), year)) return [];
    if (foreignApplications(match[0], plainWords)) return [];
    if (bareDenial.test(match[0]) && !topic && !OWN_SUBJECT.test(words.slice(0, match.index))) return [];
    const scope = scopeBefore(words, match.index, year);
    return zero.about.map((about) => ({ value: 0, unit: zero.unit, about, ...scope }));
  });
}

/** 无申请 denies applications for information only where the sentence or its paragraph speaks of the organ's. */
const bareDenial = /^(?:无|没有)(?:任何|新收|新增)*(?:的)?申请/;
const OWN_SUBJECT = /我|本|全年|年度/;

function figureClaims(figures: readonly Figure[], sentence: string, topic: string, year: number): Bare[] {
  const claims = figures.map((figure, i) => {
    const { value, unit } = figure;
    const about = aboutOf(figure, sentence, figures[i - 1]?.end ?? 0, topic, year);
    return { value, unit, about, ...scopeBefore(sentence, figure.start, year) };
  });
  return [...claims, ...echoClaims(figures, claims, sentence, year)];
}

/** 收到2件，均予以公开: the figure directly before such words is that of the outcome too. */
function echoClaims(
  figures: readonly Figure[],
  claims: readonly Bare[],
  sentence: string,
  year: number,
): Bare[] {
  return claimLexicon(year).echoes.flatMap(({ about, of, phrase }) => {
    const at = sentence.slice(0, REACH).search(phrase);
    const last = at < 0 ? -1 : figures.findLastIndex(({ end }) => end <= at);
    const claim = claims[last];
    return claim?.about && of.includes(claim.about) ? [{ ...claim, about }] : [];
  });
}
