import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { packageRoot } from '../../src/package-root.ts';

const archiveModule = join(packageRoot, 'dist', 'src', 'archive', 'archive.js');

/** Opens to write, holds it a moment, gives it back; prints when it had it. */
const code = `
const { openArchive } = await import(${JSON.stringify(archiveModule)});
try {
  const archive = openArchive(process.argv[1], 'write');
  const from = process.hrtime.bigint();
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 30);
  const to = process.hrtime.bigint();
  archive.close();
  console.log(JSON.stringify({ from: String(from), to: String(to) }));
} catch (error) {
  console.log(JSON.stringify({ code: error.code }));
}`;

export interface RivalFigures {
  opened: number;
  refused: number;
  wrong: string[];
}

/** Many processes want to write at the same moment: never two at a time, the others are refused by type. */
export async function rivals(folder: string, rounds: number, processes: number): Promise<RivalFigures> {
  const figures: RivalFigures = { opened: 0, refused: 0, wrong: [] };
  for (let round = 0; round < rounds; round += 1) {
    const said = await Promise.all(Array.from({ length: processes }, () => rival(folder)));
    const spans = said.flatMap((one) =>
      one.from && one.to ? [[BigInt(one.from), BigInt(one.to)] as const] : [],
    );
    spans.sort(([a], [b]) => (a < b ? -1 : 1));
    figures.opened += spans.length;
    figures.refused += said.filter((one) => one.code === 'locked').length;
    if (spans.some(([from], i) => i > 0 && from < (spans[i - 1]?.[1] ?? 0n)))
      figures.wrong.push(`round ${round}: two wrote at the same time`);
    for (const one of said) if (one.code !== undefined && one.code !== 'locked') figures.wrong.push(one.code);
  }
  return figures;
}

function rival(folder: string): Promise<{ from?: string; to?: string; code?: string }> {
  return new Promise((resolve, reject) => {
    const args = ['--input-type=module', '-e', code, folder];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    let text = '';
    child.stdout.on('data', (part) => {
      text += part;
    });
    child.once('error', reject);
    child.once('close', () => resolve(JSON.parse(text || '{"code":"nothing said"}')));
  });
}
