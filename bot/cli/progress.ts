import { Presets, SingleBar } from 'cli-progress';
import type { Output } from './output.ts';

export interface Bar {
  show(done: number, total: number): void;
  /** Prints something without tearing the bar. */
  above(write: () => void): void;
  end(): void;
}

/** A bar on the terminal's error stream; nothing at all when nobody watches. */
export function progressBar(output: Output, wanted: boolean): Bar {
  if (!wanted || output.err.isTTY !== true)
    return { show: () => {}, above: (write) => write(), end: () => {} };
  const bar = new SingleBar(
    { stream: output.err as NodeJS.WritableStream, format: '{bar} {value}/{total} {eta_formatted}' },
    Presets.rect,
  );
  let started = false;
  const clear = () => output.err.write('\r\x1b[K');
  return {
    show: (done, total) => {
      if (total < 2) return;
      if (!started) bar.start(total, done);
      else bar.update(done);
      started = true;
    },
    above: (write) => {
      if (started) clear();
      write();
    },
    end: () => {
      if (!started) return;
      bar.stop();
    },
  };
}
