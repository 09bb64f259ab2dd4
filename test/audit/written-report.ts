import { catalogue } from '../../src/catalogue/catalogue.ts';
import { readFile } from '../../src/ingest/reader.ts';
import type { Report } from '../../src/model/report.ts';

/** What a test writes of a report; everything else is there and right. */
export interface Written {
  agency?: string;
  year?: number;
  /** Figures other than 0, by reading id; totals are not worked out. */
  figures?: Record<string, number | string>;
  general?: string;
  five?: string;
  six?: string;
  date?: string;
}

const defaults = {
  agency: '青禾县教育局',
  year: 2023,
  general: '我局按照要求开展政府信息公开工作。',
  five: '存在的问题：一是政策解读形式较少；二是公开时效有待提高。\n改进措施：一是丰富解读形式；二是按月检查更新情况。',
  six: '本年度未收取信息处理费。',
};

/** A whole report as text, read as every file is: prose and tables go the way that real ones go. */
export async function writtenReport(written: Written): Promise<Report> {
  const text = textOf(written);
  const [read] = await readFile(new TextEncoder().encode(text), 'report.txt');
  if (!read || 'error' in read) throw new Error(`not read: ${JSON.stringify(read)}\n${text}`);
  return read.report;
}

function textOf(written: Written): string {
  const { agency, year, general, five, six, figures = {}, date } = { ...defaults, ...written };
  const cell = (id: string) => String(figures[id] ?? 0);
  return [
    `${agency}${year}年政府信息公开工作年度报告`,
    `根据《中华人民共和国政府信息公开条例》规定，现公布${agency}${year}年政府信息公开工作年度报告。本报告数据统计期限为${year}年1月1日至${year}年12月31日。`,
    '一、总体情况',
    general,
    '二、主动公开政府信息情况',
    ...disclosure(cell),
    '三、收到和处理政府信息公开申请情况',
    ...applications(cell),
    '四、政府信息公开行政复议、行政诉讼情况',
    ...reviews(cell),
    '五、存在的主要问题及改进情况',
    five,
    '六、其他需要报告的事项',
    six,
    agency,
    date ?? `${year + 1}年1月15日`,
    '',
  ].join('\n');
}

type Print = (id: string) => string;

function form() {
  const edition = catalogue().editions.get('2021');
  if (!edition) throw new Error('no edition 2021');
  return edition;
}

function disclosure(cell: Print): string[] {
  return form().disclosure.rows.flatMap((row) => [
    row.article,
    ['信息内容', ...row.columns.map((column) => column.label)].join('\t'),
    [row.label, ...row.columns.map((column) => cell(`disclosure.${row.key}.${column.key}`))].join('\t'),
  ]);
}

function applications(cell: Print): string[] {
  const { columns, rows } = form().applications;
  const header = ['', '', '', ...columns.map((column) => column.label)].join('\t');
  const lines = rows.map((row) => {
    const labels = [...row.path, '', ''].slice(0, 3);
    return [...labels, ...columns.map((column) => cell(`applications.${row.key}.${column.key}`))].join('\t');
  });
  return [header, ...lines];
}

function reviews(cell: Print): string[] {
  const { blocks, columns } = form().reviews;
  const wide = (label: string) => [label, ...columns.slice(1).map(() => '')];
  return [
    [...wide('行政复议'), ...wide('行政诉讼'), ...wide('')].join('\t'),
    [...wide(''), ...wide('未经复议直接起诉'), ...wide('复议后起诉')].join('\t'),
    blocks.flatMap(() => columns.map((column) => column.label)).join('\t'),
    blocks.flatMap((block) => columns.map((column) => cell(`reviews.${block.key}.${column.key}`))).join('\t'),
  ];
}
