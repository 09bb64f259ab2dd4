import { type Line, type LineDamage, plainLine } from './damage.ts';
import type { Random } from './random.ts';
import { pageBreak } from './text-lines.ts';

const isBody = (line: Line) => line.kind === 'body';

function eachBody(lines: Line[], random: Random, share: number, change: (line: Line) => Line[]): Line[] {
  return lines.flatMap((line) => (isBody(line) && random.chance(share) ? change(line) : [line]));
}

/** The last label of a line and where it stands. */
function labelOf(line: Line): { at: number; text: string } {
  const at = line.cells.slice(0, line.first).findLastIndex((cell) => cell !== '');
  return { at, text: line.cells[at] ?? '' };
}

function withCell(line: Line, at: number, text: string): Line {
  return { ...line, cells: line.cells.map((cell, i) => (i === at ? text : cell)) };
}

function isAllZero(line: Line): boolean {
  return line.ids.length === 7 && line.cells.slice(line.first).every((cell) => cell === '0');
}

/** Damages of tables that became lines of text. */
export const lineDamages: LineDamage[] = [
  {
    name: 'label columns merged',
    apply: (lines, random) =>
      eachBody(lines, random, 1, (line) => {
        const { at } = labelOf(line);
        if (line.first - at < 2 || line.first < 3) return [line];
        const cells = [...line.cells.slice(0, at + 1), ...line.cells.slice(at + 2), ''];
        return [{ ...line, cells, first: line.first - 1 }];
      }),
  },
  {
    name: 'leading tabs lost',
    apply: (lines, random) =>
      eachBody(lines, random, 0.3, (line) => {
        const { at } = labelOf(line);
        return at < 1 ? [line] : [{ ...line, cells: line.cells.slice(at), first: line.first - at }];
      }),
  },
  {
    name: 'trailing padding',
    apply: (lines, random) => {
      const padding = Array.from({ length: random.int(1, 3) }, () => '');
      return lines.map((line) =>
        line.kind === 'plain' ? line : { ...line, cells: [...line.cells, ...padding] },
      );
    },
  },
  {
    name: 'label goes on behind the figures',
    apply: (lines, random) =>
      eachBody(lines, random, 0.12, (line) => {
        const { at, text } = labelOf(line);
        if (text.length < 10) return [line];
        const cut = random.int(6, text.length - 3);
        const rest = text.slice(cut);
        const next = line.cells.map((_, i) => (i === at ? rest : ''));
        const following: Line = random.chance(0.5)
          ? plainLine(rest)
          : { ...line, cells: next, ids: [], kind: 'plain' };
        return [withCell(line, at, text.slice(0, cut)), following];
      }),
  },
  {
    name: 'label on a line before the figures',
    apply: (lines, random) =>
      eachBody(lines, random, 0.12, (line) => {
        const { at, text } = labelOf(line);
        if (text.length < 6) return [line];
        const cut = random.chance(0.5) ? text.length : random.int(3, text.length - 2);
        return [plainLine(text.slice(0, cut)), withCell(line, at, text.slice(cut))];
      }),
  },
  {
    name: 'figures between the lines of a label',
    apply: (lines, random) =>
      eachBody(lines, random, 0.12, (line) => {
        const { at, text } = labelOf(line);
        if (text.length < 10) return [line];
        const cut = random.int(4, text.length - 3);
        return [plainLine(text.slice(0, cut)), withCell(line, at, ''), plainLine(text.slice(cut))];
      }),
  },
  {
    name: 'page breaks inside tables',
    apply: (lines, random) => {
      const style = random.int(0, 3);
      let page = 1;
      return lines.flatMap((line, i) =>
        i && random.chance(0.08) ? [...pageBreak(++page, style), line] : [line],
      );
    },
  },
  {
    name: 'header repeated behind a page break',
    apply: (lines, random) => {
      const header = lines.slice(0, 3).filter((line) => line.kind === 'header');
      const body = lines.flatMap((line, i) =>
        isBody(line) && line.ids.length === 7 && lines[i - 1]?.kind === 'body' ? [i] : [],
      );
      if (header.length < 3 || !body.length) return lines;
      const at = random.pick(body);
      return [...lines.slice(0, at), ...pageBreak(2, 0), ...header, ...lines.slice(at)];
    },
  },
  {
    name: 'vertical heading beside the rows',
    apply: (lines) => {
      const at = lines.findIndex((line) => line.cells[0]?.includes('办理'));
      const first = lines[at];
      if (!first) return lines;
      const letters = [...(first.cells[0] ?? '')].map(plainLine);
      const rest = lines.slice(at).map((line, i) => (i === 0 ? withCell(line, 0, '') : line));
      return [...lines.slice(0, at), ...rest.flatMap((line, i) => [line, ...letters.slice(i, i + 1)])];
    },
  },
  {
    name: 'label over two cells',
    apply: (lines, random) =>
      eachBody(lines, random, 0.5, (line) => {
        const { at, text } = labelOf(line);
        if (line.cells[at + 1] !== '' || at + 1 >= line.first || text.length < 6) return [line];
        const cut = random.int(2, text.length - 2);
        return [withCell(withCell(line, at, text.slice(0, cut)), at + 1, text.slice(cut))];
      }),
  },
  {
    name: 'one zero too many',
    apply: (lines, random) =>
      eachBody(lines, random, 0.3, (line) =>
        isAllZero(line) ? [{ ...line, cells: [...line.cells, '0'] }] : [line],
      ),
  },
  {
    name: 'marks of Markdown left over',
    apply: (lines, random) =>
      lines.map((line) => ({
        ...line,
        cells: line.cells.map((cell) => (cell && random.chance(0.2) ? `**${cell}**` : cell)),
      })),
  },
  {
    name: 'a row missing',
    apply: (lines, random, report) => {
      const at = random.pick(lines.flatMap((line, i) => (line.ids.length === 7 ? [i] : [])).concat(-1));
      for (const id of lines[at]?.ids ?? []) report.cells.delete(id);
      return lines.filter((_, i) => i !== at);
    },
  },
  {
    name: 'a figure dropped',
    lossy: true,
    apply: (lines, random) => {
      const rows = lines.flatMap((line, i) => (line.ids.length === 7 ? [i] : []));
      const at = rows.length ? random.pick(rows) : -1;
      return lines.map((line, i) => {
        const lost = random.int(0, 6);
        return i === at ? { ...line, cells: line.cells.filter((_, c) => c !== line.first + lost) } : line;
      });
    },
  },
  {
    name: 'a figure printed twice',
    lossy: true,
    apply: (lines, random) => {
      const rows = lines.flatMap((line, i) => (line.ids.length === 7 ? [i] : []));
      const at = rows.length ? random.pick(rows) : -1;
      return lines.map((line, i) => {
        if (i !== at) return line;
        const twice = line.first + random.int(0, 6);
        return { ...line, cells: [...line.cells.slice(0, twice + 1), ...line.cells.slice(twice)] };
      });
    },
  },
];
