/** Groups whose text is not the document's. */
const skipped = new Set(
  'fonttbl colortbl stylesheet listtable listoverridetable revtbl rsidtbl info pict object header headerl headerr headerf footer footerl footerr footerf footnote annotation fldinst nonshppict nonesttables xe tc themedata datastore sp shprslt'.split(
    ' ',
  ),
);

/** Groups that programs may leave out (`\*`) and that hold text of the document all the same. */
const optionalText = new Set(['nesttableprops', 'shpinst', 'shptxt']);

/** Hidden, deleted with changes tracked, or struck out: what is struck out does not hold any more. */
const unprinted = new Set(['v', 'deleted', 'strike', 'striked']);

/** What holds inside a pair of braces and ends with it. */
export interface Group {
  skip: boolean;
  /** Why its text is not printed. */
  unseen: ReadonlySet<string>;
  /** How many characters stand in for one `\u`. */
  substitutes: number;
  /** How many tables the paragraph stands in. */
  depth: number;
  /** It is the text of a text box. */
  box: boolean;
  /** It tells how a row of a table inside a table is drawn. */
  inner: boolean;
}

export const outermost: Group = {
  skip: false,
  unseen: new Set(),
  substitutes: 1,
  depth: 0,
  box: false,
  inner: false,
};

/** What a control word changes in its group. @param optional it stands behind `\*` */
export function changeGroup(group: Group, word: string, number: number | undefined, optional: boolean): void {
  if (skipped.has(word) || (optional && !optionalText.has(word))) group.skip = true;
  if (unprinted.has(word)) {
    const others = [...group.unseen].filter((reason) => reason !== word);
    group.unseen = new Set(number === 0 ? others : [...others, word]);
  } else if (word === 'plain') group.unseen = new Set();
  else if (word === 'uc') group.substitutes = number ?? 1;
  else if (word === 'nesttableprops') group.inner = true;
  else if (word === 'pard') group.depth = 0;
  else if (word === 'intbl') group.depth = Math.max(1, group.depth);
  else if (word === 'itap') group.depth = Math.min(number ?? 1, 64);
}
