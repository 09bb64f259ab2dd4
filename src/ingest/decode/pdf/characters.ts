/**
 * What a PDF calls a character is not always what a reader sees. Subset fonts map glyphs shared by a radical and
 * the character it looks like to the radical (⼀ for 一), Word maps its hyphen to the soft hyphen, and fonts
 * without a map give control codes or private-use codes.
 */

/** Radicals supplement: Unicode gives most of them no decomposition, though readers see the plain character. */
const radicals: Readonly<Record<string, string>> = {
  '⺀': '冫',
  '⺁': '厂',
  '⺄': '乙',
  '⺈': '刀',
  '⺉': '刂',
  '⺊': '卜',
  '⺌': '小',
  '⺍': '小',
  '⺎': '兀',
  '⺏': '尣',
  '⺒': '巳',
  '⺓': '幺',
  '⺖': '忄',
  '⺗': '心',
  '⺘': '扌',
  '⺙': '攵',
  '⺛': '旡',
  '⺝': '月',
  '⺟': '母',
  '⺠': '民',
  '⺡': '氵',
  '⺢': '水',
  '⺣': '灬',
  '⺤': '爪',
  '⺥': '爫',
  '⺦': '丬',
  '⺨': '犭',
  '⺩': '王',
  '⺪': '疋',
  '⺫': '目',
  '⺬': '示',
  '⺭': '礻',
  '⺮': '竹',
  '⺯': '糹',
  '⺰': '纟',
  '⺱': '网',
  '⺲': '罒',
  '⺳': '网',
  '⺶': '羊',
  '⺷': '羊',
  '⺹': '老',
  '⺺': '聿',
  '⺼': '肉',
  '⺽': '臼',
  '⺾': '艹',
  '⺿': '艹',
  '⻀': '艹',
  '⻁': '虎',
  '⻂': '衤',
  '⻃': '覀',
  '⻄': '西',
  '⻅': '见',
  '⻆': '角',
  '⻇': '角',
  '⻈': '讠',
  '⻉': '贝',
  '⻊': '足',
  '⻋': '车',
  '⻌': '辶',
  '⻍': '辶',
  '⻎': '辶',
  '⻏': '阝',
  '⻐': '钅',
  '⻑': '長',
  '⻒': '镸',
  '⻓': '长',
  '⻔': '门',
  '⻕': '阜',
  '⻖': '阝',
  '⻗': '雨',
  '⻘': '青',
  '⻙': '韦',
  '⻚': '页',
  '⻛': '风',
  '⻜': '飞',
  '⻝': '食',
  '⻞': '食',
  '⻟': '飠',
  '⻠': '饣',
  '⻢': '马',
  '⻣': '骨',
  '⻤': '鬼',
  '⻥': '鱼',
  '⻦': '鸟',
  '⻧': '卤',
  '⻨': '麦',
  '⻩': '黄',
  '⻪': '黾',
  '⻫': '斉',
  '⻬': '齐',
  '⻭': '歯',
  '⻮': '齿',
  '⻯': '竜',
  '⻰': '龙',
  '⻱': '龜',
  '⻲': '亀',
  '⻳': '龟',
};

const unmapped = '\uFFFD';

/** Kangxi radicals that decompose to an old form, where Chinese fonts draw the common one. */
const commonForms: Readonly<Record<string, string>> = { 戶: '户', 靑: '青' };

/** Shapes that punctuation takes in vertical writing, and what it is in a line. */
const verticalForms =
  '︐，︑、︒。︓：︔；︕！︖？︗〖︘〗︙…︰：︱—︲–︵（︶）︷｛︸｝︹〔︺〕︻【︼】︽《︾》︿〈﹀〉﹁「﹂」﹃『﹄』';

function fromVertical(character: string): string {
  const at = verticalForms.indexOf(character);
  return at >= 0 && at % 2 === 0 ? verticalForms.charAt(at + 1) : character;
}

/** @returns the characters as read; a space for any white space, '' for marks that take no room. */
export function readCharacters(unicode: string): string {
  let result = '';
  for (const character of unicode) result += readCharacter(character);
  return result;
}

function readCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0x21 && code < 0x7f) return character;
  if (code >= 0x4e00 && code <= 0x9fff) return character;
  if (code === 0xad) return '-';
  if (code === 0x09 || code === 0x0a || code === 0x0d || /\p{Zs}/u.test(character)) return ' ';
  if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return unmapped;
  if (/\p{Cf}/u.test(character)) return '';
  if (/[\p{Co}\p{Cn}\p{Cs}]/u.test(character)) return unmapped;
  if (code >= 0xfe10 && code <= 0xfe44) return fromVertical(character);
  if (code >= 0x2e80 && code <= 0x2eff) return radicals[character] ?? character;
  if (code >= 0x2f00 && code <= 0x2fd5) {
    const plain = character.normalize('NFKC');
    return commonForms[plain] ?? plain;
  }
  // Compatibility ideographs and Latin ligatures decompose to what is seen.
  if (code >= 0xf900 && code <= 0xfb06) return character.normalize('NFKC');
  return character;
}

export function isUnmapped(text: string): boolean {
  return text.includes(unmapped);
}

/** Han, kana, CJK punctuation and full-width forms: written without spaces between them. */
export function isWide(character: string): boolean {
  return /[\u2E80-\u9FFF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFFEF\u{20000}-\u{3FFFF}“”‘’—…·]/u.test(character);
}

/** Stands for the part of a figure that nobody sees. */
export const cutMark = '…';

/** A number as tables print it, with its unit or cut off (`49…`), or the dash, stroke or word that stands for none. */
export function isFigure(text: string): boolean {
  return /^(?:…?[-－—–+]?[\d０-９][\d０-９.．,，]*…?(?:[%％]|件|项|条|个|次|份|宗|起|人|元|万元)?|[-－—–―─]{1,2}|[/／]|无)$/.test(
    text,
  );
}
