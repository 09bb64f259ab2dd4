import { closeSync, openSync, writeSync } from 'node:fs';
import { openArchive } from '../../src/archive/archive.ts';
import { ArchiveError } from '../../src/archive/errors.ts';
import { type Put, reportFor, sourceOf, stepAt } from './script.ts';

/**
 * `node worker.js FOLDER SEED FROM TO [HANDLES]`: carries out steps on an archive. Prints `open`, then for each step
 * its number when it is done (it has been acknowledged), or `refused <number> <code>`, or `failed <code>` when the
 * archive cannot be opened. With HANDLES only so many more files may be open at once, for every other step.
 */
const [folder = '', seed = '1', from = '0', to = '0', handles] = process.argv.slice(2);

async function work(): Promise<void> {
  const archive = openArchive(folder, 'write');
  // Loaded, so that every step brings them up to date and saving them is a real write.
  archive.searchPassages('公开');
  archive.column('applications.newReceived.total');
  archive.findAgencies('服务中心');
  say('open');
  for (let n = Number(from); n < Number(to); n += 1) {
    const giveBack = handles !== undefined && n % 2 ? takeHandles(Number(handles)) : () => {};
    const outcome = await tried(n);
    giveBack();
    say(outcome);
  }
  archive.close();

  async function tried(n: number): Promise<string> {
    try {
      await carryOut(n);
      return String(n);
    } catch (error) {
      if (error instanceof ArchiveError) return `refused ${n} ${error.code}`;
      throw error;
    }
  }

  async function carryOut(n: number): Promise<void> {
    const step = stepAt(Number(seed), n);
    if (step.do === 'put') {
      const reports = step.puts.map(reportFor);
      const keep = (put: Put, i: number) =>
        archive.keepSource(reports[i]?.source.sha256 ?? '', sourceOf(put));
      await Promise.all(step.puts.map(keep));
      archive.putAll(reports);
    } else if (step.do === 'remove') archive.remove(reportFor({ agency: step.agency, edition: 0 }).id);
    else archive.saveSnapshots(true);
  }
}

/** Opens files until the system gives no more, then leaves some. @returns how to give all back */
function takeHandles(leave: number): () => void {
  const taken: number[] = [];
  try {
    for (;;) taken.push(openSync('/dev/null', 'r'));
  } catch {
    // No more to be had: as wished.
  }
  for (const descriptor of taken.splice(0, leave)) closeSync(descriptor);
  return () =>
    taken.forEach((descriptor) => {
      closeSync(descriptor);
    });
}

/** Past every buffer: a line that was written is with the system, whatever happens to this process. */
function say(line: string): void {
  writeSync(1, `${line}\n`);
}

try {
  await work();
} catch (error) {
  if (!(error instanceof ArchiveError)) throw error;
  say(`failed ${error.code}`);
}
