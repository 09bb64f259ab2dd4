import { type Dirent, realpathSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** A file to read, or a path of which there is nothing to read and why. */
export type Input = { path: string } | { path: string; reason: string };

const reasons: Record<string, string> = {
  ENOENT: '路径不存在',
  EACCES: '没有读取权限',
  EPERM: '没有读取权限',
  ELOOP: '符号链接成环',
  ENAMETOOLONG: '路径过长',
};

/** Lists what paths mean: files as they are, folders recursively in the order of their names, hidden names left out. */
export async function listInputs(paths: readonly string[]): Promise<Input[]> {
  const inputs: Input[] = [];
  const visited = new Set<string>();
  for (const path of paths) await walk(path, inputs, visited);
  return inputs;
}

async function walk(path: string, inputs: Input[], visited: Set<string>): Promise<void> {
  try {
    const stat = statSync(path);
    if (stat.isFile()) inputs.push({ path });
    else if (stat.isDirectory()) await walkFolder(path, inputs, visited);
    else inputs.push({ path, reason: '不是普通文件' });
  } catch (error) {
    inputs.push({ path, reason: reasonOf(error) });
  }
}

/** A folder that is reached a second time, through a link, has been listed already. */
async function walkFolder(folder: string, inputs: Input[], visited: Set<string>): Promise<void> {
  const real = realpathSync(folder);
  if (visited.has(real)) return;
  visited.add(real);
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.filter(visible).sort((a, b) => (a.name < b.name ? -1 : 1)))
    await walk(join(folder, entry.name), inputs, visited);
}

function visible(entry: Dirent): boolean {
  return !entry.name.startsWith('.') && (entry.isFile() || entry.isDirectory() || entry.isSymbolicLink());
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return String(error);
  return reasons[error.code] ?? error.message;
}
