import { writeSync } from 'node:fs';
import { openArchive } from '../../src/archive/archive.ts';
import { ArchiveError } from '../../src/archive/errors.ts';
import { reportFor, stepAt } from './script.ts';

/**
 * `node worker.js FOLDER SEED FROM TO`: carries out steps on an archive and prints the number of each when it is done.
 * Before the first it prints `open`.
 * What is printed has been acknowledged. A refusal of the disk is printed as `refused <code>`, then it goes on.
 */
const [folder = '', seed = '1', from = '0', to = '0'] = process.argv.slice(2);

function work(): void {
  const archive = openArchive(folder, 'write');
  // Loaded, so that every step brings them up to date and saving them is a real write.
  archive.searchPassages('公开');
  archive.column('applications.newReceived.total');
  archive.findAgencies('服务中心');
  say('open');
  for (let n = Number(from); n < Number(to); n += 1) {
    try {
      carryOut(n);
      say(String(n));
    } catch (error) {
      if (!(error instanceof ArchiveError)) throw error;
      say(`refused ${error.code}`);
    }
  }
  archive.close();

  function carryOut(n: number): void {
    const step = stepAt(Number(seed), n);
    if (step.do === 'put') archive.putAll(step.puts.map(reportFor));
    else if (step.do === 'remove') archive.remove(reportFor({ agency: step.agency, edition: 0 }).id);
    else archive.saveSnapshots(true);
  }
}

/** Past every buffer: a line that was written is with the system, whatever happens to this process. */
function say(line: string): void {
  writeSync(1, `${line}\n`);
}

try {
  work();
} catch (error) {
  if (!(error instanceof ArchiveError)) throw error;
  say(`failed ${error.code}`);
}
