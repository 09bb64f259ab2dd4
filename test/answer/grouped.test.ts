import { describe, expect, it } from 'vitest';
import { answer } from '../../src/answer/answer.ts';
import { openArchive } from '../../src/archive/archive.ts';
import { pointCells, pointColumns, themesIn } from '../../src/catalogue/points.ts';
import { themes } from '../../src/catalogue/themes.ts';
import type { Report } from '../../src/model/report.ts';
import { MemoryLibrary } from '../support/memory-library.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { fictional, query } from './fictional.ts';

function withProblems(agency: string, ...texts: string[]): Report {
  const problems = texts.map((text, i) => ({ text, place: { line: 81 + i } }));
  return fictional({ agency, year: 2023, more: { problems } });
}

class Counting extends MemoryLibrary {
  opened = 0;
  override report(reportId: string): Report | undefined {
    this.opened++;
    return super.report(reportId);
  }
}

const tools = { audit: () => [] };
const many = [
  ...Array.from({ length: 1200 }, (_, i) => withProblems(`青禾县第${i}局`, '专业人员不足。')),
  ...Array.from({ length: 1300 }, (_, i) => withProblems(`青禾县第${i}中心`, '政策解读形式单一。', '别的。')),
];

describe('themes over many reports', () => {
  it('are counted over all of them without opening more than are quoted', () => {
    const library = new Counting(many);
    const told = answer(query({ kind: 'problems', grouped: true }), '最常见的问题', library, tools);
    expect(told.text).toContain('2500份年报');
    expect(told.text).toContain('政策解读不够：1300家');
    expect(told.text).toContain('人员不足、专业能力不强：1200家');
    expect(told.text).toContain('1300条没有归入以上各类');
    expect(library.opened).toBeLessThan(20);
  });

  it('stand in columns, an item in every theme it speaks of', () => {
    const [first, second] = [themes()[0]?.words[0] ?? '', themes()[1]?.words[0] ?? ''];
    const cells = pointCells(withProblems('青禾县水务局', `${first}，${second}。`, '别的。'));
    const { items, other, themes: masks } = pointColumns('problems');
    expect(cells[items]?.value).toBe(2);
    expect(cells[other]?.value).toBe(1);
    expect(cells[masks]?.value).toBe(themesIn(first) | themesIn(second));
    expect((cells[masks]?.value ?? 0) & 3).toBe(3);
  });

  it('are in the columns of an archive too', () => {
    const archive = openArchive(temporaryFolder(), 'write');
    archive.put(withProblems('青禾县水务局', '专业人员不足。'));
    const cell = archive.column(pointColumns('problems').items).at(0);
    expect(cell).toEqual({ value: 1, status: 'reported' });
    archive.close();
  });
});
