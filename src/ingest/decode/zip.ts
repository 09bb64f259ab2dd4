import { IngestError } from '../errors.ts';
import type { Limits } from '../limits.ts';
import { type ZipMember, zipMembers } from './zip-members.ts';

/** What one file and everything packed inside it may still unpack. */
export interface Budget {
  bytes: number;
  members: number;
}

const junk = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|~\$|\._)/i;

/**
 * The members of a ZIP that somebody meant to put there. Sizes are checked from the directory, before anything
 * is unpacked, against a budget that ZIPs inside this one share.
 * @throws {IngestError} `zip-bomb`, `zip-members`, `zip-empty`, `damaged`
 */
export async function openZip(bytes: Uint8Array, limits: Limits, budget: Budget): Promise<ZipMember[]> {
  const members = (await zipMembers(bytes, limits)).filter((member) => !junk.test(member.name));
  if (members.length === 0) throw new IngestError('zip-empty');
  budget.members -= members.length;
  if (budget.members < 0) throw new IngestError('zip-members', `上限 ${limits.zipMembers} 个`);
  budget.bytes -= members.reduce((sum, member) => sum + member.size, 0);
  if (budget.bytes < 0)
    throw new IngestError('zip-bomb', `上限 ${Math.round(limits.zipBytes / 1024 / 1024)} MB`);
  return members;
}
