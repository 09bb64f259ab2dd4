import type { Report } from '../../model/report.ts';
import type { Check } from '../check.ts';
import { note } from '../note.ts';

const officialParts = [
  '总体情况',
  '主动公开政府信息情况',
  '收到和处理政府信息公开申请情况',
  '政府信息公开行政复议、行政诉讼情况',
  '存在的主要问题及改进情况',
  '其他需要报告的事项',
];
const numerals = '一二三四五六';

/** Parts 二 to 四 are tables: their text may well be empty. */
const tables: Record<number, string> = { 2: 'disclosure.', 3: 'applications.', 4: 'reviews.' };

function isEmpty(report: Report, number: number): boolean {
  const prefix = tables[number];
  if (prefix) return !Object.keys(report.readings).some((id) => id.startsWith(prefix));
  const section = report.sections.find((s) => s.number === number);
  return !section || section.paragraphs.every((paragraph) => paragraph.text.replace(/[。.\s]/g, '') === '');
}

/** The reader found something of the table and could not tell its rows. */
function hasDoubtOver(report: Report, number: number): boolean {
  const name = ['表二', '表三', '表四'][number - 2] ?? '';
  return report.warnings.some(({ code, message }) => code !== 'table-missing' && message.includes(name));
}

export const missingParts: Check = {
  id: 'missing-part',
  title: '六个部分是否齐全',
  formula: '年报应有格式规定的六个部分，各部分有内容，表格部分有表',
  severities: ['warning', 'notice'],
  example: '没有“六、其他需要报告的事项”；第三部分只有标题没有表格。',
  needs: 'report',
  run: ({ report }) =>
    officialParts.flatMap((title, i) => {
      const number = i + 1;
      const name = `${numerals[i]}、${title}`;
      const section = report.sections.find((s) => s.number === number);
      if (!section && isEmpty(report, number)) return [note('missing-part', 'warning', `缺少“${name}”部分`)];
      if (!isEmpty(report, number)) return [];
      const quotation = section ? [{ ...section.place, text: section.heading }] : [];
      if (!tables[number]) return [note('missing-part', 'warning', `“${name}”没有内容`, quotation)];
      // Rows that stand there but fit no form are the reader's trouble before they are the report's.
      const unread = section?.paragraphs.some(({ text }) => /\d/.test(text)) || hasDoubtOver(report, number);
      return unread
        ? [note('missing-part', 'notice', `“${name}”的表格没有能够识别，请对照原件`, quotation)]
        : [note('missing-part', 'warning', `“${name}”没有表格`, quotation)];
    }),
};

const nothing = /^(?:暂?无|没有|不存在|无问题|无存在问题|\/|-|—+)[。.]?$/;

/** Where the items could not be told apart such words still show that both halves are there. */
const problemWords =
  /不[足够高强全细深实多熟]|问题|差距|有待|欠缺|薄弱|偏[少低弱慢]|较[少低弱慢差]|滞后|短板|困难|缺[乏少]|单一|不(?:及时|到位|规范|完善|平衡)|频繁|需(?:要)?进一步/;
const improvementWords =
  /下一步|今后|以后|明年|将(?!近)|措施|整改|改进|已(?!经?不)[^，。；]{0,12}(?:公示|公开|开设|增设|建立|完成|上线|实行|推行|调整|配备)|强化|加大|(?:要|进一步|继续|持续|不断)(?:加强|提高|完善|提升|规范|健全|优化)/;

export const noImprovements: Check = {
  id: 'part-five-incomplete',
  title: '第五部分只有一半',
  formula: '第五部分既应写存在的主要问题，也应写改进情况，不应只写“无”',
  severities: ['warning', 'notice'],
  example: '列了四个问题，没有写任何改进措施；第五部分只写“无”。',
  needs: 'report',
  run: ({ report }) => {
    const section = report.sections.find((s) => s.number === 5);
    if (!section || isEmpty(report, 5)) return [];
    const quotation = [{ ...section.place, text: section.heading }];
    const words = section.paragraphs.map((paragraph) => paragraph.text).join('');
    if (nothing.test(words.replace(/\s/g, '')))
      return [note('part-five-incomplete', 'warning', `第五部分只写“${words.trim()}”`, quotation)];
    if (report.problems.length === 0 && !problemWords.test(words))
      return [note('part-five-incomplete', 'notice', '第五部分没有写明存在的问题', quotation)];
    if (report.improvements.length === 0 && !improvementWords.test(words))
      return [note('part-five-incomplete', 'notice', '第五部分没有写明改进措施', quotation)];
    return [];
  },
};

export const twoNames: Check = {
  id: 'two-names',
  title: '机关名称不一致',
  formula: '标题、首句、落款中的机关名称应为同一机关',
  severities: ['notice'],
  example: '标题写“某县某办事处”，文中又有“某社会事务综合服务中心”的标题。',
  needs: 'report',
  run: ({ report }) =>
    report.warnings
      .filter((warning) => warning.code === 'two-names')
      .map((warning) =>
        note('two-names', 'notice', warning.message, [
          { ...warning.place, text: warning.raw ?? report.title },
        ]),
      ),
};
