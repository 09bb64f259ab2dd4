import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { measureInChild, runChild } from './child.ts';
import { DONE, type Filled, isFilled } from './corpus/fill.ts';

/** Generated archives by their size, made when first asked for; one that stands in the folder is used again. */
export class Archives {
  constructor(
    private readonly folder: string,
    private readonly tell: (text: string) => void,
  ) {}

  path(count: number): string {
    return join(this.folder, `archive-${count}`);
  }

  get(count: number): Filled & { path: string } {
    const path = this.path(count);
    if (!isFilled(path)) {
      this.tell(`filling an archive with ${count.toLocaleString('en')} reports …`);
      measureInChild('./workers/fill.js', [path, String(count)]);
    } else runChild('./workers/freshen.js', [path]);
    return { ...(JSON.parse(readFileSync(join(path, DONE), 'utf8')) as Filled), path };
  }
}
