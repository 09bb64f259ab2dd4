import { catalogue } from '../../catalogue/catalogue.ts';
import type { Finding } from '../../model/finding.ts';
import type { Reading } from '../../model/report.ts';
import { labelOf, printed, quotations } from '../cells.ts';
import type { Check } from '../check.ts';
import { anyDoubtful } from '../doubt.ts';

/** No organ in the country comes near: beyond this a digit too many is likelier than the figure. */
const absurd = { 件: 20_000_000, 项: 1_000_000, 万元: 50_000_000 } as const;

/** What stands in a template before somebody fills it in. */
const placeholder = /[Xx×╳＊*#?？_]|待(?:填|补|定)|示例|填写/;

function trouble(id: string, reading: Reading): string | undefined {
  if (reading.value === null)
    return placeholder.test(reading.raw) ? `印为“${reading.raw}”，像是未替换的占位文字` : undefined;
  const unit = catalogue().describe(id)?.unit ?? '';
  const mayFall = id.endsWith('.change');
  if (reading.value < 0 && !mayFall) return `印为 ${reading.value}，数量不应为负`;
  if ((unit === '件' || unit === '项') && !Number.isInteger(reading.value))
    return `印为 ${reading.value}，件数不应有小数`;
  const limit = absurd[unit as keyof typeof absurd];
  if (limit && reading.value > limit) return `印为 ${reading.value}${unit}，数量大得不合常理`;
  return undefined;
}

export const implausibleValue: Check = {
  id: 'implausible-value',
  title: '不合常理的数值',
  formula: '件数应为非负整数（2019 年版“本年增/减”可为负）；数量不应大得离谱；格内不应留有占位文字',
  severities: ['warning', 'notice'],
  example: '行政许可印为 12.5 件；申请数量印为 -3；格内印着“XX”。',
  needs: 'report',
  run: ({ report }) =>
    Object.entries(report.readings).flatMap(([id, reading]): Finding[] => {
      const what = trouble(id, reading);
      if (!what) return [];
      return [
        {
          rule: 'implausible-value',
          severity: anyDoubtful(report, [id]) ? 'notice' : 'warning',
          message: `“${labelOf(id)}”${what}`,
          readings: [id],
          printed: reading.value,
          computed: null,
          quotations: quotations(report, [id]),
        },
      ];
    }),
};

const documents = ['regulations', 'normativeDocuments'];

export const inForceTooFew: Check = {
  id: 'in-force-too-few',
  title: '现行有效件数少于本年新增',
  formula:
    '现行有效件数 ≥ 本年制发件数 − 本年废止件数（否则上一年的现行有效件数成了负数；规章、行政规范性文件）',
  severities: ['warning', 'notice'],
  example: '本年制发 5 件、废止 1 件，现行有效却印为 0 件（至少应为 4 件）。',
  needs: 'report',
  run: ({ report }) =>
    documents.flatMap((row): Finding[] => {
      const ids = ['inForce', 'issued', 'repealed'].map((column) => `disclosure.${row}.${column}`);
      const [inForce, issued, repealed] = ids.map((id) => printed(report, id));
      if (inForce === undefined || issued === undefined || repealed === undefined) return [];
      const least = issued - repealed;
      if (inForce >= least) return [];
      return [
        {
          rule: 'in-force-too-few',
          severity: anyDoubtful(report, ids) ? 'notice' : 'warning',
          message: `“${labelOf(ids[0] ?? '')}”印为 ${inForce}，而本年制发 ${issued} 件、废止 ${repealed} 件，至少应为 ${least} 件`,
          readings: ids,
          printed: inForce,
          computed: least,
          quotations: quotations(report, ids),
        },
      ];
    }),
};
