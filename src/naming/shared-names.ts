import type { Division } from './divisions.ts';

/** Offices and areas that are those of a whole city or province. */
const OF_WHOLE =
  /^(?:高新|经开|经济(?:技术)?开发|保税|综合保税|综保|国际港务|[\u3400-\u9fff]{2,3}新区|(?:调查总队|证监局|银保监局|监管局|通信管理局)$)/;
const LEVELS = ['province', 'city', 'county', 'town'] as const;

/**
 * Of the places of one name that one which the `rest` of an agency's name speaks for: 西安高新区 is the city's, not that
 * of a district of the name, 河南调查总队 and 河北雄安新区 are the province's.
 */
export function highestFor(rest: string, divisions: Division[]): Division[] {
  if (!OF_WHOLE.test(rest)) return divisions;
  const level = LEVELS.find((l) => divisions.some((d) => d.level === l));
  return divisions.filter((d) => d.level === level);
}
