import { describe, expect, it } from 'vitest';
import { linesToBlocks } from '../../../../src/ingest/decode/text.ts';
import { readText } from '../../../../src/ingest/map/text/read-text.ts';
import type { SourceDocument } from '../../../../src/model/document.ts';
import { tablesOf } from './support.ts';

function partFive(rows: readonly string[]) {
  const text = ['青禾县水利局2023年政府信息公开工作年度报告', '五、存在的主要问题及改进情况', ...rows].join(
    '\n',
  );
  const document: SourceDocument = { format: 'txt', blocks: linesToBlocks(text), warnings: [] };
  const { problems, improvements } = readText(document, tablesOf(document), 'a.txt');
  return { problems: problems.map((p) => p.text), improvements: improvements.map((p) => p.text) };
}

describe('problems and measures in a table', () => {
  const wanted = {
    problems: ['目录不够细化', '解读不够通俗'],
    improvements: ['细化目录', '邀请群众参与解读'],
  };

  it('reads them below their columns', () => {
    const rows = [
      '序号\t存在问题\t改进措施',
      '1\t目录不够细化\t细化目录',
      '2\t解读不够通俗\t邀请群众参与解读',
    ];
    expect(partFive(rows)).toEqual(wanted);
  });

  it('reads them beside their rows', () => {
    const rows = ['存在问题\t目录不够细化\t解读不够通俗', '改进措施\t细化目录\t邀请群众参与解读'];
    expect(partFive(rows)).toEqual(wanted);
  });
});
