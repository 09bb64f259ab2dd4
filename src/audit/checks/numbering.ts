import type { Finding } from '../../model/finding.ts';
import type { Section } from '../../model/report.ts';
import type { Check } from '../check.ts';
import { note } from '../note.ts';

const digits = '一二三四五六七八九十';
const leading = /^\s*[（(]([一二三四五六七八九十])[)）]/;

/** （一）（二）（一）（二）: a list that starts again inside one part without the level changing. */
function restarts(section: Section): Finding[] {
  let last = 0;
  for (const paragraph of section.paragraphs) {
    const match = leading.exec(paragraph.text);
    if (!match) continue;
    const number = digits.indexOf(match[1] ?? '') + 1;
    if (number <= last) {
      const message = `“${section.heading}”内编号（${match[1]}）在（${digits[last - 1]}）之后又出现`;
      return [note('numbering-restarts', 'notice', message, [{ ...paragraph.place, text: paragraph.text }])];
    }
    last = number;
  }
  return [];
}

export const numberingRestarts: Check = {
  id: 'numbering-restarts',
  title: '编号重新起头',
  formula: '同一部分内（一）（二）……的编号应递增',
  severities: ['notice'],
  example: '（一）问题（二）措施之后，措施的条目又从（一）编起。',
  needs: 'report',
  run: ({ report }) => report.sections.filter((section) => section.number > 0).flatMap(restarts),
};
