import { isFigure } from './condition-figures.ts';
import type { Named } from './places.ts';
import type { Sentence } from './sentence.ts';

/** 全县一共, 所有的: everybody, whoever was talked of before. */
export const wholePlace =
  /全[省市县区镇乡州盟](?![场面长])|所有的?(?:单位|机关|部门|年报|报告|地方)|全部(?:单位|机关|部门)|(?:一共|总共|合计)各/;

const levelOf: Record<string, string> = {
  省: 'province',
  市: 'city',
  州: 'city',
  县: 'county',
  区: 'county',
};

/** 青禾全县, 北屏市 … 全市: all that lies in the region, not its government alone. */
export function isWholeOf(
  whole: string | undefined,
  { agencies, regions, strangers }: Named,
  { text }: Sentence,
): boolean {
  const others = agencies.length + strangers.length + regions.length - 1;
  if (others !== 0) return false;
  const within = /^(?:全?(?:范围|境|域|辖区)内?|所辖|下辖)/.test(text.slice(regions[0]?.span.end));
  return within || (whole !== undefined && regions[0]?.place.level === levelOf[whole.slice(1)]);
}

/** 占全部单位的; 占全部申请的 is a part of another figure. */
export function isOfAllAgencies({ text, spans }: Sentence): boolean {
  const match = ofAllAgencies.exec(text);
  const end = match ? match.index + match[0].length : 0;
  const behind = spans.find((span) => span.start >= end && span.text !== '的');
  return match !== null && !(behind && /(?:全部|所有)$/.test(match[0]) && isFigure(behind));
}

const ofAllAgencies = /占(?:了|到)?(?:全部|所有|全[省市县区国]|各单位|各家|总体)/;
