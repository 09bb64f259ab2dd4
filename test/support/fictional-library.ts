import { catalogue } from '../../src/catalogue/catalogue.ts';
import type { EditionKey, Reading, Region, Report } from '../../src/model/report.ts';
import { parseAgencyName } from '../../src/naming/agency-name.ts';
import { MemoryLibrary } from './memory-library.ts';

const counties: Record<string, Region> = {
  cy: { province: '云川省', city: '北屏市', county: '澄阳县' },
  wx: { province: '云川省', city: '北屏市', county: '望溪县' },
  xl: { province: '云川省', city: '北屏市', county: '秀岭区' },
  bp: { province: '云川省', city: '北屏市' },
  lm: { province: '岱南省', city: '沧浦市', county: '鹿鸣县' },
};

/** Code → name, from, to: agencies that do not exist; `test/corpus/README.md` speaks of them by these codes. */
export const fictional: Record<string, [name: string, from: number, to: number, without?: number]> = {
  cy: ['澄阳县人民政府', 2019, 2024, 2021],
  'cy-ny': ['澄阳县农业农村局', 2020, 2024],
  'cy-jy': ['澄阳县教育局', 2021, 2024],
  'cy-cz': ['澄阳县财政局', 2022, 2024],
  'cy-sj': ['澄阳县市场监督管理局', 2021, 2024],
  'cy-ll': ['澄阳县柳林镇人民政府', 2019, 2023],
  'cy-sq': ['澄阳县石桥乡人民政府', 2022, 2024],
  'cy-jg': ['澄阳县机关事务服务中心', 2021, 2023],
  'wx-ny': ['望溪县农业农村局', 2021, 2024],
  'wx-jy': ['望溪县教育局', 2021, 2024],
  'wx-ll': ['望溪县柳林镇人民政府', 2022, 2024],
  'wx-zr': ['望溪县自然资源局', 2020, 2024],
  'wx-ga': ['望溪县公安局', 2022, 2024],
  xl: ['秀岭区人民政府', 2019, 2024],
  'xl-wt': ['秀岭区梧桐街道办事处', 2021, 2024],
  'xl-cg': ['秀岭区城市管理局', 2021, 2023],
  'xl-xf': ['秀岭区信访局', 2022, 2024],
  'xl-wj': ['秀岭区卫生健康委员会', 2021, 2024],
  bp: ['北屏市人民政府', 2021, 2024],
  'bp-zj': ['北屏市住房和城乡建设局', 2022, 2024],
  lm: ['鹿鸣县人民政府', 2022, 2024],
  'lm-sp': ['鹿鸣县行政审批服务局', 2023, 2024],
  'lm-xc': ['鹿鸣县乡村振兴局', 2022, 2023],
  'lm-qy': ['鹿鸣县青崖乡人民政府', 2023, 2024],
};

/** The day on which the corpus is asked. */
export const corpusDay = '2025-06-15';

let built: { library: MemoryLibrary; ids: Map<string, string> } | undefined;

/** The library of the question corpus, and the agency id of each code. */
export function fictionalLibrary(): { library: MemoryLibrary; ids: Map<string, string> } {
  if (built) return built;
  const ids = new Map<string, string>();
  const reports: Report[] = [];
  for (const [code, [name, from, to, without]] of Object.entries(fictional)) {
    const parsed = parseAgencyName(name, counties[code.slice(0, 2)]);
    ids.set(code, parsed.id);
    for (let year = from; year <= to; year++)
      if (year !== without) reports.push(reportOf(code, name, parsed, year));
  }
  built = { library: new MemoryLibrary(reports), ids };
  return built;
}

function reportOf(
  code: string,
  name: string,
  parsed: ReturnType<typeof parseAgencyName>,
  year: number,
): Report {
  const edition: EditionKey = year < 2021 ? '2019' : '2021';
  return {
    id: `${year}-${code}`,
    agency: { id: parsed.id, name, aliases: [], region: parsed.region, kind: parsed.kind },
    year,
    title: `${name}${year}年政府信息公开工作年度报告`,
    edition,
    publishedAt: `${year + 1}-01-20`,
    period: null,
    contact: null,
    source: { file: `${code}.txt`, format: 'txt', sha256: code, ingestedAt: '2025-01-01T00:00:00Z' },
    readings: readingsOf(edition, code, year),
    sections: [],
    problems: [],
    improvements: [],
    claims: [],
    warnings: [],
    findings: [],
  };
}

/** Figures only need to be there and to differ. */
function readingsOf(edition: EditionKey, code: string, year: number): Record<string, Reading> {
  const readings: Record<string, Reading> = {};
  let seed = year + code.length * 7;
  for (const field of catalogue().fields.values()) {
    if (!field.editions.includes(edition)) continue;
    seed = (seed * 31 + 11) % 97;
    readings[field.id] = {
      value: seed,
      raw: String(seed),
      status: 'reported',
      source: { line: 1, text: field.label },
    };
  }
  return readings;
}
