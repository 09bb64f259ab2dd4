import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { packageRoot } from '../package-root.ts';
import { IngestError, refusalOf } from './errors.ts';
import { defaultLimits } from './limits.ts';
import type { ReadJob } from './read-report.ts';
import { type JobResult, runOn } from './worker-job.ts';

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

interface Running {
  /** Resident memory of the process when the job began, in bytes. */
  memory: number;
  stop(error: IngestError): void;
}

const watchMilliseconds = 50;
/** What a process may grow by for other reasons than the file that is read. */
const slackMegabytes = 256;

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
  /** In the order in which they began. */
  readonly #running = new Map<Worker, Running>();
  #watch: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(options: PoolOptions = {}) {
    this.size = options.size ?? Math.max(1, availableParallelism());
    this.#memoryMegabytes = options.memoryMegabytes ?? defaultLimits.memoryMegabytes;
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

  /**
   * A worker's heap is bounded by Node, but buffers lie outside it (a stream in a PDF that unpacks to gigabytes).
   * They are seen as growth of the process; the job that runs longest is the one that is not like the others.
   */
  #checkMemory(): void {
    const [oldest] = this.#running.values();
    if (!oldest) {
      clearInterval(this.#watch);
      this.#watch = undefined;
      return;
    }
    const grown = (process.memoryUsage.rss() - oldest.memory) / 1024 / 1024;
    if (grown > this.#memoryMegabytes + slackMegabytes) oldest.stop(this.#tooMuchMemory());
  }

  #tooMuchMemory(): IngestError {
    return new IngestError('memory', `上限 ${this.#memoryMegabytes} MB`);
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
      stdout: true,
      resourceLimits: { maxOldGenerationSizeMb: this.#memoryMegabytes },
    });
    this.#workers.add(worker);
    // Standard output is for answers; what libraries have to say in a worker goes to standard error.
    worker.stdout.on('data', (text) => process.stderr.write(text));
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
    const stop = runOn(worker, job, (result, alive) => {
      this.#running.delete(worker);
      if (alive) this.#idle.push(worker);
      else this.#drop(worker);
      settle(result);
      this.#next();
    });
    this.#running.set(worker, { memory: process.memoryUsage.rss(), stop });
    this.#watch ??= setInterval(() => this.#checkMemory(), watchMilliseconds).unref();
  }
}

/** Threads run compiled code: beside this file in dist, or dist's when this file is the source (in tests). */
function workerFile(): string {
  const here = fileURLToPath(new URL('./worker.js', import.meta.url));
  return import.meta.url.endsWith('.ts') ? join(packageRoot, 'dist', 'src', 'ingest', 'worker.js') : here;
}
