import { createRequire } from 'node:module';

type Pinyin = (character: string, options: { toneType: 'none'; type: 'array'; multiple: true }) => string[];

let pinyin: Pinyin | undefined;
const known = new Map<string, readonly string[]>();

/**
 * How a character may be read, without tones, `ü` also as people type it (`lv`, `lu`). Empty for anything that
 * is no Chinese character. pinyin-pro is loaded at the first call (50 ms).
 */
export function readingsOf(character: string): readonly string[] {
  const before = known.get(character);
  if (before) return before;
  pinyin ??= (createRequire(import.meta.url)('pinyin-pro') as { pinyin: Pinyin }).pinyin;
  const found = /\p{Script=Han}/u.test(character)
    ? pinyin(character, { toneType: 'none', type: 'array', multiple: true })
    : [];
  const readings = new Set<string>();
  for (const reading of found) {
    if (!/^[a-zü]+$/.test(reading)) continue;
    readings.add(reading.replace('ü', 'v'));
    if (reading.includes('ü')) readings.add(reading.replace('ü', 'u'));
  }
  known.set(character, [...readings]);
  return [...readings];
}

/** Whether two characters sound alike to many ears: zh/z, ch/c, sh/s, -ng/-n are taken for the same. */
export function soundAlike(a: string, b: string): boolean {
  const sounds = new Set(readingsOf(a).map(blur));
  return readingsOf(b).some((reading) => sounds.has(blur(reading)));
}

function blur(reading: string): string {
  return reading.replace(/^([zcs])h/, '$1').replace(/([aei])ng$/, '$1n');
}
