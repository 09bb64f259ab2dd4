import type { Paragraph } from '../../model/document.ts';
import type { Finding } from '../../model/finding.ts';
import type { Section } from '../../model/report.ts';
import type { Check } from '../check.ts';
import { note } from '../note.ts';

const digits = '一二三四五六七八九十';
/** Ways to number: 一、 （一） 1. （1） 1） ①; a list of one way inside an entry of another starts anew there. */
const markers: readonly (readonly [string, RegExp])[] = [
  ['一、', /^([一二三四五六七八九十])、/],
  ['（一）', /^[（(]([一二三四五六七八九十])[)）]/],
  ['1.', /^(\d{1,2})[.．、](?!\d)/],
  ['（1）', /^[（(](\d{1,2})[)）]/],
];
/** 存在的问题： starts a list of its own though it bears no number. */
const unnumberedHead = /^[^。；]{2,40}[：:]?$|[：:]$/;

interface Marker {
  way: string;
  number: number;
  text: string;
}

function markerOf(text: string): Marker | undefined {
  for (const [way, pattern] of markers) {
    const match = pattern.exec(text.trimStart());
    if (!match?.[1]) continue;
    const number = /\d/.test(match[1]) ? Number(match[1]) : digits.indexOf(match[1]) + 1;
    return { way, number, text: match[0] };
  }
  return undefined;
}

/** Numbers within the running text of a paragraph count too: （一）甲…（二）乙… on one line. */
function lastInside(text: string, way: string, from: number): number {
  if (way !== '（一）') return from;
  const inside = [...text.matchAll(/(?<!第)[（(]([一二三四五六七八九十])[)）](?!项)/g)];
  return inside.reduce((last, match) => {
    const number = digits.indexOf(match[1] ?? '') + 1;
    return number === last + 1 ? number : last;
  }, from);
}

/** （一）甲；（二）乙；（二）丙: the same number follows itself, each time at the beginning of an entry. */
function repeatedInside(text: string): number | undefined {
  const entries = [...text.matchAll(/(?<=^|[。；;])\s*[（(]([一二三四五六七八九十])[)）]/g)].map(
    (match) => match[1] ?? '',
  );
  const again = entries.find((entry, i) => i > 0 && entry === entries[i - 1]);
  return again ? digits.indexOf(again) + 1 : undefined;
}

function restarts(section: Section): Finding[] {
  const open: { way: string; last: number }[] = [];
  for (const paragraph of section.paragraphs) {
    const marker = markerOf(paragraph.text);
    if (!marker) {
      if (unnumberedHead.test(paragraph.text.trim())) open.length = 0;
      continue;
    }
    const level = open.findIndex((entry) => entry.way === marker.way);
    const last = level < 0 ? 0 : (open[level]?.last ?? 0);
    if (level >= 0 && marker.number <= last) return [restart(section, paragraph, marker, last)];
    open.length = level < 0 ? open.length : level;
    if (marker.way === '（一）') {
      const twice = repeatedInside(paragraph.text);
      if (twice)
        return [
          restart(section, paragraph, { ...marker, number: twice, text: `（${digits[twice - 1]}）` }, twice),
        ];
    }
    open.push({ way: marker.way, last: lastInside(paragraph.text, marker.way, marker.number) });
  }
  return [];
}

function restart(section: Section, paragraph: Paragraph, marker: Marker, last: number): Finding {
  const before = marker.text.replace(
    /[一二三四五六七八九十\d]+/,
    /\d/.test(marker.text) ? String(last) : (digits[last - 1] ?? ''),
  );
  const what = marker.number === last ? '重复' : '重新起头';
  const message = `“${section.heading}”内编号${what}：“${before}”之后又是“${marker.text}”`;
  return note('numbering-restarts', 'notice', message, [{ ...paragraph.place, text: paragraph.text }]);
}

export const numberingRestarts: Check = {
  id: 'numbering-restarts',
  title: '编号重新起头',
  formula: '同一部分内同一层次的编号（一、 （一） 1. （1））应递增；下一层在每个上层条目内可从头编',
  severities: ['notice'],
  example: '（一）问题（二）措施之后，措施的条目又从（一）编起。',
  needs: 'report',
  run: ({ report }) => report.sections.filter((section) => section.number > 0).flatMap(restarts),
};
