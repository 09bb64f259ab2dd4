import type { Block, Warning } from '../../../model/document.ts';
import type { Reading, ReadingId } from '../../../model/report.ts';
import type { RowCell, TableRow } from './stream.ts';

/** What one table gives. */
export interface Outcome {
  readings: Record<ReadingId, Reading>;
  warnings: Warning[];
  blocks: Set<Block>;
}

export function emptyOutcome(): Outcome {
  return { readings: {}, warnings: [], blocks: new Set() };
}

/** Keeps a cell as printed. Text where a number should stand is blank, and a warning says so. */
export function keepReading(
  outcome: Outcome,
  id: ReadingId,
  cell: RowCell,
  row: TableRow,
  text: string,
): void {
  const { value } = cell;
  outcome.readings[id] = {
    value: value.kind === 'number' ? value.value : null,
    raw: cell.text,
    status: value.kind === 'number' ? 'reported' : 'blank',
    source: { ...row.place, text },
  };
  if (value.kind !== 'text') return;
  outcome.warnings.push({
    code: 'value-unreadable',
    message: `格内印的不是数字：“${cell.text}”，按空白处理`,
    place: row.place,
    raw: text,
    readings: [id],
  });
}
