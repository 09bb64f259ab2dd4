import { spawn } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openArchive } from '../../src/archive/archive.ts';
import { LockedError } from '../../src/archive/errors.ts';
import { Layout } from '../../src/archive/layout.ts';
import { processStart } from '../../src/archive/process-start.ts';
import { makeFolder } from '../../src/archive/safe-file.ts';
import { packageRoot } from '../../src/package-root.ts';
import { build } from '../support/command-line.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** A process that opens the archive to write, says so, and lives until it is killed. */
function otherWriter(folder: string) {
  build();
  const module = JSON.stringify(join(packageRoot, 'dist', 'src', 'archive', 'archive.js'));
  const code = `import(${module}).then(({ openArchive }) => {
    try { openArchive(process.argv[1], 'write'); process.stdout.write('open\\n'); setInterval(() => {}, 1000); }
    catch (error) { process.stdout.write(error.code + '\\n'); }
  });`;
  const child = spawn(process.execPath, ['-e', code, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const said = new Promise<string>((resolve) =>
    child.stdout.once('data', (data) => resolve(String(data).trim())),
  );
  const gone = new Promise((resolve) => child.once('exit', resolve));
  return { child, said, gone };
}

describe('the right to write', () => {
  it('is refused to a second process by a typed error that names the first', async () => {
    const folder = temporaryFolder();
    const other = otherWriter(folder);
    expect(await other.said).toBe('open');
    let thrown: unknown;
    try {
      openArchive(folder, 'write');
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(LockedError);
    expect(thrown).toMatchObject({ code: 'locked', pid: other.child.pid });
    expect(String(thrown)).toContain(String(other.child.pid));
    expect(openArchive(folder, 'read').holdings).toEqual([]);
  });

  it('is free again when its process was killed', async () => {
    const folder = temporaryFolder();
    const other = otherWriter(folder);
    expect(await other.said).toBe('open');
    other.child.kill('SIGKILL');
    await other.gone;
    const writer = openArchive(folder, 'write');
    expect(readdirSync(new Layout(folder).writers)).toHaveLength(1);
    writer.close();
    expect(readdirSync(new Layout(folder).writers)).toEqual([]);
  });

  it('is given to one of many that come at once', async () => {
    const folder = temporaryFolder();
    const others = Array.from({ length: 6 }, () => otherWriter(folder));
    const said = await Promise.all(others.map((other) => other.said));
    expect(said.filter((word) => word === 'open').length).toBeLessThanOrEqual(1);
    expect(said.filter((word) => word !== 'open' && word !== 'locked')).toEqual([]);
  });

  it.skipIf(processStart(process.pid) === null)(
    'is free when the number belongs to another process by now',
    () => {
      const folder = temporaryFolder();
      const { writers } = new Layout(folder);
      makeFolder(writers);
      const stale = { pid: process.pid, start: '1', token: 'x', port: null };
      writeFileSync(join(writers, `${process.pid}-0.json`), JSON.stringify(stale));
      writeFileSync(join(writers, `${process.pid}-1.json`), '{"pid":');
      openArchive(folder, 'write').close();
      expect(readdirSync(writers)).toEqual([]);
    },
  );

  it('leaves the archive free when opening fails', () => {
    const folder = temporaryFolder();
    const layout = new Layout(folder);
    makeFolder(layout.holdings);
    writeFileSync(layout.shardFile('ab'), 'rubbish');
    expect(() => openArchive(folder, 'write')).toThrow('ab.json');
    expect(readdirSync(layout.writers)).toEqual([]);
  });
});
