import { join, relative } from 'node:path';
import { ArchiveError } from './errors.ts';
import { readFolder, readWhole } from './read-file.ts';
import { checkSealed } from './sealed-json.ts';

interface Damaged {
  /** Below the bot's folder. */
  path: string;
  /** Chinese: what it is, and what its loss means. */
  message: string;
  mended: string;
}

const sealed = (file: string, bytes: Buffer) => void checkSealed(bytes, 'record', file);
const plain = (_file: string, bytes: Buffer) => void JSON.parse(bytes.toString('utf8'));

/** Every kind of file that the bot keeps; a folder, or one file. */
const KINDS = [
  {
    of: 'chats',
    check: sealed,
    message: '一个聊天的订阅和待发提醒已损坏',
    mended: '请在该聊天中重新订阅',
  },
  {
    of: 'announced',
    check: sealed,
    message: '一批待发的提醒已损坏',
    mended: '其中还没有记入各聊天的提醒不会发出',
  },
  {
    of: 'seen',
    check: sealed,
    message: '一份“已提醒过”的清单已损坏',
    mended: '其中的年报可能再提醒一次',
  },
  { of: 'views', check: plain, message: '一条回答的按钮已损坏', mended: '那条回答的按钮不能再用' },
  {
    of: 'updates.json',
    check: sealed,
    message: '待处理消息的清单已损坏',
    mended: '其中没有答复的消息请重发',
  },
  { of: 'claimed.json', check: sealed, message: '管理员的登记已损坏', mended: '下次启动时请重新认领' },
];

export function recordFolders(folder: string): string[] {
  return [folder, ...KINDS.filter(({ of }) => !of.endsWith('.json')).map(({ of }) => join(folder, of))];
}

/** Looks at the files that the bot keeps beside the archive. @throws {ArchiveError} `read-failed`, `other-version` */
export function* damagedRecords(folder: string): Generator<Damaged> {
  for (const { of, check, message, mended } of KINDS) {
    const files = of.endsWith('.json')
      ? [join(folder, of)]
      : readFolder(join(folder, of))
          .filter((name) => name.endsWith('.json'))
          .map((name) => join(folder, of, name));
    for (const file of files)
      if (isDamaged(file, check)) yield { path: relative(folder, file), message, mended };
  }
}

function isDamaged(file: string, check: (file: string, bytes: Buffer) => void): boolean {
  const bytes = readWhole(file);
  if (!bytes) return false;
  try {
    check(file, bytes);
    return false;
  } catch (error) {
    if (error instanceof SyntaxError) return true;
    if (error instanceof ArchiveError && error.code === 'damaged') return true;
    throw error;
  }
}
