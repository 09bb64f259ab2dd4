import stringWidth from 'string-width';
import type { AnswerBlock } from '../model/answer.ts';

/** How the parts of an answer are dressed; the plain rendering leaves them as they are. */
export interface Dress {
  headline(text: string): string;
  quote(text: string): string;
  dim(text: string): string;
}

const naked: Dress = { headline: (text) => text, quote: (text) => text, dim: (text) => text };

/** Blocks as lines of text; tables are aligned for a fixed-width font in which a Han character is two wide. */
export function plainText(blocks: readonly AnswerBlock[], dress: Dress = naked): string {
  return blocks.map((block) => blockText(block, dress)).join('\n');
}

function blockText(block: AnswerBlock, dress: Dress): string {
  switch (block.kind) {
    case 'headline':
      return dress.headline(block.text);
    case 'text':
      return block.text;
    case 'note':
      return dress.dim(block.text);
    case 'table':
      return tableText(block, dress);
    case 'list':
      return block.items.map((item, i) => `${block.ordered ? `${i + 1}.` : '·'} ${item}`).join('\n');
    case 'quote':
      return [
        ...(block.source ? [dress.dim(block.source)] : []),
        ...(block.text ? [dress.quote(`「${block.text}」`)] : []),
      ].join('\n');
  }
}

function tableText(table: Extract<AnswerBlock, { kind: 'table' }>, dress: Dress): string {
  const lines = alignTable(table.header, table.rows, table.align);
  return lines.map((line, i) => (i === 0 ? dress.dim(line) : line)).join('\n');
}

/** The header and each row as one line, columns two spaces apart, no white space at the end. */
export function alignTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  align: readonly ('left' | 'right')[],
): string[] {
  const lines = [header, ...rows];
  const widths = header.map((_, column) => Math.max(...lines.map((line) => stringWidth(line[column] ?? ''))));
  return lines.map((line) =>
    line
      .map((cell, column) => {
        const padding = ' '.repeat(Math.max(0, (widths[column] ?? 0) - stringWidth(cell)));
        return align[column] === 'right' ? padding + cell : cell + padding;
      })
      .join('  ')
      .trimEnd(),
  );
}
