/** `| a | b |` → ['a', 'b']; undefined for a line that is no row. A pipe after a backslash belongs to the text. */
export function pipeCells(line: string): string[] | undefined {
  const text = line.trim();
  const pipes = text.match(/(?<!\\)\|/g)?.length ?? 0;
  if (pipes < 2 && !(pipes === 1 && /^\||\|$/.test(text))) return undefined;
  return text
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
    .split(/(?<!\\)\|/)
    .map((cell) => plainMarkdown(cell.replace(/<br\s*\/?>/gi, ' ').replace(/&nbsp;/g, ' ')));
}

/** `| --- | :-: |` stands between a header and its rows and says nothing. */
export function isSeparatorRow(cells: readonly string[]): boolean {
  const rules = cells.map((cell) => cell.trim());
  return (
    rules.length > 1 &&
    rules.every((cell) => /^:?-+:?$/.test(cell)) &&
    rules.some((cell) => /:|---/.test(cell))
  );
}

/** A line without its marks: `**…**`, `## `, `> `, `- ` before words, backslashes before punctuation. */
export function plainMarkdown(line: string): string {
  return line
    .replaceAll('**', '')
    .replace(/^\s*#{1,6}\s+/, '')
    .replace(/^\s*>\s+/, '')
    .replace(/^\s*[-*+•]\s+(?=[\u3400-\u9fff（(“《])/, '')
    .replace(/\\(?=[\\`*_{}[\]()#+\-.!|~>])/g, '')
    .trim();
}
