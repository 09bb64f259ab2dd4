import type { Paragraph } from '../../../model/document.ts';
import type { Claim, Section } from '../../../model/report.ts';
import { claimLexicon } from './claim-lexicon.ts';
import { type Figure, figuresIn } from './figures.ts';
import { ordinalAt } from './ordinals.ts';

const NO_TEXT: readonly number[] = [2, 3, 4];
/** Words farther from a figure than this do not speak of it. */
const NEAR = 90;
const MAY_CLAIM = /[\d０-９]|未|无|没有|零|[一二三四五六七八九十][件起宗]/;

/** The figures that the running text states, and what they speak of where that is plain. */
export function readClaims(sections: readonly Section[], year: number): Claim[] {
  return sections
    .filter((section) => !NO_TEXT.includes(section.number))
    .map((section) => (section.number === 0 ? proseOf(section) : section))
    .flatMap((section) =>
      section.paragraphs.flatMap((paragraph, i) =>
        paragraphClaims(paragraph, headOf(section.paragraphs, i), year).map((claim) => ({
          ...claim,
          section: section.number,
        })),
      ),
    );
}

/** Before part 一 stand also the page's own counts (浏览次数：128次). */
function proseOf(section: Section): Section {
  return { ...section, paragraphs: section.paragraphs.filter((p) => p.text.includes('。')) };
}

/** The sub-heading a paragraph stands under: its own first words, or a line of its own before it. */
function headOf(paragraphs: readonly Paragraph[], at: number): string {
  const own = paragraphs[at]?.text ?? '';
  const before = paragraphs[at - 1]?.text ?? '';
  const head = ordinalAt(own) ? own : ordinalAt(before) && before.length < 30 ? before : own;
  return head.slice(0, 24);
}

function paragraphClaims(paragraph: Paragraph, head: string, year: number): Omit<Claim, 'section'>[] {
  if (!MAY_CLAIM.test(paragraph.text)) return [];
  const underApplications = /依申请/.test(head);
  if (underApplications && /^无[。.]?$/.test(paragraph.text))
    return [
      {
        text: `${head} ${paragraph.text}`,
        value: 0,
        unit: '件',
        about: 'applications.newReceived.total',
        place: paragraph.place,
      },
    ];
  return paragraph.text.split(/(?<=[。！；;])/).flatMap((sentence) => {
    if (!MAY_CLAIM.test(sentence)) return [];
    const context = underApplications ? `依申请公开申请：${sentence}` : sentence;
    const claims = [...zeroClaims(sentence, year), ...figureClaims(sentence, context, year)];
    return claims.map((claim) => ({ ...claim, text: sentence.trim(), place: paragraph.place }));
  });
}

type Bare = Pick<Claim, 'value' | 'unit' | 'about' | 'scope'>;

function zeroClaims(sentence: string, year: number): Bare[] {
  const { zeros } = claimLexicon();
  return zeros.flatMap((zero) => {
    const match = zero.phrase.exec(sentence);
    if (!match) return [];
    const clause = clauseAround(sentence, match.index, match.index + match[0].length);
    if (zero.unless.test(clause) || otherYear(sentence.slice(0, match.index), year)) return [];
    return zero.about.map((about) => ({
      value: 0,
      unit: zero.unit,
      about,
      ...scopeBefore(sentence, match.index),
    }));
  });
}

function figureClaims(sentence: string, context: string, year: number): Bare[] {
  const figures = figuresIn(sentence);
  return figures.map((figure, i) => ({
    value: figure.value,
    unit: figure.unit,
    about: aboutOf(figure, sentence, context, figures[i - 1]?.end ?? 0, year),
    ...scopeBefore(sentence, figure.start),
  }));
}

/** What a figure speaks of; null when the words leave any doubt. */
function aboutOf(
  figure: Figure,
  sentence: string,
  context: string,
  from: number,
  year: number,
): string | null {
  const { phrases, never, approximate } = claimLexicon();
  const before = sentence.slice(Math.max(from, figure.start - NEAR), figure.start).replace(/\s/g, '');
  const printed = sentence.slice(figure.start, figure.end);
  const after = sentence.slice(figure.end);
  if (never.test(before) || approximate.test(after) || /[余多]/.test(printed)) return null;
  if (otherYear(sentence.slice(0, figure.start), year)) return null;
  // 其中网上收到5件: a part of what was counted before.
  if (/其中/.test(before) && /收到|受理|接到|答复|办结/.test(before)) return null;
  const clause = clauseAround(sentence, figure.start, figure.end);
  const found = phrases.find(
    (phrase) =>
      phrase.units.includes(figure.unit) &&
      phrase.needs.test(context) &&
      !phrase.unless.test(clause) &&
      phrase.before.test(before) &&
      !foreignObject(after),
  );
  return found?.about ?? null;
}

/** 收到21件人大建议: what was counted stands behind the figure and is something else. */
function foreignObject(after: string): boolean {
  const object = /^(?:的)?([\u3400-\u9fff]{2,12})/.exec(after)?.[1];
  return (
    object !== undefined &&
    !/申请|案件|复议|诉讼|规范性文件|其中|决定|均|全部|予以|已|答复|办结|结转|分别|包括|当面|同比|较|比/.test(
      object,
    )
  );
}

/** The last year named before the figure is not the report's. */
function otherYear(before: string, year: number): boolean {
  const named = [...before.matchAll(/(?<![\d〔[（(])(20\d{2})年/g)].at(-1)?.[1];
  const digest = /20\d{2}年(?:度)?(?:结转|继续)|结转(?:至|到)?20\d{2}年/.test(before);
  return named !== undefined && Number(named) !== year && !digest;
}

function clauseAround(sentence: string, start: number, end: number): string {
  const from = Math.max(sentence.lastIndexOf('，', start - 1), sentence.lastIndexOf('；', start - 1)) + 1;
  const to = sentence.slice(end).search(/[，。；]/);
  return sentence.slice(from, to < 0 ? undefined : end + to);
}

function scopeBefore(sentence: string, at: number): { scope?: string } {
  const scope = [...sentence.slice(0, at).matchAll(claimLexicon().scope)].at(-1)?.[0];
  return scope ? { scope } : {};
}
