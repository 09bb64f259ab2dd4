import { type Line, type LineDamage, plainLine } from './damage.ts';
import { pageBreak } from './text-lines.ts';

const isRow = (line: Line) => line.kind === 'body' && line.ids.length === 7;

/** Damages of the lines of tables that a page's edge or a careless hand makes. */
export const wildLineDamages: LineDamage[] = [
  {
    name: 'figures go on in the next line',
    apply: (lines, random) => {
      const rows = lines.filter(isRow);
      const torn = rows.length ? random.pick(rows) : undefined;
      const padded = random.chance(0.5);
      const apart = random.chance(0.4) ? pageBreak(2, random.int(0, 3)) : [];
      return lines.flatMap((line) => {
        if (line !== torn) return [line];
        const cut = line.first + random.int(2, 5);
        const rest = line.cells.slice(cut);
        const lead = padded ? line.cells.slice(0, line.first).map(() => '') : [];
        const next: Line = {
          ...line,
          cells: [...lead, ...rest],
          first: lead.length,
          ids: line.ids.slice(cut - line.first),
        };
        return [{ ...line, cells: line.cells.slice(0, cut) }, ...apart, next];
      });
    },
  },
  {
    name: 'header cell dropped',
    apply: (lines, random) => {
      const headers = lines.filter((line) => line.kind === 'header');
      const hurt = headers.length ? random.pick(headers) : undefined;
      return lines.map((line) => {
        if (line !== hurt) return line;
        const at = random.int(0, line.cells.length - 1);
        return { ...line, cells: line.cells.filter((_, i) => i !== at) };
      });
    },
  },
  {
    name: 'padding here and there',
    apply: (lines, random) =>
      lines.map((line) =>
        line.kind !== 'plain' && random.chance(0.3)
          ? { ...line, cells: [...line.cells, ...Array.from({ length: random.int(1, 3) }, () => '')] }
          : line,
      ),
  },
  {
    name: 'a row twice at a page break',
    apply: (lines, random) => {
      const rows = lines.filter(isRow);
      const twice = rows.length ? random.pick(rows) : undefined;
      return lines.flatMap((line) => (line === twice ? [line, ...pageBreak(2, 0), line] : [line]));
    },
  },
  {
    name: 'lines of text between rows',
    apply: (lines, random) =>
      lines.flatMap((line) =>
        isRow(line) && random.chance(0.06)
          ? [plainLine(random.pick(['（续上表）', '续表', '单位：件', '政府信息公开工作年度报告'])), line]
          : [line],
      ),
  },
];
