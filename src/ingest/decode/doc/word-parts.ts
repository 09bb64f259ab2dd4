/** The streams of a Word 97–2003 file and where their parts stand ([MS-DOC] 2.5, `Fib`). */
export interface WordBinary {
  /** The stream WordDocument: header, text, pages of properties. */
  main: Buffer;
  /** The table stream: what says where things are. */
  table: Buffer;
  /** The stream Data: property lists that are too long for their page. */
  data: Buffer;
  /** Characters of the main text. */
  textLength: number;
  /** Where the text of the text boxes begins, behind footnotes, headers and remarks, and how long it is. */
  boxes: { start: number; length: number };
  /** Of text that has one byte a character. */
  charset: string;
  /** Bytes of a paragraph's entry in a page of properties. */
  paragraphEntry: number;
  /** Lists of changes with the codes that Word 97 has. */
  changes(list: Buffer): Buffer;
  /** The bytes of one structure of the table stream by its number in `FibRgFcLcb97`; empty when absent. */
  part(index: number): Buffer;
  /** Where that structure begins in the table stream. */
  offset(index: number): number;
}

/** Numbers of structures in `FibRgFcLcb97`. */
export const parts = {
  styles: 1,
  characters: 12,
  paragraphs: 13,
  pieces: 33,
  anchors: 40,
  boxes: 56,
  lists: 73,
  overrides: 74,
} as const;
