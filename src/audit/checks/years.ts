import { catalogue } from '../../catalogue/catalogue.ts';
import { differs, round } from '../../catalogue/laws.ts';
import type { Finding } from '../../model/finding.ts';
import type { Report } from '../../model/report.ts';
import { labelOf, printed, quotations } from '../cells.ts';
import type { Check } from '../check.ts';
import { anyDoubtful } from '../doubt.ts';
import { note } from '../note.ts';

/** Quotes a cell of the year before and says so, because its line is in another report. */
function earlier(previous: Report, ids: string[]) {
  return quotations(previous, ids).map((q) => ({ ...q, text: `（${previous.year}年年报）${q.text}` }));
}

export const carryOver: Check = {
  id: 'carry-over',
  title: '结转数前后年衔接',
  formula:
    '上一年年报的“四、结转下年度继续办理” = 本年年报的“二、上年结转政府信息公开申请数量”，每一列都应相等',
  severities: ['error', 'notice'],
  example: '2023 年结转下年度 4 件，2024 年上年结转却印为 3 件。',
  needs: 'previous',
  run: ({ report, previous }) => {
    if (!previous) return [];
    const columns = catalogue().editions.get('2021')?.applications.columns ?? [];
    const doubted: string[] = [];
    const findings = columns.flatMap(({ key }): Finding[] => {
      const id = `applications.carriedIn.${key}`;
      const before = `applications.carriedForward.${key}`;
      const now = printed(report, id);
      const then = printed(previous, before);
      if (now === undefined || then === undefined || !differs(now, then)) return [];
      if (anyDoubtful(report, [id]) || anyDoubtful(previous, [before])) {
        doubted.push(id);
        return [];
      }
      return [
        {
          rule: 'carry-over',
          severity: 'error',
          message: `“${labelOf(id)}”印为 ${now}，而 ${previous.year} 年年报的“${labelOf(before)}”为 ${then}`,
          readings: [id],
          printed: now,
          computed: then,
          quotations: [...quotations(report, [id]), ...earlier(previous, [before])],
        },
      ];
    });
    return [...findings, ...unsure(report, doubted)];
  },
};

function unsure(report: Report, doubted: string[]): Finding[] {
  if (doubted.length === 0) return [];
  const message = `结转数有 ${doubted.length} 处与上一年不同，但读数存疑，未作判断，请对照原件`;
  const finding = note('carry-over', 'notice', message, quotations(report, doubted));
  return [{ ...finding, readings: doubted }];
}

export const inForceChain: Check = {
  id: 'in-force-chain',
  title: '现行有效件数前后年衔接',
  formula: '上一年现行有效件数 + 本年制发件数 − 本年废止件数 = 本年现行有效件数（规章、行政规范性文件）',
  severities: ['warning'],
  example:
    '上一年现行有效 30 件，本年制发 7 件、废止 4 件，现行有效却印为 30 件（应为 33）。文件到期自动失效也会如此，故为警告。',
  needs: 'previous',
  run: ({ report, previous }) => {
    if (!previous) return [];
    return ['regulations', 'normativeDocuments'].flatMap((row): Finding[] => {
      const ids = ['inForce', 'issued', 'repealed'].map((column) => `disclosure.${row}.${column}`);
      const [inForce, issued, repealed] = ids.map((id) => printed(report, id));
      const before = printed(previous, `disclosure.${row}.inForce`);
      if (inForce === undefined || issued === undefined || repealed === undefined || before === undefined)
        return [];
      const computed = round(before + issued - repealed);
      if (!differs(inForce, computed) || anyDoubtful(report, ids)) return [];
      if (anyDoubtful(previous, [`disclosure.${row}.inForce`])) return [];
      return [
        {
          rule: 'in-force-chain',
          severity: 'warning',
          message: `“${labelOf(ids[0] ?? '')}”印为 ${inForce}，按上一年 ${before} 件加制发 ${issued} 件减废止 ${repealed} 件应为 ${computed}`,
          readings: ids,
          printed: inForce,
          computed,
          quotations: [...quotations(report, ids), ...earlier(previous, [`disclosure.${row}.inForce`])],
        },
      ];
    });
  },
};

/** Ten times and by at least this many: below it a jump is chance. */
const factor = 10;
const leastJumps: Readonly<Record<string, number>> = {
  'applications.newReceived.total': 50,
  'disclosure.permits.decisions': 100,
  'disclosure.penalties.decisions': 100,
  'disclosure.compulsions.decisions': 100,
};

export const scopeJump: Check = {
  id: 'scope-jump',
  title: '数量陡变',
  formula: `同一指标与上一年相差 ${factor} 倍以上且不少于 100 件（新收申请 50 件），可能是统计口径变了（本级与全区之别）`,
  severities: ['notice'],
  example: '行政许可上一年 32150 件，本年 61 件。',
  needs: 'previous',
  run: ({ report, previous }) => {
    if (!previous) return [];
    return Object.entries(leastJumps).flatMap(([id, least]): Finding[] => {
      const now = printed(report, id);
      const then = printed(previous, id);
      if (now === undefined || then === undefined) return [];
      if (anyDoubtful(report, [id]) || anyDoubtful(previous, [id])) return [];
      const [low, high] = now < then ? [now, then] : [then, now];
      if (high - low < least || high < Math.max(low, 1) * factor) return [];
      return [
        {
          rule: 'scope-jump',
          severity: 'notice',
          message: `“${labelOf(id)}”从上一年的 ${then} 变为 ${now}，统计口径可能有变化`,
          readings: [id],
          printed: now,
          computed: null,
          quotations: [...quotations(report, [id]), ...earlier(previous, [id])],
        },
      ];
    });
  },
};
