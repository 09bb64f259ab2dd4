import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, extname, join, relative } from 'node:path';
import type { IngestSummary } from '../../src/app/summary.ts';

export const DONE = 'done';
export const REFUSED = 'refused';

/**
 * Moves a finished file to `done/`, or, when nothing of it could be taken in, to `refused/`. What was refused of it
 * is told in a note beside it, `<name>.原因.txt`.
 */
export function putAside(folder: string, path: string, { files, rejected }: IngestSummary): void {
  const kept = files.length - rejected;
  const target = unused(join(folder, kept > 0 ? DONE : REFUSED, relative(folder, path)));
  mkdirSync(dirname(target), { recursive: true });
  const causes = files.flatMap(({ path: name, error }) =>
    error ? [`${relative(folder, name)}：${error.message}（${error.code}）`] : [],
  );
  // The note first: whatever happens in between, no file lies there without its cause.
  if (causes.length > 0) writeFileSync(`${target}.原因.txt`, `${causes.join('\n')}\n`);
  renameSync(path, target);
}

/** `a.txt`, else `a-2.txt` …: nothing that was put aside before is lost. */
function unused(path: string): string {
  const extension = extname(path);
  const stem = path.slice(0, path.length - extension.length);
  let candidate = path;
  for (let n = 2; existsSync(candidate); n += 1) candidate = `${stem}-${n}${extension}`;
  return candidate;
}
