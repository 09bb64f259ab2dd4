/** Han characters, and the full-width forms and punctuation that stand among them. */
const CJK = '\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef“”‘’…—';
const BETWEEN = new RegExp(`(?<=[${CJK}])\\s+|\\s+(?=[${CJK}])`, 'gu');

/**
 * The words as printed, without what only the layout put between them: white space beside Chinese characters
 * (`提 高`, `2023 年`), zero-width characters, Markdown emphasis. Latin words keep theirs.
 */
export function joinSpaces(text: string): string {
  return text
    .replace(/[\u200b-\u200f\ufeff\u00ad]/g, '')
    .replace(/\*{2,}|^#{1,6}\s+|(?<=^|\s)__|__(?=\s|$)/g, '')
    .replace(/\s+/g, ' ')
    .replace(BETWEEN, '')
    .trim();
}

/** For matching only: no white space at all, half-width digits, letters and brackets. */
export function compact(text: string): string {
  return text.normalize('NFKC').replace(/[\s*#\u200b\ufeff]/g, '');
}

const FULL: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '(': '（', ')': '）' };

/**
 * For matching only: the punctuation that stands in Chinese text, character for character; pages are often kept
 * with that of Latin text. What stands inside numbers, times and addresses stays.
 */
export function punctuated(text: string): string {
  return text.replace(/(?<![\d\w])[,;:()]|[,;:()](?![\d\w/])|[;()]/g, (mark) => FULL[mark] ?? mark);
}

/** Sentences with their ends: `words` for matching, see `punctuated`, and `printed` as they stand. */
export function sentencesOf(text: string): { words: string; printed: string }[] {
  let end = 0;
  return punctuated(text)
    .split(/(?<=[。！；])/)
    .map((words) => {
      end += words.length;
      return { words, printed: text.slice(end - words.length, end) };
    });
}

/** Display width in Chinese characters: two Latin letters are as wide as one. */
export function widthOf(text: string): number {
  let width = 0;
  for (const c of text) width += c.charCodeAt(0) < 0x2000 ? 0.5 : 1;
  return width;
}
