import type { ReportView } from '../../src/app/report-view.ts';
import { catalogue } from '../../src/catalogue/catalogue.ts';
import { table } from './table.ts';

const severities = { error: '错误', warning: '提醒', notice: '提示' } as const;

/** One report whole, for reading on a terminal. */
export function reportSheet(view: ReportView): string {
  return [
    head(view),
    ...view.sections.map(({ heading, text }) => [heading, text].filter(Boolean).join('\n')),
    readings(view),
    items('存在的问题', view.problems),
    items('改进措施', view.improvements),
    items(
      '读取时的提醒',
      view.warnings.map(({ message, raw }) => (raw ? `${message}\n   原文：${raw}` : message)),
    ),
    items(
      '检查结果',
      view.findings.map(({ severity, message }) => `【${severities[severity]}】${message}`),
    ),
  ]
    .filter(Boolean)
    .join('\n\n');
}

function head({ id, title, agency, year, edition, publishedAt, source }: ReportView): string {
  const { province, city, county, town } = agency.region;
  const region = [province, city, county, town].filter((name) => name !== null).join(' ');
  return [
    title,
    `编号 ${id} · ${agency.name} · ${region} · ${year}年 · ${edition}版`,
    `公布日期 ${publishedAt ?? '未载明'} · 来源 ${source.file}`,
  ].join('\n');
}

function readings(view: ReportView): string {
  const { fields } = catalogue();
  const doubtful = new Set(view.warnings.flatMap((warning) => warning.readings ?? []));
  const rows = Object.entries(view.readings).map(([id, { value, raw, status }]) => {
    const field = fields.get(id);
    return [
      field?.label ?? id,
      status === 'blank' ? blankText(raw) : String(value ?? raw),
      field?.unit ?? '',
      doubtful.has(id) ? '存疑' : '',
    ];
  });
  return table([['指标', '数值', '单位', ''], ...rows], ['left', 'right', 'left', 'left']);
}

/** Also what stands in a blank cell: a dash, or words where a figure should be. */
function blankText(raw: string): string {
  return raw.trim() ? `（空白：${raw.trim()}）` : '（空白）';
}

function items(title: string, texts: string[]): string {
  return texts.length > 0 ? [title, ...texts.map((text, i) => `${i + 1}. ${text}`)].join('\n') : '';
}
