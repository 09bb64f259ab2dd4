import type { Grid } from '../../../model/document.ts';
import { isMeasureLead, isProblemLead } from './part-five-words.ts';

/**
 * The lines of a table of problems and measures, as they would stand without a table: 存在问题, the problems below
 * it, 改进措施, the measures below it; or each row's lead (存在问题 | …) over what stands beside it. Undefined for
 * every other table.
 */
export function problemTableLines(grid: Grid): string[] | undefined {
  const printed = grid.cells.filter((cell) => cell.text.trim());
  const heads = printed.filter((cell) => cell.row === 0 && isLead(cell.text));
  const isTold = (lead: (text: string) => boolean) => heads.some((cell) => lead(cell.text));
  if (isTold(isProblemLead) && isTold(isMeasureLead)) {
    return heads.flatMap((head) => {
      const below = printed.filter((cell) => cell.row > 0 && cell.column === head.column);
      return [`${head.text.trim()}：`, ...below.flatMap((cell) => cell.text.split('\n'))];
    });
  }
  const leads = printed.filter((cell) => cell.column === 0 && isLead(cell.text));
  if (leads.length < 2 || leads.length < grid.rows) return undefined;
  return printed.flatMap((cell) =>
    leads.includes(cell) ? [`${cell.text.trim()}：`] : cell.text.split('\n'),
  );
}

function isLead(text: string): boolean {
  return text.trim().length < 20 && (isProblemLead(text) || isMeasureLead(text));
}
