import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of `package.json`: the same for the sources and for what is compiled from them into `dist/`. */
export const packageRoot = findUpwards(dirname(fileURLToPath(import.meta.url)));

/** A path under the project's own `data/` folder (not the user's data folder). */
export function dataPath(...parts: string[]): string {
  return join(packageRoot, 'data', ...parts);
}

function findUpwards(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder)
    throw new Error('package.json is missing above the program: the installation is broken');
  return findUpwards(parent);
}
