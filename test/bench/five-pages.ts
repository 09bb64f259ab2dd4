import { makeFile } from '../fuzz/make-file.ts';
import { renderPdf } from '../fuzz/render-pdf.ts';

const pages = 5;

/** A generated report as a PDF of five pages: its part 一 goes on until it fills them. */
export async function fivePagePdf(seed: number): Promise<Uint8Array> {
  const { report } = await makeFile(seed, 'txt');
  for (let times = 1; times < 100; times++) {
    const general = Array.from({ length: times }, () => report.general).flat();
    const bytes = await renderPdf({ ...report, general }, { size: 9, repeatHeader: false, lines: 'all' });
    if (pagesOf(bytes) >= pages) return bytes;
  }
  throw new Error(`the report of seed ${seed} fills no ${pages} pages`);
}

function pagesOf(bytes: Uint8Array): number {
  return (
    Buffer.from(bytes)
      .toString('latin1')
      .match(/\/Type \/Page\b/g)?.length ?? 0
  );
}
