import type { RowShape } from '../../layout/word-tables.ts';

/** Collects how the next row is drawn: `\trowd`, then for each cell its merging and `\cellx` with its right edge. */
export class RowDrawing {
  #left = 0;
  #edges: number[] = [];
  #merged: RowShape['merged'] = [];
  #next: RowShape['merged'][number];

  word(word: string, number: number | undefined): void {
    if (word === 'trowd') {
      this.#left = 0;
      this.#edges = [];
      this.#merged = [];
      this.#next = undefined;
    } else if (word === 'trleft') this.#left = number ?? 0;
    else if (word === 'clvmrg') this.#next = 'above';
    else if (word === 'clmrg') this.#next = 'left';
    else if (word === 'cellx') {
      this.#edges.push(number ?? 0);
      this.#merged.push(this.#next);
      this.#next = undefined;
    }
  }

  shape(): RowShape {
    return { edges: [this.#left, ...this.#edges], merged: [...this.#merged] };
  }
}
