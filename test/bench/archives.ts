import { join } from 'node:path';
import { measureInChild, runChild } from './child.ts';
import { type Filled, filledAs, isFilled } from './corpus/fill.ts';

/**
 * Generated archives by their size, shared by all that is measured: each goes on from the next smaller one, and one
 * that stands in the folder is used again.
 */
export class Archives {
  private largest: number | undefined;

  constructor(private readonly folder: string) {}

  path(count: number): string {
    return join(this.folder, `archive-${count}`);
  }

  /** Makes those that are missing, the smallest first. @param sizes ascending */
  make(sizes: readonly number[], tell: (text: string) => void): void {
    for (const count of sizes) {
      const path = this.path(count);
      if (isFilled(path)) runChild('./workers/freshen.js', [path]);
      else {
        tell(`making an archive of ${count.toLocaleString('en')} reports …`);
        const smaller = this.largest === undefined ? [] : [this.path(this.largest)];
        measureInChild('./workers/fill.js', [path, String(count), ...smaller]);
      }
      this.largest = count;
    }
  }

  get(count: number): Filled & { path: string } {
    const path = this.path(count);
    return { ...filledAs(path), path };
  }
}
