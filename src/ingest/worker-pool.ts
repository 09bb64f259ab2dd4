import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { packageRoot } from '../package-root.ts';
import { IngestError, type Refusal, refusalOf } from './errors.ts';
import type { ReadJob, ReadReport } from './read-report.ts';

export type JobResult = { report: ReadReport } | { error: Refusal };

export interface PoolOptions {
  /** Workers at most; one a core if not said. They start when they are needed. */
  size?: number;
  /** Megabytes of heap of a worker. */
  memoryMegabytes?: number;
}

interface Waiting {
  job: ReadJob;
  settle(result: JobResult): void;
}

/**
 * Threads that read files, so that a hostile file costs its own worker and no more: the worker that runs out of
 * time or heap is ended and replaced. Idle workers do not keep the process alive.
 */
export class WorkerPool {
  readonly size: number;
  readonly #memoryMegabytes: number;
  readonly #idle: Worker[] = [];
  readonly #workers = new Set<Worker>();
  readonly #queue: Waiting[] = [];
  #closed = false;

  constructor(options: PoolOptions = {}) {
    this.size = options.size ?? Math.max(1, availableParallelism());
    this.#memoryMegabytes = options.memoryMegabytes ?? 512;
  }

  /** Never rejects: what goes wrong with a file is its refusal. */
  run(job: ReadJob): Promise<JobResult> {
    if (this.#closed) return Promise.resolve({ error: refusalOf(new Error('the worker pool is closed')) });
    return new Promise((settle) => {
      this.#queue.push({ job, settle });
      this.#next();
    });
  }

  /** Ends every worker; files still waiting are refused. */
  async close(): Promise<void> {
    this.#closed = true;
    const refusal = refusalOf(new IngestError('crashed', '程序正在退出'));
    for (const waiting of this.#queue.splice(0)) waiting.settle({ error: refusal });
    await Promise.all([...this.#workers].map((worker) => worker.terminate()));
  }

  #next(): void {
    const waiting = this.#queue[0];
    if (!waiting) return;
    const worker = this.#idle.pop() ?? (this.#workers.size < this.size ? this.#start() : undefined);
    if (!worker) return;
    this.#queue.shift();
    this.#give(worker, waiting);
  }

  #start(): Worker {
    const worker = new Worker(workerFile(), {
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: this.#memoryMegabytes },
    });
    this.#workers.add(worker);
    // A worker that dies while idle is only missed; while busy, the listeners of its job tell.
    worker.on('error', () => this.#drop(worker));
    worker.on('exit', () => this.#drop(worker));
    return worker;
  }

  #drop(worker: Worker): void {
    this.#workers.delete(worker);
    const at = this.#idle.indexOf(worker);
    if (at >= 0) this.#idle.splice(at, 1);
  }

  #give(worker: Worker, { job, settle }: Waiting): void {
    const finish = (result: JobResult, alive: boolean) => {
      clearTimeout(timer);
      worker.off('message', onMessage);
      worker.off('error', onError);
      worker.off('exit', onExit);
      if (alive) {
        worker.unref();
        this.#idle.push(worker);
      } else {
        this.#drop(worker);
        void worker.terminate();
      }
      settle(result);
      this.#next();
    };
    const onMessage = (result: JobResult) => finish(result, true);
    const onError = (error: unknown) => finish({ error: refusalOf(workerTrouble(error)) }, false);
    const onExit = () => finish({ error: refusalOf(new IngestError('crashed')) }, false);
    const onTime = () => {
      const seconds = job.limits.milliseconds / 1000;
      finish({ error: refusalOf(new IngestError('timeout', `上限 ${seconds} 秒`)) }, false);
    };
    const timer = setTimeout(onTime, job.limits.milliseconds);
    worker.on('message', onMessage);
    worker.on('error', onError);
    worker.on('exit', onExit);
    worker.ref();
    // A copy of exactly these bytes goes over: a Buffer may be a view into a larger one that others use.
    const bytes = new Uint8Array(job.bytes);
    worker.postMessage({ ...job, bytes }, [bytes.buffer]);
  }
}

function workerTrouble(error: unknown): IngestError {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') return new IngestError('memory', undefined, { cause: error });
  return new IngestError('crashed', error instanceof Error ? error.message : String(error), { cause: error });
}

/** Threads run compiled code: beside this file in dist, or dist's when this file is the source (in tests). */
function workerFile(): string {
  const here = fileURLToPath(new URL('./worker.js', import.meta.url));
  return import.meta.url.endsWith('.ts') ? join(packageRoot, 'dist', 'src', 'ingest', 'worker.js') : here;
}
