import { z } from 'zod';
import { catalogue } from '../../catalogue/catalogue.ts';
import { loadDataFile } from '../../catalogue/data-file.ts';
import { labelOf, official, short } from '../names.ts';
import type { Draft, Task } from '../task.ts';

const tables = {
  disclosure: '二、主动公开政府信息情况',
  applications: '三、收到和处理政府信息公开申请情况',
  reviews: '四、政府信息公开行政复议、行政诉讼情况',
};

const schema = z.strictObject({ note: z.string(), meanings: z.record(z.string(), z.string().min(1)) });
let loaded: Record<string, string> | undefined;

/** The meaning of the row of a figure in plain words; that of a column is its row's. */
function meaningOf(id: string): string | undefined {
  loaded ??= loadDataFile(schema, 'lexicon', 'row-meanings.json').meanings;
  return loaded[id.slice(0, id.lastIndexOf('.'))];
}

/** How rows differ: the meaning of each, without a figure; undefined where the meaning of one is not known. */
export function difference({ say, query }: Task, ids: readonly string[]): Draft | undefined {
  const told = ids.map((id) => ({
    name: short(id, query.language).replace(/合计$/, ''),
    meaning: meaningOf(id),
  }));
  if (ids.length < 2 || told.some(({ meaning }) => meaning === undefined)) return undefined;
  const names = told.map(({ name }) => name).join(say('、', ', '));
  return {
    readings: [...ids],
    blocks: [
      { kind: 'headline', text: say(`${names}的区别`, `How ${names} differ`) },
      { kind: 'list', ordered: false, items: told.map(({ name, meaning }) => `${name}：${meaning}。`) },
      {
        kind: 'text',
        text: say(
          '这是各行的大意；法律上的含义以《政府信息公开条例》为准。',
          'In plain words; the law itself is the Regulations on Open Government Information.',
        ),
      },
    ],
  };
}

/** What a row, a sum or a rate means: where the official form has it, or from which of its rows it is computed. */
export function definition({ say, query }: Task, id: string): Draft | undefined {
  const { fields, sums, rates } = catalogue();
  const sum = sums.get(id);
  const rate = rates.get(id);
  const field = fields.get(id);
  const names = (ids: readonly string[]) =>
    ids.map((one) => short(one, query.language)).join(say('、', ', '));
  const texts: string[] = [];
  const meaning = query.language === 'zh' ? meaningOf(id) : undefined;
  if (meaning) texts.push(`${meaning}。`);
  if (rate) {
    const [above, below] = [names(rate.numerator), names(rate.denominator)];
    texts.push(say(`${above}之和 ÷ ${below}之和。`, `(${above}) ÷ (${below})`));
    texts.push(say('这是按年报表格算出来的，表格里没有印这一项。', 'Computed; the form does not print it.'));
  } else if (sum) texts.push(say(`下列各项之和：${names(sum.sumOf)}。`, `The sum of: ${names(sum.sumOf)}.`));
  if (field) {
    const place = `${tables[field.table]}：${official(id)}`;
    texts.push(say(`年报表格里的位置：${place}。`, `In the official form: ${place}.`));
    texts.push(
      say(
        '我只按官方表格的行和列回答，不解释法律条文；法律上的含义以《政府信息公开条例》为准。',
        'I tell the rows and columns of the form; the law itself is the Regulations on Open Government Information.',
      ),
    );
  }
  if (texts.length === 0) return undefined;
  return {
    readings: [id],
    blocks: [
      { kind: 'headline', text: rate?.label ?? labelOf(id) },
      ...texts.map((text) => ({ kind: 'text' as const, text })),
    ],
  };
}
