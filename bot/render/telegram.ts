import type { Answer, AnswerBlock } from '../../src/model/answer.ts';
import { narrowTable } from './narrow-table.ts';
import { type Piece, split } from './telegram-split.ts';

export interface TelegramMessage {
  /** For `parse_mode: HTML`. */
  html: string;
  /** The same without markup, for when Telegram refuses it. */
  plain: string;
}

/**
 * An answer as Telegram messages in reading order, each within the limit of 4,096 UTF-16 units; the parts of tables,
 * lists and quotations stay whole where they can, and a table cut in two repeats its header.
 */
export function renderTelegram(answer: Pick<Answer, 'blocks'>): TelegramMessage[] {
  return split(answer.blocks.flatMap(pieces));
}

/** The only characters that Telegram's HTML gives a meaning to in text. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function pieces(block: AnswerBlock): Piece[] {
  switch (block.kind) {
    case 'headline':
      return [{ open: '<b>', close: '</b>', lines: block.text.split('\n') }];
    case 'text':
      return [{ open: '', close: '', lines: block.text.split('\n') }];
    case 'note':
      return [{ open: '<i>', close: '</i>', lines: block.text.split('\n') }];
    case 'list':
      return [
        {
          open: '',
          close: '',
          lines: block.items.map((item, i) => `${block.ordered ? `${i + 1}.` : '•'} ${item}`),
        },
      ];
    case 'quote':
      return [
        ...(block.source ? [{ open: '', close: '', lines: [block.source] }] : []),
        ...(block.text
          ? [{ open: '<blockquote expandable>', close: '</blockquote>', lines: block.text.split('\n') }]
          : []),
      ];
    case 'table':
      return [tablePiece(block)];
  }
}

/** Aligned in a fixed-width font; where that is too wide for a phone, one entry under the other. */
function tablePiece(table: Extract<AnswerBlock, { kind: 'table' }>): Piece {
  const rows = narrowTable(table);
  if (rows) {
    const [header = [], ...body] = rows;
    return {
      open: '<pre>',
      close: '</pre>',
      header: header.join('\n'),
      lines: body.map((row) => row.join('\n')),
    };
  }
  const lines = table.rows.map((row) =>
    [row[0] ?? '', ...row.slice(1).map((cell, i) => `  ${table.header[i + 1] ?? ''}：${cell}`)].join('\n'),
  );
  return { open: '', close: '', lines };
}
