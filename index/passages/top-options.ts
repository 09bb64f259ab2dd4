import type { DocumentRange } from './top-search.ts';

export interface TopOptions {
  limit: number;
  accept?: ((id: unknown) => boolean) | undefined;
  /** The same by the document's number (`nextNumber`), which is quicker to have than its id. */
  acceptNumber?: ((doc: number) => boolean) | undefined;
  /** Of documents of one group only the best is told. */
  groupOf?: ((id: unknown) => unknown) | undefined;
  /** Only documents of these numbers; they count up with every `add` (`nextNumber`). */
  ranges?: readonly DocumentRange[] | undefined;
}

export interface TopResult {
  id: unknown;
  score: number;
  /** Terms of the query that were found. */
  terms: string[];
}
