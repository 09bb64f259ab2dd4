/** A row of the stream on its way into table 三. */
export interface Item {
  /** The bare label cells, joined. */
  label: string;
  /** Numbers or marks stand in it. */
  valued: boolean;
  /** Nothing but empty cells stands behind the label: a row left blank, or a heading, or a torn label. */
  blank: boolean;
}

/** Items `from`…`to` (exclusive) that may be one official row: one row of values among pieces of a label. */
export interface Group {
  from: number;
  to: number;
  values: number;
  label: string;
  blank: boolean;
  /** What the label ends with, up to the row of values: its last piece, its last two … */
  ends: string[];
  /** The pieces behind the row of values. */
  rest: string[];
  behind: boolean;
}

const mostFragments = 4;

/** Every run of items from `from` on that has one row of values (or one blank row) among fragments of labels. */
export function groupsFrom(items: readonly Item[], from: number): Group[] {
  const groups: Group[] = [];
  let label = '';
  let values = -1;
  const pieces: string[] = [];
  let ends: string[] = [];
  let before = '';
  for (let i = from; i < items.length && i - from <= 2 * mostFragments; i++) {
    const item = items[i];
    if (!item) break;
    if (item.valued) {
      if (values >= 0) break;
      values = i;
      pieces.push(item.label);
      ends = pieces.map((_, k) => pieces.slice(k).join(''));
      before = label;
    }
    if (values < 0 && i - from >= mostFragments) break;
    if (!item.valued) pieces.push(item.label);
    label += item.label;
    if (values >= 0)
      groups.push({
        from,
        to: i + 1,
        values,
        label,
        ends,
        rest: pieces.slice(ends.length),
        behind: !ends.some(Boolean) && !before && label !== '',
        blank: false,
      });
  }
  const first = items[from];
  if (first?.blank) {
    const { label: text } = first;
    groups.push({
      from,
      to: from + 1,
      values: from,
      label: text,
      ends: [text],
      rest: [],
      behind: false,
      blank: true,
    });
  }
  return groups;
}
