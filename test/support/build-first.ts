import { build } from './command-line.ts';

/** Files are read in threads, and threads run what is compiled, also where the test itself runs the source. */
export function setup(): void {
  build();
}
