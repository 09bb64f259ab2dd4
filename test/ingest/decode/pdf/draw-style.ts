/** How a report is drawn: the ways that word processors and report generators are known to draw tables. */
export interface DrawStyle {
  /** `lines` strokes, `rects` thin filled rectangles, `boxes` one outline for each cell. */
  border?: 'lines' | 'rects' | 'boxes' | 'horizontal' | 'none';
  fontSize?: number;
  lineWidth?: number;
  /** Free height above and below the text of a cell. */
  padding?: number;
  /** Left and right. */
  margin?: number;
  align?: 'left' | 'center' | 'right';
  /** Distance of the two strokes of a double line. */
  double?: number;
  /** Leaves the last line of the table (on each page) away. */
  noBottom?: boolean;
  noSides?: boolean;
  /** A line through the merged label cells, above this row. */
  strayRow?: number;
  /** Points left away in the middle of each side of each cell. */
  gap?: number;
  /** How far lines stick out at their ends. */
  overshoot?: number;
  landscape?: boolean;
  /** Page turned by /Rotate, in degrees, with the content turned the other way. */
  rotate?: 0 | 90 | 180 | 270;
  /** Prints everything twice with a shift of this many points. */
  fakeBold?: number;
  /** Prints the header rows again on each page. */
  repeatHeader?: boolean;
  /** Cuts this row by a page break: the label's first line before it, all the rest behind. */
  tearRow?: number;
  pageNumber?: (page: number) => string;
  /** Points from the bottom of the page where text and tables end. */
  bottom?: number;
  /** Extra space between characters, as justification puts it. */
  spacing?: number;
}
