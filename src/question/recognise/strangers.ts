import { type Span, sense } from '../span.ts';
import type { HeldPlaces } from './regions.ts';

const organ =
  /(?:管理委员会|人民政府|办事处|委员会|管委会|发改委|卫健委|办公室|检察院|派出所|研究所|研究院|卫生院|幼儿园|中学|小学|街道办|政府|中心|街道|法院|医院|学校|学院|大学|公司|集团|银行|支队|大队|局|厅|署|镇|乡|县|市|省|区)/g;
/** What no name of an organ is made of. */
const stop =
  /[^\u4e00-\u9fff]|[的哪各几所有多少谁么请问查和与跟及在被把对是就那这全每某不没很太最吗呢啊吧你我他她它什怎如何给让看年月日了着过到从说讲]/;

/**
 * Names of organs that nobody holds, told by how they end: 审计局, 清溪县. They may take in what is known only by
 * single characters or as a place, but never a word that means something here.
 */
export function recogniseStrangers(text: string, taken: readonly Span[], places: HeldPlaces): Span[] {
  const solid = taken.filter((span) => isSolid(span));
  const spans: Span[] = taken.flatMap((span) => otherOrgan(text, span));
  for (const match of text.matchAll(organ)) {
    const end = match.index + match[0].length;
    if (solid.some((span) => span.start < end && span.end > match.index)) continue;
    const start = leftEdge(text, match.index, solid);
    const place = taken.find((span) => span.end === start && isPlace(span));
    const own = end - start - match[0].length;
    if (own < (place ? 0 : 2) || end - start < 2) continue;
    const from = place?.start ?? start;
    // 政务公开专区 ends like a place and is a matter of the reports.
    if (taken.some((span) => span.start <= from && span.end >= end && sense(span, 'topic'))) continue;
    const name = text.slice(from, end);
    const regions = places.soundingLike(name);
    const meant: Span['senses'][number] = regions
      ? { role: 'region', regions }
      : { role: 'stranger', name, place: false };
    spans.push({ start: from, end, text: name, senses: [meant] });
  }
  // 洪泽区政府办公室电话: the office is where the government is reached.
  return contact.test(text) ? spans.filter((span) => !governmentOffice.test(span.text)) : spans;
}

const contact = /电话|地址|邮箱|邮件|邮编|传真|网址|联系|在哪/;
const governmentOffice = /(?:政府|[省市县区旗镇乡])办(?:公室)?$/;

/** 二中, 实验小学, 一院: schools and hospitals as they are called for short. */
const numbered =
  /^(?:第?[一二三四五六七八九十]{1,2}|实验|职业?|附属?)(?:中学?|小学?|高中?|幼儿?园?|医?院)(?=\d|二〇|年|去年|前年|今年|有|收|的|$)/;
const beside =
  /^(?:(?:人民)?政府)?(?:办公室|人民法院|法院|人民检察院|检察院|人大|政协|纪委|党委|委员会)|^(?:人民)?政府办(?![理结了完事的])|^[办委](?=\d|年|去年|前年|今年|有|收|的|$)/;

/** 县委, 县法院, 区政府办, 青禾二中 are other organs than the government whose name they begin with. */
function otherOrgan(text: string, span: Span): Span[] {
  const government = sense(span, 'agency') && /(?:政府|[省市县区镇乡])$/.test(span.text);
  if (!government && !sense(span, 'region')) return [];
  const rest = text.slice(span.end);
  const match = beside.exec(rest) ?? numbered.exec(rest);
  if (!match || (span.text.endsWith('街道') && match[0].startsWith('办'))) return [];
  const end = span.end + match[0].length;
  const name = text.slice(span.start, end);
  return [{ start: span.start, end, text: name, senses: [{ role: 'stranger', name, place: false }] }];
}

/** 三家乡镇: what is counted, no name. */
const counted = /^[一二三四五六七八九十两几\d]家$/;

function leftEdge(text: string, from: number, solid: readonly Span[]): number {
  let start = from;
  while (start > 0 && from - start < 14) {
    const at = start - 1;
    if (counted.test(text.slice(at - 1, at + 1))) break;
    if (stop.test(text[at] ?? '') || solid.some((span) => span.start <= at && at < span.end)) break;
    start = at;
  }
  return start;
}

const isPlace = (span: Span) =>
  span.senses.some((s) => s.role === 'region' || (s.role === 'stranger' && s.place));

function isSolid(span: Span): boolean {
  if (isPlace(span) || sense(span, 'agency')) return true;
  if (span.text.length < 2 || /^第[一二三四五六七八九十\d]/.test(span.text)) return false;
  return !span.senses.every((s) => s.role === 'topic' || s.role === 'theme' || (s.role === 'row' && s.weak));
}
