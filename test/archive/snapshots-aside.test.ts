import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { openArchive } from '../../src/archive/archive.ts';
import { packageRoot } from '../../src/package-root.ts';
import { inventedReport } from '../support/invented-report.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

function fill(folder: string, from: number, to: number): void {
  const writer = openArchive(folder, 'write');
  writer.putAll(
    Array.from({ length: to - from }, (_, i) => {
      const report = inventedReport({ figures: { 'applications.newReceived.total': i } });
      return { ...report, id: `2023-${String(from + i).padStart(10, '0')}` };
    }),
  );
  writer.close();
}

/** Runs in the compiled program, as the bot does: its snapshots are for programs of its own kind. */
function run<T>(script: string, ...args: string[]): T {
  const archive = pathToFileURL(join(packageRoot, 'dist', 'src', 'archive', 'archive.js')).href;
  const code = `import { openArchive } from ${JSON.stringify(archive)};
    const [folder, ...more] = process.argv.slice(1);
    const writer = openArchive(folder, 'write');
    ${script}
    writer.close();`;
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', code, ...args], {
    encoding: 'utf8',
  });
  return JSON.parse(output) as T;
}

it('writes snapshots by another process, while this one goes on', () => {
  const folder = temporaryFolder();
  fill(folder, 0, 60);
  const said = run<{ ticks: number; behind: number[]; found: number }>(
    `writer.column('applications.newReceived.total');
     let ticks = 0;
     const ticking = setInterval(() => { ticks += 1; }, 5);
     const saving = writer.saveSnapshotsAside();
     // What changes meanwhile is not lost: it is not in the snapshot, and the snapshot knows.
     writer.remove('2023-0000000007');
     await saving;
     clearInterval(ticking);
     const behind = writer.inspectSnapshots().map((one) => one.damaged ? -1 : one.behind);
     console.log(JSON.stringify({ ticks, behind, found: writer.holdings.length }));`,
    folder,
  );
  expect(said.found).toBe(59);
  expect(said.ticks).toBeGreaterThan(3);
  // Columns and passages have one owner a report; all these reports are of one agency.
  for (const behind of said.behind) expect(behind).toBeLessThanOrEqual(1);
  expect(said.behind.every((behind) => behind >= 0)).toBe(true);
});

it('says so when they cannot be written, and tries again', () => {
  const folder = temporaryFolder();
  fill(folder, 0, 60);
  const said = run<{ code: string; behind: number[] }>(
    `const { rmSync, writeFileSync } = await import('node:fs');
     const index = folder + '/index';
     writer.column('applications.newReceived.total');
     writer.findAgencies('');
     writer.searchPassages('');
     rmSync(index, { recursive: true, force: true });
     writeFileSync(index, 'no folder');
     const code = await writer.saveSnapshotsAside().then(() => 'none', (error) => error.code);
     rmSync(index);
     await writer.saveSnapshotsAside();
     console.log(JSON.stringify({ code, behind: writer.inspectSnapshots().map((one) => one.behind) }));`,
    folder,
  );
  expect(said).toMatchObject({ code: 'write-failed' });
  expect(said.behind[0]).toBe(0);
  expect(said.behind[2]).toBe(0);
});
