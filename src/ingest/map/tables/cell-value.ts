/**
 * What a cell holds. `empty`: nothing printed, which may also be padding; `mark`: a sign for "nothing" (`/`, `—`,
 * 无), which never is padding.
 */
export type CellValue =
  | { kind: 'number'; value: number }
  | { kind: 'mark' }
  | { kind: 'empty' }
  | { kind: 'text' };

const number = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?:件|项|条|个|次|份|宗|起|人|元|万元)?$/;
/** With its unit and the white space in between; what is longer is text. */
const longestNumber = 60;
const mark = /^(?:[/\\*_~—–―─－-]+|无|空|空白)$/;

/** Full-width digits, thousands separators, decimals and a unit are read; anything else that is printed is text. */
export function cellValue(text: string): CellValue {
  const plain = halfWidth(text.trim());
  if (plain === '') return { kind: 'empty' };
  const match = plain.length <= longestNumber && number.exec(plain.replace(/\s+(?=\D*$)/g, ''));
  if (match) {
    const value = Number(`${match[1] === '-' ? '-' : ''}${match[2]?.replaceAll(',', '')}${match[3] ?? ''}`);
    return Number.isFinite(value) ? { kind: 'number', value: value === 0 ? 0 : value } : { kind: 'text' };
  }
  return { kind: mark.test(plain.replace(/\s/g, '')) ? 'mark' : 'text' };
}

/** Only widths: ① or ² are no numbers that anybody printed into these tables. */
export function halfWidth(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/\u2212/g, '-')
    .replace(/[\u3000\u00a0\u200b\ufeff]/g, ' ')
    .trim();
}
