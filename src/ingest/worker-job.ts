import type { Worker } from 'node:worker_threads';
import { IngestError, type Refusal, refusalOf } from './errors.ts';
import type { ReadJob, ReadReport } from './read-report.ts';

export type JobResult = { report: ReadReport } | { error: Refusal };

/**
 * Gives a worker one job. `done` is called once: with the worker's result, or with a refusal when it ran out of
 * time, died or was stopped; then it is no longer `alive` and has been ended.
 * @returns ends the worker and refuses the job
 */
export function runOn(
  worker: Worker,
  job: ReadJob,
  done: (result: JobResult, alive: boolean) => void,
): (error: IngestError) => void {
  const finish = (result: JobResult, alive: boolean) => {
    clearTimeout(timer);
    worker.off('message', onMessage);
    worker.off('error', onError);
    worker.off('exit', onExit);
    // An idle worker does not keep the process alive.
    if (alive) worker.unref();
    else void worker.terminate();
    done(result, alive);
  };
  const stop = (error: IngestError) => finish({ error: refusalOf(error) }, false);
  const onMessage = (result: JobResult) => finish(result, true);
  const onError = (error: unknown) => stop(workerTrouble(error, job.limits.memoryMegabytes));
  const onExit = () => stop(new IngestError('crashed'));
  const seconds = job.limits.milliseconds / 1000;
  const timer = setTimeout(
    () => stop(new IngestError('timeout', `上限 ${seconds} 秒`)),
    job.limits.milliseconds,
  );
  worker.on('message', onMessage);
  worker.on('error', onError);
  worker.on('exit', onExit);
  worker.ref();
  // A copy of exactly these bytes goes over: a Buffer may be a view into a larger one that others use.
  const bytes = new Uint8Array(job.bytes);
  worker.postMessage({ ...job, bytes }, [bytes.buffer]);
  return stop;
}

function workerTrouble(error: unknown, memory: number): IngestError {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ERR_WORKER_OUT_OF_MEMORY')
    return new IngestError('memory', `上限 ${memory} MB`, { cause: error });
  return new IngestError('crashed', error instanceof Error ? error.message : String(error), { cause: error });
}
