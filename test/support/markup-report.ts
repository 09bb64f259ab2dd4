import { type Catalogue, catalogue } from '../../src/catalogue/catalogue.ts';

/** A report as markup formats hold it: paragraphs and tables whose cells span. */
export type Item = { kind: 'paragraph'; text: string } | { kind: 'table'; rows: SpanCell[][] };

export interface SpanCell {
  text: string;
  rowSpan?: number;
  columnSpan?: number;
}

export interface ReportWords {
  agency: string;
  year: number;
  /** What each official cell prints. */
  print: (id: string) => string;
}

/** A whole report of an agency that does not exist, in the official form of the 2021 edition. */
export function markupReport({ agency, year, print }: ReportWords): Item[] {
  const held = catalogue();
  const paragraph = (text: string): Item => ({ kind: 'paragraph', text });
  return [
    paragraph(`${agency}${year}年政府信息公开工作年度报告`),
    paragraph(
      `根据《中华人民共和国政府信息公开条例》规定，${agency}编制本年度报告。本报告所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。`,
    ),
    paragraph('一、总体情况'),
    paragraph(`（一）主动公开情况。${year}年，我单位通过门户网站主动公开政府信息，及时更新栏目内容。`),
    paragraph('（二）依申请公开情况。依法办理政府信息公开申请，规范答复文书。'),
    paragraph('二、主动公开政府信息情况'),
    { kind: 'table', rows: disclosureRows(held, print) },
    paragraph('三、收到和处理政府信息公开申请情况'),
    { kind: 'table', rows: applicationRows(held, print) },
    paragraph('四、政府信息公开行政复议、行政诉讼情况'),
    { kind: 'table', rows: reviewRows(held, print) },
    paragraph('五、存在的主要问题及改进情况'),
    paragraph('存在的主要问题：一是解读材料形式单一。二是栏目更新不够及时。'),
    paragraph('改进情况：一是丰富解读形式。二是建立更新提醒机制。'),
    paragraph('六、其他需要报告的事项'),
    paragraph('本年度没有收取信息处理费。'),
    paragraph(agency),
    paragraph(`${year + 1}年1月18日`),
  ];
}

type Print = ReportWords['print'];

function disclosureRows(held: Catalogue, print: Print): SpanCell[][] {
  const rows: SpanCell[][] = [];
  let article = '';
  let header = '';
  for (const row of held.editions.get('2021')?.disclosure.rows ?? []) {
    const wide = 3 / row.columns.length;
    if (row.article !== article) rows.push([{ text: row.article, columnSpan: 4 }]);
    const labels = row.columns.map((column) => column.label).join();
    if (row.article !== article || labels !== header) {
      rows.push([
        { text: '信息内容' },
        ...row.columns.map(({ label }) => ({ text: label, columnSpan: wide })),
      ]);
    }
    article = row.article;
    header = labels;
    const cells = row.columns.map(({ key }) => ({
      text: print(`disclosure.${row.key}.${key}`),
      columnSpan: wide,
    }));
    rows.push([{ text: row.label }, ...cells]);
  }
  return rows;
}

function applicationRows(held: Catalogue, print: Print): SpanCell[][] {
  const data = held.editions.get('2021')?.applications;
  const columns = data?.columns ?? [];
  const rule = '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）';
  const rows: SpanCell[][] = [
    [
      { text: rule, columnSpan: 3, rowSpan: 3 },
      { text: '申请人情况', columnSpan: 7 },
    ],
    [
      { text: '自然人', rowSpan: 2 },
      { text: '法人或其他组织', columnSpan: 5 },
      { text: '总计', rowSpan: 2 },
    ],
    columns.slice(1, 6).map(({ label }) => ({ text: label })),
  ];
  const paths = (data?.rows ?? []).map((row) => row.path);
  data?.rows.forEach((row, at) => {
    const labels: SpanCell[] = row.path.flatMap((text, level): SpanCell[] => {
      const group = row.path.slice(0, level + 1).join('/');
      const same = (path: string[] | undefined) => path?.slice(0, level + 1).join('/') === group;
      if (level < row.path.length - 1 && same(paths[at - 1])) return [];
      const rowSpan = level < row.path.length - 1 ? paths.filter(same).length : 1;
      return [{ text, rowSpan, columnSpan: level === row.path.length - 1 ? 3 - level : 1 }];
    });
    rows.push([...labels, ...columns.map(({ key }) => ({ text: print(`applications.${row.key}.${key}`) }))]);
  });
  return rows;
}

function reviewRows(held: Catalogue, print: Print): SpanCell[][] {
  const data = held.editions.get('2021')?.reviews;
  const [first, ...others] = data?.blocks ?? [];
  const labels = (data?.columns ?? []).map(({ label }) => ({ text: label }));
  return [
    [
      { text: first?.path[0] ?? '', columnSpan: 5, rowSpan: 2 },
      { text: others[0]?.path[0] ?? '', columnSpan: 10 },
    ],
    others.map((block) => ({ text: block.path[1] ?? '', columnSpan: 5 })),
    [...labels, ...labels, ...labels],
    (data?.blocks ?? []).flatMap((block) =>
      (data?.columns ?? []).map(({ key }) => ({ text: print(`reviews.${block.key}.${key}`) })),
    ),
  ];
}

/** A number of its own for every cell, so that a cell read from the wrong place cannot go unseen. */
export function distinctNumbers(): { print: (id: string) => string; printed: Map<string, string> } {
  const printed = new Map<string, string>();
  const print = (id: string) => {
    const text = printed.get(id) ?? String(printed.size + 101);
    printed.set(id, text);
    return text;
  };
  return { print, printed };
}

export function toHtml(items: readonly Item[]): string {
  return items
    .map((item) => (item.kind === 'paragraph' ? `<p>${item.text}</p>` : tableHtml(item.rows)))
    .join('\n');
}

export function tableHtml(rows: readonly SpanCell[][], cell = (text: string) => text): string {
  const lines = rows.map((row) => {
    const cells = row.map(({ text, rowSpan = 1, columnSpan = 1 }) => {
      const spans = `${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''}${columnSpan > 1 ? ` colspan=${columnSpan}` : ''}`;
      return `<td${spans}>${cell(text)}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<table>\n${lines.join('\n')}\n</table>`;
}
