import type { Report } from '../model/report.ts';
import { ownNames } from './sentences.ts';

/**
 * Whether a name, full or abbreviated, may be the agency's own: its characters stand in that order in one of the
 * agency's names (县教体局 in 青禾县教育体育局).
 */
export function isOwnName(report: Report, name: string): boolean {
  const bare = name.replace(/^(?:我|本|全|该|省|市|县|区|州|旗|镇|乡)+/, '').replace(/委$/, '委员会');
  let at = 0;
  const own = ownNames(report);
  for (const char of bare) {
    at = own.indexOf(char, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
