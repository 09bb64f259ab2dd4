import { deflateRawSync } from 'node:zlib';
import { toGb18030 } from './gb18030.ts';
import type { FuzzFile, FuzzFormat } from './make-file.ts';
import { Random } from './random.ts';
import { type PackedFile, zipArchive } from './zip-writer.ts';

const packed: readonly FuzzFormat[] = ['txt', 'gb', 'md', 'html', 'docx', 'docx', 'rtf', 'doc', 'mht'];
const folders = ['', '', '年报/', '各单位2024/公开年报/', 'reports/', '附件\\'];

/** One to three reports in a ZIP, with what else people and systems put there. */
export async function packFiles(
  seed: number,
  make: (seed: number, format: FuzzFormat) => Promise<FuzzFile>,
): Promise<FuzzFile> {
  const random = new Random(seed);
  const naming = random.pick(['flagged', 'utf8', 'gb18030'] as const);
  const members: FuzzFile[] = [];
  const files: PackedFile[] = random
    .shuffled(junk(random))
    .map(([name, text]) => pack(name, text, naming, random));
  for (let i = random.int(1, 3); i > 0; i--) {
    const file = await make(random.int(1, 2 ** 31), random.pick(packed));
    const name = `${random.pick(folders)}${i}.${file.name}`;
    files.splice(random.int(0, files.length), 0, pack(name, file.bytes, naming, random));
    members.push({ ...file, name: name.replaceAll('\\', '/') });
  }
  const [first] = members;
  if (!first) throw new RangeError('a ZIP without reports');
  const bytes = zipArchive(files);
  return { ...first, name: '年报汇总.zip', bytes, format: 'zip', damages: [], members };
}

function pack(
  name: string,
  content: string | Uint8Array,
  naming: 'flagged' | 'utf8' | 'gb18030',
  random: Random,
): PackedFile {
  return {
    name: naming === 'gb18030' ? toGb18030(name) : Buffer.from(name),
    bytes: typeof content === 'string' ? Buffer.from(content) : content,
    flagged: naming === 'flagged',
    stored: random.chance(0.2),
  };
}

/** Folders, files that systems leave behind, and files of other kinds. */
function junk(random: Random): [name: string, content: string | Uint8Array][] {
  const all: [string, string | Uint8Array][] = [
    ['年报/', ''],
    ['__MACOSX/年报/._1.docx', '\0\u0005\u0016\u0007'],
    ['年报/.DS_Store', '\0\0\0\u0001Bud1'],
    ['Thumbs.db', 'x'],
    ['年报/~$报告.docx', '\u0004user'],
    ['说明.txt', '请各单位于1月31日前报送年报，逾期不报的予以通报。'],
    ['附件/流程图.png', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    [
      '目录.zip',
      zipArchive([{ name: Buffer.from('a.txt'), bytes: deflateRawSync('x'), flagged: false, stored: true }]),
    ],
    ['空.doc', ''],
  ];
  return random.some(all, random.int(0, 4));
}
