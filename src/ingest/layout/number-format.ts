const digits = '〇一二三四五六七八九';
const formal = '零壹贰叁肆伍陆柒捌玖';
const stems = '甲乙丙丁戊己庚辛壬癸';
const branches = '子丑寅卯辰巳午未申酉戌亥';

/**
 * A number as Word prints it in a list (ECMA-376 17.18.59, `ST_NumberFormat`); undefined for bullets and for no
 * number at all. Formats that nobody uses in Chinese documents come out as decimal.
 */
export function formatNumber(number: number, format: string): string | undefined {
  switch (format) {
    case 'none':
    case 'bullet':
      return undefined;
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'koreanCounting':
      return counting(number);
    case 'ideographDigital':
    case 'japaneseDigitalTenThousand':
    case 'taiwaneseDigital':
      return [...String(number)].map((digit) => digits[Number(digit)]).join('');
    case 'chineseLegalSimplified':
    case 'ideographLegalTraditional':
    case 'japaneseLegal':
      return counting(number, formal, '拾佰仟');
    case 'ideographTraditional':
      return stems[(number - 1) % 10];
    case 'ideographZodiac':
      return branches[(number - 1) % 12];
    case 'upperLetter':
      return letters(number);
    case 'lowerLetter':
      return letters(number).toLowerCase();
    case 'upperRoman':
      return roman(number);
    case 'lowerRoman':
      return roman(number).toLowerCase();
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return String(number).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    case 'decimalZero':
      return String(number).padStart(2, '0');
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return enclosed(number, 0x2460);
    case 'decimalEnclosedParen':
      return enclosed(number, 0x2474);
    case 'decimalEnclosedFullstop':
      return enclosed(number, 0x2488);
    case 'ideographEnclosedCircle':
      return number <= 10 ? String.fromCharCode(0x3280 + number - 1) : counting(number);
    default:
      return String(number);
  }
}

/** 1 → 一, 10 → 十, 12 → 十二, 20 → 二十, 105 → 一百〇五. */
function counting(number: number, names = digits, units = '十百千'): string {
  if (number < 10) return names[number] ?? String(number);
  if (number > 9999) return String(number);
  let text = '';
  let gap = false;
  for (let power = 3; power >= 0; power--) {
    const digit = Math.floor(number / 10 ** power) % 10;
    if (digit === 0) gap = text !== '';
    else {
      const unit = power ? (units[power - 1] ?? '') : '';
      text += `${gap ? names[0] : ''}${digit === 1 && power === 1 && !text ? '' : names[digit]}${unit}`;
      gap = false;
    }
  }
  return text;
}

/** A … Z, AA, BB …: Word repeats the letter. */
function letters(number: number): string {
  return String.fromCharCode(65 + ((number - 1) % 26)).repeat(Math.ceil(number / 26));
}

function roman(number: number): string {
  const steps: [number, string][] = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let rest = number;
  let text = '';
  for (const [size, sign] of steps) {
    text += sign.repeat(Math.floor(rest / size));
    rest %= size;
  }
  return text;
}

/** ①, ⑴, ⒈ exist up to twenty. */
function enclosed(number: number, first: number): string {
  return number >= 1 && number <= 20 ? String.fromCharCode(first + number - 1) : String(number);
}
