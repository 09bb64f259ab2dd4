import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Tells the words of two and three characters in `words.txt` of a dictionary folder, places among them: what a
 * `NameIndex` takes as `isWord`. The file is read at the first question (40 ms).
 */
export function dictionaryWords(folder: string): (text: string) => boolean {
  let words: Set<string> | undefined;
  return (text) => {
    words ??= new Set(readFileSync(join(folder, 'words.txt'), 'utf8').match(/^\p{Script=Han}{2,3}(?= )/gmu));
    return words.has(text);
  };
}
