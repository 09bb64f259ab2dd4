import type { Paragraph, Place } from '../../../model/document.ts';
import type { Ordinal, OrdinalStyle } from './ordinals.ts';
import { partFiveLexicon } from './part-five-lexicon.ts';
import {
  guess,
  isMeasureLead,
  isProblemLead,
  isVague,
  returnsToProblems,
  startsMeasure,
} from './part-five-words.ts';
import { type Piece, piecesOf } from './pieces.ts';
import { announcedProblems, problemsIn } from './problem-list.ts';

export interface PartFive {
  problems: Paragraph[];
  improvements: Paragraph[];
}

type Mode = 'unknown' | 'problems' | 'improvements';
interface List {
  style: OrdinalStyle;
  number: number;
}
/** Outer numberings first: what is numbered by a later one stands inside an item of an earlier one. */
const RANK: readonly OrdinalStyle[] = ['han', 'hanParen', 'digit', 'digitParen', 'circled', 'is', 'first'];

/** Problems and measures of part 五, item by item, in the words of the report on `year`. */
export function readPartFive(paragraphs: readonly Paragraph[], year: number): PartFive {
  const { none } = partFiveLexicon();
  if (
    none.test(
      paragraphs
        .map((p) => p.text)
        .join('')
        .replace(/\s/g, ''),
    )
  )
    return { problems: [], improvements: [] };
  const pieces = piecesOf(paragraphs, (text) => isProblemLead(text) || isMeasureLead(text));
  const reader = new ItemReader(year);
  pieces.forEach((piece, i) => {
    reader.read(piece, pieces[i + 1]);
  });
  return { problems: reader.problems.map(closed), improvements: reader.improvements.map(closed) };
}

class ItemReader {
  readonly problems: Paragraph[] = [];
  readonly improvements: Paragraph[] = [];
  private mode: Mode = 'unknown';
  /** The numbering in use, while items are numbered. */
  private list: List | undefined;
  /** The list of problems that a measure interrupted: 1. problem, measure; 2. problem, measure. */
  private interrupted: List | undefined;
  private item: Paragraph | undefined;
  private prosePlace: Place | undefined;
  /** A lead came and nothing behind it was read yet. */
  private announced = false;

  constructor(private readonly year: number) {}

  read(piece: Piece, next: Piece | undefined): void {
    const lead = this.leadOf(piece, next);
    if (lead) {
      // 1.公开不规范。存在问题：…: goes on with the problem that the item names.
      if (lead === 'problems' && this.mode === lead && this.list && this.item && !piece.opens) {
        this.item.text += piece.printed;
        return;
      }
      this.turnTo(lead);
      this.announced = true;
      return;
    }
    if (piece.ordinal && this.numbered(piece)) return;
    if (this.beginsMeasures(piece)) {
      this.turnTo('improvements');
      if (next?.ordinal?.number === 1 && !piece.ordinal) return;
      this.prose(piece);
      return;
    }
    if (this.mode === 'improvements' && this.problems.length === 0 && returnsToProblems(piece))
      this.turnTo('problems');
    if (this.list && this.item) this.item.text += piece.printed;
    else this.prose(piece);
  }

  /** A line that only announces what follows. */
  private leadOf(piece: Piece, next: Piece | undefined): Mode | undefined {
    const announces =
      /[：:]$/.test(piece.text) || piece.alone || piece.ordinal || next?.ordinal?.number === 1;
    if (!announces) return undefined;
    const inList = this.list !== undefined && piece.ordinal?.style === this.list.style;
    if (isMeasureLead(piece.text) && !(inList && this.mode === 'improvements')) return 'improvements';
    if (isProblemLead(piece.text) && !(inList && this.mode === 'problems')) return 'problems';
    // 下一步，我局将做好以下工作：一是 …
    const startsList = !piece.ordinal && /[：:，,]$/.test(piece.text) && next?.ordinal;
    if (startsList && !inList && partFiveLexicon().measureStart.test(piece.text)) return 'improvements';
    const colon = startsList && /[：:]$/.test(piece.text);
    return colon && !this.list && this.mode === 'unknown' ? 'problems' : undefined;
  }

  private turnTo(mode: Mode): void {
    if (this.mode === 'problems') this.interrupted = this.list ?? this.interrupted;
    if (this.mode !== mode || mode !== 'unknown') {
      this.list = undefined;
      this.item = undefined;
      this.prosePlace = undefined;
    }
    this.mode = mode;
  }

  /** True when the piece opened a new item. */
  private numbered(piece: Piece): boolean {
    const { ordinal } = piece;
    if (!ordinal) return false;
    if (
      this.list === undefined &&
      this.interrupted?.style === ordinal.style &&
      ordinal.number === this.interrupted.number + 1
    ) {
      this.mode = 'problems';
      this.list = this.interrupted;
    }
    const inner = this.list && RANK.indexOf(ordinal.style) > RANK.indexOf(this.list.style);
    if (inner && this.item && !this.isHeading(ordinal)) return false;
    if (this.mode === 'unknown') this.mode = guess(piece.text);
    else if (this.mode === 'problems' && this.turnsAt(piece.text, ordinal)) this.mode = 'improvements';
    this.list = { style: ordinal.style, number: ordinal.number };
    if (ordinal.number === 1) this.interrupted = undefined;
    this.add(piece.text, piece.place);
    return true;
  }

  /** 1.制度建设方面, then （1）, （2）: the items are those inside, and what names their field is none. */
  private isHeading(inner: Ordinal): boolean {
    const list = this.mode === 'improvements' ? this.improvements : this.problems;
    const heading = list.at(-1) === this.item && /^[^，。；：]{2,16}(?:方面|层面|领域|环节)[。：:]?$/;
    const text = this.item?.text ?? '';
    if (inner.number !== 1 || !heading || !heading.test(text) || partFiveLexicon().problemMark.test(text))
      return false;
    list.pop();
    return true;
  }

  /** Measures without a lead: they begin like measures, or a second list begins that tells no problem. */
  private turnsAt(text: string, ordinal: Ordinal): boolean {
    if (!this.list) return startsMeasure(text);
    return ordinal.number === 1 && ordinal.style === this.list.style && guess(text) === 'improvements';
  }

  /** 下一步 … turns to measures, also inside the item of a problem; not inside a measure. */
  private beginsMeasures(piece: Piece): boolean {
    if (!startsMeasure(piece.text) && !this.speaksOfNextYear(piece)) return false;
    return (
      this.mode !== 'improvements' ||
      (piece.opens && this.list !== undefined && /^下|^今后|^20\d\d/.test(piece.text))
    );
  }

  /** 2024年，我中心… in the report of 2023 is a plan; 2023年 is not. */
  private speaksOfNextYear(piece: Piece): boolean {
    return new RegExp(`^(?:在)?${this.year + 1}年`).test(piece.text);
  }

  private prose(piece: Piece): void {
    if (this.mode === 'improvements') {
      // Measures in running text stay one item a paragraph: their sentences lean on each other.
      if (this.item && this.prosePlace === piece.place) this.item.text += piece.printed;
      else this.add(piece.printed, piece.place);
      this.prosePlace = piece.place;
      return;
    }
    const found = this.announced ? announcedProblems(piece.printed) : problemsIn(piece.printed);
    const first = this.problems.length === 0 || this.announced;
    const announced = this.mode === 'problems' && first && !piece.text.match(/[：:]$/);
    if (
      found.length === 0 &&
      announced &&
      !partFiveLexicon().achievement.test(piece.text) &&
      !isVague(piece.text)
    )
      found.push(piece.printed);
    if (found.length === 0 && this.item && this.prosePlace === piece.place) this.item.text += piece.printed;
    if (found.length > 0) this.mode = 'problems';
    for (const text of found) this.add(text, piece.place);
    this.prosePlace = piece.place;
  }

  private add(text: string, place: Place): void {
    this.announced = false;
    if (partFiveLexicon().none.test(text.replace(/\s/g, ''))) return;
    this.item = { text, place };
    (this.mode === 'improvements' ? this.improvements : this.problems).push(this.item);
  }
}

function closed(item: Paragraph): Paragraph {
  return { text: item.text.replace(/[；;，,、\s]+$/, ''), place: item.place };
}
