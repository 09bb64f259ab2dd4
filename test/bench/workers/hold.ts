import { openArchive } from '../../../src/archive/archive.ts';
import { segmentation } from '../../../src/archive/segmentation.ts';
import { measureMemory } from '../search/memory.ts';
import { type Lap, lap } from './stopwatch.ts';

export interface Held {
  open: Lap;
  passages: Lap;
  columns: Lap;
  names: Lap;
  /** Resident bytes of each, after the garbage is gone. */
  bytes: { dictionary: number; records: number; passages: number; columns: number; names: number };
}

/** FOLDER: what of an archive takes how much memory and how long to load? Each part is loaded by using it. */
async function measure(folder: string): Promise<Held> {
  const marks = [measureMemory()];
  const mark = () => marks.push(measureMemory());
  segmentation().terms('政府信息公开');
  mark();
  const { result: archive, ...open } = await lap(() => openArchive(folder, 'read'));
  mark();
  const { result: _, ...passages } = await lap(() => archive.searchPassages('门户网站专栏', { limit: 1 }));
  mark();
  const { result: __, ...columns } = await lap(() => archive.column('applications.newReceived.total').at(0));
  mark();
  const { result: ___, ...names } = await lap(() => archive.findAgencies('教育局'));
  mark();
  const grown = (i: number) => (marks[i + 1] ?? 0) - (marks[i] ?? 0);
  const bytes = {
    dictionary: grown(0),
    records: grown(1),
    passages: grown(2),
    columns: grown(3),
    names: grown(4),
  };
  return { open, passages, columns, names, bytes };
}

const [folder = ''] = process.argv.slice(2);
console.log(JSON.stringify(await measure(folder)));
