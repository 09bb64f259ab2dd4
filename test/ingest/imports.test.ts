import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/package-root.ts';
import { importsOf } from '../support/imports.ts';

const source = (name: string) => join(packageRoot, 'src', 'ingest', name);

describe('what reading loads', () => {
  it('is never the segmenter: every worker thread would build its own', () => {
    const loaded = importsOf(source('worker.ts'), true);
    expect(loaded).toContain('pdfjs-dist/legacy/build/pdf.mjs');
    expect(loaded).not.toContain('nodejieba');
  });

  it('is no decoder of a binary format as long as only text is read', () => {
    const loaded = [...importsOf(source('reader.ts'), false), ...importsOf(source('decode/text.ts'), false)];
    expect(loaded).toContain('zod');
    expect(loaded.filter((name) => /pdfjs|parse5|htmlparser2|yauzl/.test(name))).toEqual([]);
  });
});
