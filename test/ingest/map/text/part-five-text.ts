import { readPartFive } from '../../../../src/ingest/map/text/part-five.ts';

/** Lines are paragraphs, as a decoder and the joining of lines leave them. */
export function read(text: string): { problems: string[]; improvements: string[] } {
  const paragraphs = text
    .trim()
    .split('\n')
    .map((line, i) => ({ text: line.trim(), place: { line: i + 1 } }));
  const { problems, improvements } = readPartFive(paragraphs, 2023);
  return { problems: problems.map((p) => p.text), improvements: improvements.map((p) => p.text) };
}
