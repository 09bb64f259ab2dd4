import { ArchiveError } from './errors.ts';
import { Layout } from './layout.ts';
import { Shelves } from './shelves.ts';

/**
 * node snapshot-process.js FOLDER KIND…
 *
 * Writes the snapshots of these kinds, in a process of its own so that the one that answers goes on answering. It
 * reads the store as any reader does and writes nothing but snapshots, each of which names what it was made from.
 */
class SnapshotWriter extends Shelves {
  write(kinds: readonly string[]): void {
    this.derived.write(kinds);
  }
}

const [folder = '', ...kinds] = process.argv.slice(2);
try {
  new SnapshotWriter(new Layout(folder)).write(kinds);
} catch (error) {
  if (!(error instanceof ArchiveError)) throw error;
  process.stderr.write(error.message);
  process.exitCode = 1;
}
