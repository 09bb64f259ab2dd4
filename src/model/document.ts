/**
 * What every decoder yields: the report as a sequence of blocks, each with the place it stood at.
 * Nothing here knows what a report means; that is `ingest/map`.
 */

/** Where something stood in its source: a line (text, web page, word file) or a page (PDF); both count from 1. */
export interface Place {
  line?: number;
  page?: number;
}

export interface Paragraph {
  text: string;
  place: Place;
}

/** One cell as drawn. `row` and `column` count from 0; a cell that spans covers `rowSpan` × `columnSpan`. */
export interface Cell {
  text: string;
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  place: Place;
}

export interface Grid {
  rows: number;
  columns: number;
  cells: Cell[];
  /**
   * True when the columns are known (ruling lines, table markup); false when rows are only lists of cells whose
   * columns may have slipped (tab-separated text), so that `column` is no more than the order in the row.
   */
  exact: boolean;
}

export type Block =
  | { kind: 'paragraph'; text: string; place: Place }
  | { kind: 'grid'; grid: Grid; place: Place };

export type Format = 'txt' | 'md' | 'html' | 'docx' | 'doc' | 'pdf';

export interface SourceDocument {
  format: Format;
  blocks: Block[];
  /** The title a format keeps beside its text (HTML title, document properties), if any. */
  title?: string;
  warnings: Warning[];
}

/** Trouble that did not stop the reading. `code` is stable and kebab-case; `message` is Chinese, for people. */
export interface Warning {
  code: string;
  message: string;
  place?: Place;
  /** The row or text as it stood, when the doubt is about one. */
  raw?: string;
  /** Reading ids the doubt concerns. */
  readings?: string[];
}
