import type { Section } from '../../../model/report.ts';
import type { TextLine } from './lines.ts';
import { joinLines } from './paragraphs.ts';
import { partHeadings } from './parts.ts';

/**
 * The preamble (number 0) and the official parts that the text has, in order. Each part stands once, whatever the
 * number of its headings; its paragraphs are whole sentences again.
 */
export function readSections(lines: readonly TextLine[], width: number | undefined): Section[] {
  const headings = partHeadings(lines);
  const sections: Section[] = [
    {
      number: 0,
      heading: '',
      place: lines[0]?.place ?? {},
      paragraphs: joinLines(lines.slice(0, headings[0]?.at), width),
    },
  ];
  headings.forEach((heading, i) => {
    const body = lines.slice(heading.at + 1, headings[i + 1]?.at);
    const place = lines[heading.at]?.place ?? {};
    const first = heading.rest ? [{ ...(lines[heading.at] as TextLine), text: heading.rest }] : [];
    const paragraphs = joinLines([...first, ...body], width);
    const same = sections.find((section) => section.number === heading.number);
    if (same) same.paragraphs.push(...paragraphs);
    else sections.push({ number: heading.number, heading: heading.text, place, paragraphs });
  });
  return sections;
}
