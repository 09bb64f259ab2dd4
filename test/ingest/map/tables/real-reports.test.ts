import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../../src/ingest/decode/text.ts';
import { readTables } from '../../../../src/ingest/map/tables/read-tables.ts';
import { packageRoot } from '../../../../src/package-root.ts';

const shared = join(packageRoot, '../shared');
const expected = join(shared, 'conformance/reports.json');

interface Wanted {
  file: string;
  readings: Record<string, number | null>;
}

describe.skipIf(!existsSync(expected))('real reports', () => {
  const wanted: Wanted[] = existsSync(expected) ? JSON.parse(readFileSync(expected, 'utf8')) : [];
  it.each(wanted.filter(({ file }) => file.endsWith('.txt')))(
    'gives every cell of $file and no other',
    ({ file, readings }) => {
      const read = readTables(decodeText(readFileSync(join(shared, file)), file).blocks);
      const values = Object.fromEntries(
        Object.entries(read.readings).map(([id, reading]) => [id, reading.value]),
      );
      expect(values).toEqual(readings);
      expect(read.warnings.flatMap((warning) => warning.readings ?? [])).toEqual([]);
    },
  );
});
