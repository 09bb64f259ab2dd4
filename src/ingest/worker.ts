import { parentPort } from 'node:worker_threads';
import { refusalOf } from './errors.ts';
import { type ReadJob, readReport } from './read-report.ts';
import type { JobResult } from './worker-job.ts';

/**
 * The other side of the worker pool: one job in, one result out. It must never load nodejieba: every thread
 * builds its own tries of 260 MB and an ended thread leaks them.
 */
parentPort?.on('message', async (job: ReadJob) => {
  parentPort?.postMessage(await run(job));
});

async function run(job: ReadJob): Promise<JobResult> {
  try {
    return { report: await readReport(job) };
  } catch (error) {
    return { error: refusalOf(error) };
  }
}
