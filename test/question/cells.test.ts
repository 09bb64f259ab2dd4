import { describe, expect, it } from 'vitest';
import { catalogue, plainLabel } from '../../src/catalogue/catalogue.ts';
import { loadDataFile } from '../../src/catalogue/data-file.ts';
import { columnsSchema, metricsSchema } from '../../src/question/lexicon-schema.ts';
import { understand } from '../../src/question/understand.ts';
import { corpusDay, fictionalLibrary } from '../support/fictional-library.ts';

const { library } = fictionalLibrary();
const readings = (question: string) => {
  const { query } = understand(question, { library, today: corpusDay });
  return query.kind === 'value' ? query.readings : [`kind ${query.kind}`];
};

/** Questions whose answer lacks the reading, with what was read instead. */
function misread(questions: Iterable<[question: string, id: string]>): string[] {
  const wrong: string[] = [];
  for (const [question, id] of questions) {
    const got = readings(question);
    if (!got.includes(id)) wrong.push(`${question} → ${got.join()} instead of ${id}`);
  }
  return wrong;
}

describe('every cell of the tables', () => {
  const fields = [...catalogue().fields.values()];

  it('is found by its official labels', () => {
    const questions = fields.map((field): [string, string] => {
      const year = field.editions.includes('2021') ? 2023 : 2020;
      const path = field.rowPath.map(plainLabel).join('');
      return [`秀岭区${year}年${path}${plainLabel(field.columnLabel)}是多少`, field.id];
    });
    expect(misread(questions)).toEqual([]);
  });

  it('of table 三 is found by every word for its row with every word for the applicant', () => {
    const { metrics } = loadDataFile(metricsSchema, 'lexicon', 'metrics.json');
    const { applicants } = loadDataFile(columnsSchema, 'lexicon', 'columns.json');
    const questions = metrics
      .filter(({ means }) => means.startsWith('applications.'))
      .flatMap(({ means, words }) =>
        applicants.flatMap(({ key, words: people }) =>
          words.map((word, i): [string, string] => [
            `秀岭区2023年${people[i % people.length] ?? ''}的${word}几件`,
            `${means}.${key}`,
          ]),
        ),
      );
    expect(misread(questions)).toEqual([]);
  });

  it('of table 二 and 四 is found by every word for its row with every word for the column', () => {
    const { metrics } = loadDataFile(metricsSchema, 'lexicon', 'metrics.json');
    const { results, documents } = loadDataFile(columnsSchema, 'lexicon', 'columns.json');
    const questions: [string, string][] = [];
    for (const { means, words } of metrics) {
      for (const word of words) {
        if (means.startsWith('reviews.'))
          for (const { key, words: said } of results)
            for (const result of said)
              questions.push([`秀岭区2023年${word}${result}几件`, `${means}.${key}`]);
        else if (means.startsWith('disclosure.'))
          for (const { keys, words: said } of documents)
            for (const key of keys.slice(0, 1))
              if (catalogue().fields.get(`${means}.${key}`)?.editions.includes('2021'))
                for (const column of said)
                  questions.push([`秀岭区2023年${word}${column}多少`, `${means}.${key}`]);
      }
    }
    expect(misread(questions)).toEqual([]);
  });
});
