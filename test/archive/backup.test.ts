import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openArchive } from '../../src/archive/archive.ts';
import { backup, restore } from '../../src/archive/backup.ts';
import { examine } from '../../src/archive/doctor.ts';
import { ArchiveError } from '../../src/archive/errors.ts';
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
  it('is taken while the archive is written, and gives the same reports, history and other files back', () => {
    const { folder, writer } = filled();
    const target = join(temporaryFolder(), 'copy');
    expect(backup(folder, target, clock)).toMatchObject({ reports: 20, madeAt: clock().toISOString() });
    writer.close();
    const again = temporaryFolder();
    restore(target, again);
    const [a, b] = [openArchive(folder, 'read'), openArchive(again, 'read')];
    expect(b.holdings).toEqual(a.holdings);
    expect(b.holdings.map(({ reportId }) => b.report(reportId))).toEqual(
      a.holdings.map(({ reportId }) => a.report(reportId)),
    );
    expect(readFileSync(join(again, 'subscriptions', 'a.json'), 'utf8')).toBe('{}');
    expect(examine(again, { mend: false }).ailments).toEqual([]);
  });

  it('is checked before anything is restored', () => {
    const { folder, writer } = filled();
    writer.close();
    const target = join(temporaryFolder(), 'copy');
    const path = Object.keys(backup(folder, target, clock).files)[5] ?? '';
    const again = join(temporaryFolder(), 'again');
    writeFileSync(join(target, path), 'x');
    expect(() => restore(target, again)).toThrow(path);
    rmSync(join(target, path));
    expect(() => restore(target, again)).toThrow(ArchiveError);
    expect(openArchive(again, 'read').holdings).toEqual([]);
  });

  it('goes only into an empty folder, and so does a restored archive', () => {
    const { folder, writer } = filled();
    writer.close();
    expect(() => backup(folder, folder, clock)).toThrow('不是空的');
    const target = join(temporaryFolder(), 'copy');
    backup(folder, target, clock);
    expect(() => restore(target, folder)).toThrow('不是空的');
  });
});
