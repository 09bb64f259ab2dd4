import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readDataFile } from '../catalogue/data-file.ts';
import { dataPath, packageRoot } from '../package-root.ts';
import { errorCode } from './errors.ts';

const packageSchema = z.object({ name: z.string(), version: z.string() });
const known = new Map<string, string>();

/** Name and version of the program: what another version computed is computed again. */
export function programMaker(): string {
  return remembered('', () => {
    const { name, version } = readDataFile(packageSchema, join(packageRoot, 'package.json'));
    return `${name} ${version}`;
  });
}

/** The program together with one of its data folders, whose content decides what is found. */
export function dataMaker(folder: string): string {
  return remembered(folder, () => `${programMaker()} ${folder} ${folderDigest(dataPath(folder))}`);
}

function remembered(key: string, make: () => string): string {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}

function folderDigest(folder: string): string {
  const hash = createHash('sha256');
  for (const name of filesIn(folder)) hash.update(name).update(readFileSync(join(folder, name)));
  return hash.digest('hex').slice(0, 12);
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => entry.name)
      .sort();
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}
