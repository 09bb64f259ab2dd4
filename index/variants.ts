import hongKong from 'opencc-js/dict/HKVariantsRev';
import traditional from 'opencc-js/dict/TSCharacters';
import taiwan from 'opencc-js/dict/TWVariantsRev';

/**
 * Traditional characters that are also plain simplified ones, in the words this field meets: 乾县 and 乾安县
 * are places, 么 (什么) is 幺 only in Taiwan's standard, 显著 and 瞭望 are spelt so on the mainland.
 */
const ALSO_SIMPLIFIED = new Set(['乾', '么', '著', '瞭']);

let table: ReadonlyMap<string, string> | undefined;

/**
 * The simplified form of one character, `undefined` when it has no other.
 *
 * One character to one character, without the context OpenCC looks at: a search needs both sides folded alike,
 * not the best spelling, and offsets stay simple. The three dictionaries together are 30 KB and are read at
 * the first question.
 */
export function simplify(character: string): string | undefined {
  table ??= buildTable();
  return table.get(character);
}

function buildTable(): ReadonlyMap<string, string> {
  const simple = parse(traditional);
  // Taiwan's and Hong Kong's shapes lead to the standard traditional shape, and from there to the simplified.
  const variants = new Map([...parse(taiwan), ...parse(hongKong)]);
  const result = new Map<string, string>();
  for (const character of [...simple.keys(), ...variants.keys()]) {
    if (ALSO_SIMPLIFIED.has(character)) continue;
    const standard = variants.get(character) ?? character;
    const target = simple.get(standard) ?? standard;
    if (target !== character) result.set(character, target);
  }
  return result;
}

function parse(entries: string): Map<string, string> {
  const result = new Map<string, string>();
  for (const entry of entries.split('|')) {
    const [from, to] = entry.split(' ');
    if (from && to) result.set(from, to);
  }
  return result;
}
