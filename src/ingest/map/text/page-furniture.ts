import type { Section } from '../../../model/report.ts';
import { webPageLexicon } from '../../layout/web-page-lexicon.ts';
import { compact } from './plain.ts';

const longestLine = 48;

/** What a page prints below its report (share buttons, the next article, who keeps the site) is cut off the last part. */
export function dropFurniture(sections: readonly Section[]): void {
  const last = sections.at(-1);
  if (!last || last.number < 5) return;
  const at = last.paragraphs.findIndex(({ text }, i) => i > 0 && isFurniture(compact(text)));
  if (at > 0) last.paragraphs.splice(at);
}

function isFurniture(flat: string): boolean {
  return flat.length <= longestLine && !/[。；]$|^[上下]一?个/.test(flat) && webPageLexicon().end.test(flat);
}
