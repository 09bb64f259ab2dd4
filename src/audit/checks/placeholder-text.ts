import type { Finding } from '../../model/finding.ts';
import type { Check } from '../check.ts';
import { note } from '../note.ts';
import { sentencesOf } from '../sentences.ts';

/** What a template holds before somebody fills it in: XX局, ××年, ____件, （此处填写…）. */
const left =
  /(?<![A-Za-z])(?:[Xx]{2,}|[×╳＊*○]{2,})(?=[年月日件条次局县区市镇乡篇份个街道办中心政])|_{2,}\s*[年月日件条次]|(?<=[新收到理办结了共])\s+[件条](?=[，。；])|[（(【]\s*(?:此处|请|待)(?:填|补|写|插入)[^）)】]*[）)】]|待补充/;
export const placeholderText: Check = {
  id: 'placeholder-text',
  title: '文字中留有未替换的占位内容',
  formula: '文字不应留有 XX、××、下划线、“此处填写”等模板占位内容',
  severities: ['warning'],
  example: '文字写“XX局新收政府信息公开申请__件”。',
  needs: 'report',
  run: ({ report }) =>
    sentencesOf(report, [0, 1, 5, 6]).flatMap((sentence): Finding[] => {
      const match = left.exec(sentence.text);
      if (!match) return [];
      const around = sentence.text.slice(Math.max(0, match.index - 6), match.index + match[0].length + 6);
      const message = `文字中的“${around.trim()}”像是没有替换的占位内容`;
      return [note('placeholder-text', 'warning', message, [{ ...sentence.place, text: sentence.text }])];
    }),
};
