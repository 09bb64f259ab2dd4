import type { SheetDamage } from './damage.ts';
import type { GeneratedReport } from './generate-report.ts';
import type { Random } from './random.ts';
import type { Sheet, SheetCell } from './sheet.ts';

const everySheet = (report: GeneratedReport): Sheet[] => Object.values(report.sheets).flat();
const values = (report: GeneratedReport): SheetCell[] =>
  everySheet(report).flatMap((sheet) => sheet.cells.filter((cell) => cell.id));
const labels = (report: GeneratedReport): SheetCell[] =>
  everySheet(report).flatMap((sheet) => sheet.cells.filter((cell) => cell.kind !== 'value' && cell.text));

/** Leaves a cell blank, printed as `mark`. The sums of its row and column cannot be checked any more. */
function blank(report: GeneratedReport, cell: SheetCell, mark: string): void {
  if (!cell.id) return;
  cell.text = mark;
  report.cells.set(cell.id, null);
}

function retype(report: GeneratedReport, change: (text: string) => string): void {
  for (const cell of values(report)) if (/\d/.test(cell.text)) cell.text = change(cell.text);
}

function relabel(
  report: GeneratedReport,
  random: Random,
  share: number,
  change: (text: string) => string,
): void {
  for (const cell of labels(report)) if (random.chance(share)) cell.text = change(cell.text);
}

const isZero = (cell: SheetCell) => cell.text === '0';

/** Damages that any format shows. */
export const sheetDamages: SheetDamage[] = [
  {
    name: 'natural persons left blank',
    apply: (report) => {
      for (const cell of values(report)) if (cell.id?.endsWith('.naturalPerson')) blank(report, cell, '');
    },
  },
  {
    name: 'a column left blank',
    apply: (report, random) => {
      const column = random.pick(['research', 'otherOrganization', 'total']);
      const isIn = (id = '') => id.startsWith('applications.') && id.endsWith(`.${column}`);
      for (const cell of values(report)) if (isIn(cell.id)) blank(report, cell, '');
    },
  },
  {
    name: 'blanks beside zeros',
    apply: (report, random) => {
      for (const cell of values(report)) {
        if (isZero(cell) && random.chance(0.04)) blank(report, cell, '');
      }
    },
  },
  {
    name: 'marks for nothing',
    apply: (report, random) => {
      const mark = random.pick(['/', '-', '—', '无', '－', '--', '——']);
      const share = random.pick([0.1, 1]);
      for (const cell of values(report)) if (isZero(cell) && random.chance(share)) blank(report, cell, mark);
    },
  },
  {
    name: 'a block of table four left blank',
    apply: (report, random) => {
      const block = random.pick(['reconsideration', 'directLitigation', 'litigationAfterReconsideration']);
      for (const cell of values(report)) if (cell.id?.includes(`.${block}.`)) blank(report, cell, '');
    },
  },
  {
    name: 'words in a cell',
    apply: (report, random) => {
      const cell = random.pick(values(report));
      blank(report, cell, random.pick(['见附件', '不适用', '未统计']));
    },
  },
  {
    name: 'full-width digits',
    apply: (report) => retype(report, (text) => text.replace(/[\d.,-]/g, fullWidth)),
  },
  { name: 'thousands separators', apply: (report, random) => separate(report, random.pick([',', '，'])) },
  {
    name: 'units in cells',
    apply: (report) => retype(report, (text) => (text.includes('.') ? text : `${text}件`)),
  },
  {
    name: 'money with its unit',
    apply: (report, random) => {
      const unit = random.pick(['万元', '元', ' 万元']);
      for (const cell of values(report))
        if (cell.id?.endsWith('.amount') && /\d/.test(cell.text)) cell.text += unit;
    },
  },
  {
    name: 'marks of footnotes',
    apply: (report, random) => {
      const mark = random.pick(['①', '*', '[1]', '（注1）', '※']);
      relabel(report, random, 0.1, (text) => (text.length > 6 ? text + mark : text));
    },
  },
  {
    name: 'spaces in words',
    apply: (report, random) =>
      relabel(report, random, 0.4, (text) =>
        text.replace(/(?<=\p{L})(?=\p{L})/gu, () => (random.chance(0.25) ? ' ' : '')),
      ),
  },
  {
    name: 'half-width brackets',
    apply: (report, random) =>
      relabel(report, random, 1, (text) =>
        text
          .replaceAll('（', '(')
          .replaceAll('）', ') ')
          .replaceAll('，', ', ')
          .replace(/^(\d)\./, '$1. '),
      ),
  },
  {
    name: 'slips of reading',
    apply: (report, random) => relabel(report, random, 0.25, (text) => slip(text, random)),
  },
  {
    name: 'other wordings',
    apply: (report) => {
      for (const cell of labels(report)) cell.text = wordings[cell.text] ?? cell.text;
    },
  },
  {
    name: 'header cell missing',
    apply: (report, random) => {
      const lost = random.pick(['自然人', '总计', '其他', '本年废止件数', '法人或其他组织']);
      for (const cell of labels(report)) if (cell.kind === 'header' && cell.text === lost) cell.text = '';
    },
  },
  {
    name: 'numbering lost',
    apply: (report, random) =>
      relabel(report, random, 0.5, (text) => text.replace(/^(?:\d\.|（[一二三四五六七]）)(?=..)/, '')),
  },
];

const wordings: Record<string, string> = {
  行政规范性文件: '规范性文件',
  总计: '合计',
  '（七）总计': '（七）合计',
  本年废止件数: '本年废止件',
  '2.其他法律行政法规禁止公开': '2.其他法律法规禁止公开',
  未经复议直接起诉: '未经复议直接诉讼',
};

function fullWidth(char: string): string {
  return String.fromCharCode(char.charCodeAt(0) + 0xfee0);
}

function separate(report: GeneratedReport, separator: string): void {
  retype(report, (text) => text.replace(/\d(?=(?:\d{3})+(?!\d))(?<!\.\d*)/g, `$&${separator}`));
}

/** One character lost, doubled or taken for another; short labels are left alone, since they would become others. */
function slip(text: string, random: Random): string {
  if (text.length < 6) return text;
  const at = random.int(2, text.length - 2);
  const put = random.pick(['', '止', text[at] ?? '']);
  return text.slice(0, at) + put + text.slice(at + 1);
}
