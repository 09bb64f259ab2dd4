import { kindOf } from '../../../naming/agency-kinds.ts';
import { compact } from './plain.ts';

/** Words that speak of an agency without naming it, and phrases that only end like a name. */
const NO_NAME =
  /^(?:我|本(?!溪)|该|各|其[他它中余]|全[区县市省镇乡体面年局国系]|此|上述|有关|相关|所属|下属|各级|一[是个些方年]|主要|承办|上级|责任|牵头|公开|政府信息|政务公开|信息公开|办公室$|省政府|国务院|县委|区委|市委|省委|党委|年度)|^(?:县|区|市|省|镇|乡)(?:人民政府|政府)?$|[，。；：:?？！!《》“”"、]|领导小组(?!办公室)|公开.*领导小组|是|了|并|我|对照|关于|通过|根据|贯彻|以及|的|\d|工作$|公开办$|新时代|职能|各部门/;
const BEFORE_NAME =
  /^.*[《》】：:>|/\]]|^(?:附件\d*|关于|现将|现就|由|经(?![济开贸信纬发])|与|向(?![阳东荣化前塘群红])|请|样例|年报|\d+|[-_.—·\s])+/;
const YEAR_WORDS = /(?:20\d{2}|二[〇○零O0][〇○零一二三四五六七八九十O0]{2})年?(?:度)?/g;

/** A name out of a phrase that may hold one: years and particles around it dropped; undefined if it is none. */
export function nameIn(phrase: string): string | undefined {
  let name = compact(phrase)
    .replace(YEAR_WORDS, '')
    .replace(/\(\)/g, '')
    .replace(/[(][^)]*[)]?$/, '');
  for (let before = ''; before !== name; ) {
    before = name;
    name = name.replace(BEFORE_NAME, '').replace(/(?:关于|的|开展|做好|编制|发布|公布|在|:)$/, '');
  }
  return isName(name) ? name : undefined;
}

export function isName(name: string): boolean {
  return /^[\u3400-\u9fff()·]{2,36}$/.test(name) && !NO_NAME.test(name) && kindOf(name) !== 'other';
}
