import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dataPath } from '../package-root.ts';
import { errorCode } from './errors.ts';

/** The folder that holds `src/` and `index/`: `dist`, or the checkout when the sources run. */
const programFolder = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const known = new Map<string, string>();

/**
 * Names what made a derived file: a digest of the program's own parts and of the data they go by. Another program
 * or another dictionary gives another name, and what was made under the old one is made anew.
 * @param parts folders, files of data, or modules without their ending: `index`, `src/archive/columns`, `data/dictionary`
 */
export function makerOf(...parts: string[]): string {
  const key = parts.join(' ');
  const value = known.get(key) ?? digestOf(parts);
  known.set(key, value);
  return value;
}

function digestOf(parts: string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) {
    const place = part.startsWith('data/') ? dataPath(part.slice(5)) : join(programFolder, part);
    for (const file of filesUnder(place)) hash.update(file.slice(place.length)).update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 16);
}

function filesUnder(place: string): string[] {
  try {
    return readdirSync(place, { withFileTypes: true })
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((entry) =>
        entry.isDirectory() ? filesUnder(join(place, entry.name)) : [join(place, entry.name)],
      );
  } catch (error) {
    if (errorCode(error) === 'ENOTDIR') return [place];
    if (errorCode(error) !== 'ENOENT') throw error;
    // A module: it ends as this one does, in .ts or .js.
    return [place + extname(import.meta.url)];
  }
}
