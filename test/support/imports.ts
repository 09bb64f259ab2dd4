import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Everything that loading a source file loads: paths of our files and names of packages.
 * @param dynamic follow `import()` too
 */
export function importsOf(file: string, dynamic: boolean, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const source = readFileSync(file, 'utf8');
  const statements = [...source.matchAll(/^(?:import|export)\s(?!type\s)[^;]*?from\s+'([^']+)'/gm)];
  const calls = dynamic ? [...source.matchAll(/\bimport\(\s*'([^']+)'/g)] : [];
  for (const [, name = ''] of [...statements, ...calls]) {
    if (name.startsWith('.')) importsOf(join(dirname(file), name), dynamic, seen);
    else seen.add(name);
  }
  return seen;
}
