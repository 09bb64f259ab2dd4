import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openArchive } from '../../src/archive/archive.ts';
import { backup } from '../../src/archive/backup.ts';
import { examine } from '../../src/archive/doctor.ts';
import { ArchiveError } from '../../src/archive/errors.ts';
import { Layout } from '../../src/archive/layout.ts';
import { restore } from '../../src/archive/restore.ts';
import { writeFileSafely } from '../../src/archive/safe-file.ts';
import { inventedReport } from '../support/invented-report.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const clock = () => new Date('2025-02-01T00:00:00Z');

function filled() {
  const folder = temporaryFolder();
  const writer = openArchive(folder, 'write');
  for (let i = 0; i < 20; i += 1) writer.put(inventedReport({ agency: `云溪县第${i}站` }));
  writer.put(inventedReport({ agency: '云溪县第3站', text: ['改了。'] }));
  writeFileSafely(join(folder, 'subscriptions', 'a.json'), [Buffer.from('{}')]);
  return { folder, writer };
}

describe('a backup', () => {
  it('is taken while the archive is written, and gives the same reports, history and other files back', async () => {
    const { folder, writer } = filled();
    const target = join(temporaryFolder(), 'copy');
    expect(await backup(folder, target, clock)).toMatchObject({ reports: 20, madeAt: clock().toISOString() });
    writer.close();
    const again = temporaryFolder();
    await restore(target, again);
    const [a, b] = [openArchive(folder, 'read'), openArchive(again, 'read')];
    expect(b.holdings).toEqual(a.holdings);
    expect(b.holdings.map(({ reportId }) => b.report(reportId))).toEqual(
      a.holdings.map(({ reportId }) => a.report(reportId)),
    );
    expect(readFileSync(join(again, 'subscriptions', 'a.json'), 'utf8')).toBe('{}');
    expect(examine(again, { mend: false }).ailments).toEqual([]);
  });

  it('is checked before anything is restored', async () => {
    const { folder, writer } = filled();
    writer.close();
    const target = join(temporaryFolder(), 'copy');
    const path = Object.keys((await backup(folder, target, clock)).files)[5] ?? '';
    const again = join(temporaryFolder(), 'again');
    writeFileSync(join(target, path), 'x');
    await expect(restore(target, again)).rejects.toThrow(path);
    rmSync(join(target, path));
    await expect(restore(target, again)).rejects.toThrow(ArchiveError);
    expect(openArchive(again, 'read').holdings).toEqual([]);
  });

  it('goes only into an empty folder, and so does a restored archive', async () => {
    const { folder, writer } = filled();
    writer.close();
    await expect(backup(folder, folder, clock)).rejects.toThrow('不是空的');
    const target = join(temporaryFolder(), 'copy');
    await backup(folder, target, clock);
    await expect(restore(target, folder)).rejects.toThrow('不是空的');
  });

  it('names a report file that is damaged instead of copying it', async () => {
    const { folder, writer } = filled();
    const { reportId = '' } = writer.holdings[4] ?? {};
    const file = new Layout(folder).reportFile(reportId, writer.holding(reportId)?.version ?? '');
    writer.close();
    writeFileSync(file, readFileSync(file).subarray(0, 200));
    await expect(backup(folder, join(temporaryFolder(), 'copy'), clock)).rejects.toThrow(file);
  });

  it('keeps to itself what was for its owner alone', async () => {
    const { folder, writer } = filled();
    writer.close();
    writeFileSafely(join(folder, 'bot', 'chats', '5.json'), [Buffer.from('{}')], { mode: 0o600 });
    const [target, again] = [join(temporaryFolder(), 'copy'), temporaryFolder()];
    await backup(folder, target, clock);
    await restore(target, again);
    for (const where of [target, again])
      expect(statSync(join(where, 'bot', 'chats', '5.json')).mode & 0o777).toBe(0o600);
  });
});

describe('restoring', () => {
  it('that was broken off before its first file was whole is taken up again', async () => {
    const { folder, writer } = filled();
    writer.close();
    const [target, again] = [join(temporaryFolder(), 'copy'), temporaryFolder()];
    await backup(folder, target, clock);
    writeFileSync(`${new Layout(again).restoring}.${'0'.repeat(16)}.tmp`, '');
    await restore(target, again);
    expect(openArchive(again, 'read').holdings).toHaveLength(20);
    expect(examine(again, { mend: false }).ailments).toEqual([]);
  });

  it('that was broken off leaves no archive, and is taken up again', async () => {
    const { folder, writer } = filled();
    writer.close();
    const [target, again] = [join(temporaryFolder(), 'copy'), temporaryFolder()];
    await backup(folder, target, clock);
    // As a kill leaves it: some files are there already.
    writeFileSafely(new Layout(again).restoring, [Buffer.from('')]);
    writeFileSafely(join(again, 'holdings', '00.json'), [Buffer.from('half')]);
    for (const mode of ['read', 'write'] as const) expect(() => openArchive(again, mode)).toThrow('restore');
    expect(() => examine(again, { mend: true })).toThrow('restore');
    await expect(backup(again, join(temporaryFolder(), 'copy'), clock)).rejects.toThrow('restore');
    await restore(target, again);
    expect(openArchive(again, 'read').holdings).toHaveLength(20);
    expect(readdirSync(again)).not.toContain('restoring');
  });
});
