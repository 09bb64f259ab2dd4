/** A figure or a sign for nothing. */
export const value = /^(?:[+-]?[\d０-９][\d０-９,，.．]*(?:件|项|元|万元)?|[/／—–－-]+|无)$/;

/** `- 3 -`, `— 3 —`, `第 3 页`, `3`, `3/5`. */
export function isPageNumber(text: string): boolean {
  const bare = text.trim();
  if (bare.length > 30) return false;
  return /^(?:[-—–－·]*\s*\d{1,3}\s*[-—–－·]*|第\s*\d{1,3}\s*页(?:[,，/\s]*共\s*\d{1,3}\s*页)?|\d{1,3}\s*\/\s*\d{1,3})$/.test(
    bare,
  );
}

/**
 * The cells of a line of tab-separated text, padding included; undefined for a line that is none. A tab in front
 * of a sentence is an indentation, but in front of a short text inside a table it is an empty cell.
 */
export function tabCells(line: string, inside: boolean): string[] | undefined {
  if (!line.includes('\t')) return undefined;
  const bare = line.trim();
  if (!bare) return inside ? line.split('\t').map((cell) => cell.trim()) : undefined;
  const indented = /^[\s\u3000]*\S[^\t]*$/.test(line);
  if (indented && (!inside || bare.length > 60 || /[。；]/.test(bare))) return undefined;
  return line.split('\t').map((cell) => cell.trim());
}

const cellPatterns = {
  ',': /,(?:"((?:[^"]|"")*)"|([^,]*))/g,
  ';': /;(?:"((?:[^"]|"")*)"|([^;]*))/g,
};

/** Values between commas or semicolons, quotes allowed. A row ends with at least two cells that hold a value or nothing. */
export function commaCells(line: string): string[] | undefined {
  const separator = /;.*;/.test(line) && !line.includes(',') ? ';' : ',';
  if (line.split(separator).length < 3 || line.includes('。')) return undefined;
  const cells = [...`${separator}${line}`.matchAll(cellPatterns[separator])].map((m) =>
    (m[1]?.replaceAll('""', '"') ?? m[2] ?? '').trim(),
  );
  // Figures with thousands separators, parted by spaces.
  if (cells.some((cell) => /\d\s+\d/.test(cell))) return undefined;
  const tail = cells.slice(-2);
  const short = cells.every((cell) => cell.length < 60);
  const header = cells.length > 3 && cells.every((cell) => cell.length < 20);
  return short && (header || tail.every((cell) => cell === '' || value.test(cell))) ? cells : undefined;
}
