import { createRequire } from 'node:module';

type Pinyin = (text: string, options: { toneType: 'none'; multiple: true; type: 'array' }) => string[];

const sounds = new Map<string, ReadonlySet<string>>();
let pinyin: Pinyin | undefined;

/** Whether two characters can sound alike, tones and common confusions (zh/z, n/l, -ng/-n) aside. */
export function soundAlike(one: string, other: string): boolean {
  const known = soundsOf(other);
  return [...soundsOf(one)].some((sound) => known.has(sound));
}

/** Whether a word of three or more characters is another one with one character that sounds the same. */
export function isHomophone(typed: string, name: string): boolean {
  if (typed.length !== name.length || name.length < 3) return false;
  const wrong = [...name].flatMap((character, i) => (typed[i] === character ? [] : [i]));
  const [at] = wrong;
  return wrong.length === 1 && at !== undefined && soundAlike(typed[at] ?? '', name[at] ?? '');
}

/** The dictionary is loaded at the first slip: most questions have none. */
function soundsOf(character: string): ReadonlySet<string> {
  const known = sounds.get(character);
  if (known) return known;
  pinyin ??= (createRequire(import.meta.url)('pinyin-pro') as { pinyin: Pinyin }).pinyin;
  const made = new Set(
    pinyin(character, { toneType: 'none', multiple: true, type: 'array' }).map(plainSound),
  );
  sounds.set(character, made);
  return made;
}

function plainSound(sound: string): string {
  return sound
    .replace(/^(z|c|s)h/, '$1')
    .replace(/^l/, 'n')
    .replace(/ng$/, 'n');
}
