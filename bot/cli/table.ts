import stringWidth from 'string-width';

/** Columns under each other on a terminal, where a Chinese character is two wide. The first row is the heading. */
export function table(rows: string[][], align: ('left' | 'right')[]): string {
  const widths = align.map((_, c) => Math.max(...rows.map((row) => stringWidth(row[c] ?? ''))));
  return rows
    .map((row) =>
      row
        .map((cell, c) => {
          const space = ' '.repeat((widths[c] ?? 0) - stringWidth(cell));
          return align[c] === 'right' ? space + cell : cell + space;
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
