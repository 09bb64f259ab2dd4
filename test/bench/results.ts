import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Figure } from './figure.ts';

/** What one measurement gave, and under what circumstances. */
export interface Part {
  question: string;
  /** Reports in the archive; 0 where it is not about one. */
  size: number;
  figures: Figure[];
  /** Markdown to stand instead of the figures. */
  tables?: string;
  /** Day, machine and its load in the minute before the measurement ended. */
  date: string;
  machine: string;
  load: string;
  seconds: number;
}

/** Results are kept beside the page, so that one part can be measured anew without the others. */
export class Results {
  private constructor(
    private readonly file: string,
    private parts: Part[],
  ) {}

  static open(file: string): Results {
    return new Results(file, existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Part[]) : []);
  }

  get all(): readonly Part[] {
    return this.parts;
  }

  has(question: string, size: number): boolean {
    return this.parts.some((part) => part.question === question && part.size === size);
  }

  /** In place of what was known of the same; written at once. */
  take(...fresh: readonly Part[]): void {
    const known = this.parts.filter(
      (old) => !fresh.some((part) => part.question === old.question && part.size === old.size),
    );
    this.parts = [...known, ...fresh].sort((a, b) => a.size - b.size);
    writeFileSync(this.file, `${JSON.stringify(this.parts, null, 1)}\n`);
  }
}
