import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LowSync } from 'lowdb';
import { describe, expect, it } from 'vitest';
import { ArchiveError } from '../../src/archive/errors.ts';
import { writeFileSafely } from '../../src/archive/safe-file.ts';
import { SealedJsonFile, seal } from '../../src/archive/sealed-json.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

function written(): SealedJsonFile<Record<string, unknown>> {
  const adapter = new SealedJsonFile<Record<string, unknown>>(join(temporaryFolder(), 'a', 'b.json'), 'test');
  const document = new LowSync<Record<string, unknown>>(adapter, { 甲: 1, 乙: '“年报”\n' });
  document.write();
  return adapter;
}

function codeOf(work: () => unknown): string | undefined {
  try {
    work();
  } catch (error) {
    if (error instanceof ArchiveError) return error.code;
    throw error;
  }
  return undefined;
}

describe('a sealed JSON file', () => {
  it('gives back what lowdb wrote, and is plain JSON', () => {
    const adapter = written();
    expect(adapter.read()).toEqual({ 甲: 1, 乙: '“年报”\n' });
    expect(JSON.parse(readFileSync(adapter.file, 'utf8')).data).toEqual(adapter.read());
  });

  it('is null where there is no file', () => {
    expect(new SealedJsonFile(join(temporaryFolder(), 'none.json'), 'test').read()).toBeNull();
  });

  it('refuses a file that was cut short at any byte', () => {
    const adapter = written();
    const whole = readFileSync(adapter.file);
    for (let length = 0; length < whole.length; length += 1) {
      truncateSync(adapter.file, length);
      expect(
        codeOf(() => adapter.read()),
        `cut to ${length}`,
      ).toBe('damaged');
      writeFileSync(adapter.file, whole);
    }
  });

  it('refuses a file with any one bit changed', () => {
    const adapter = written();
    const whole = readFileSync(adapter.file);
    for (let bit = 0; bit < whole.length * 8; bit += 1) {
      const changed = Buffer.from(whole);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      writeFileSync(adapter.file, changed);
      expect(
        codeOf(() => adapter.read()),
        `bit ${bit}`,
      ).toBe('damaged');
    }
  });

  it('refuses a file of another kind and one of another format by name', () => {
    const adapter = written();
    expect(codeOf(() => new SealedJsonFile(adapter.file, 'other').read())).toBe('damaged');
    writeFileSync(adapter.file, seal('test', {}, 2));
    expect(codeOf(() => adapter.read())).toBe('other-version');
    expect(() => adapter.read()).toThrow(adapter.file);
  });
});

describe('writing a file safely', () => {
  it('leaves the old content and no temporary file when the new cannot be put in its place', () => {
    const folder = temporaryFolder();
    const file = join(folder, 'taken');
    writeFileSafely(join(file, 'inside'), [Buffer.from('old')]);
    expect(codeOf(() => writeFileSafely(file, [Buffer.from('new')]))).toBe('write-failed');
    expect(readdirSync(folder)).toEqual(['taken']);
    expect(readFileSync(join(file, 'inside'), 'utf8')).toBe('old');
    rmSync(file, { recursive: true });
  });

  it('names what the system said', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'file'), '');
    expect(() => writeFileSafely(join(folder, 'file', 'x'), [Buffer.from('new')])).toThrow('不是目录');
  });
});
