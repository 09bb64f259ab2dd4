import type { Finding } from '../../model/finding.ts';
import type { Report } from '../../model/report.ts';
import type { Check } from '../check.ts';
import { note } from '../note.ts';
import { ownNames, sentencesOf } from '../sentences.ts';

/** What an organ calls itself, and what its names must then contain. */
const ranks: Readonly<Record<string, RegExp>> = {
  乡: /乡/,
  镇: /镇/,
  街道: /街道|办事处/,
  局: /局/,
  厅: /厅/,
  中心: /中心/,
  县: /县|旗/,
};
const rank = '(乡|镇|街道|局|厅|中心|县)';
const self = new RegExp(`[我本]${rank}(?![村道办级域区街企组站长属直城志乡镇]|政府办)`, 'g');
/** 全镇 speaks of oneself only where one is a town; elsewhere it is a count of others. */
const whole = /全(乡|镇|街道)(?![村道办级域区街企]|镇)/g;

export const otherSelf: Check = {
  id: 'other-self',
  title: '自称与机关不符',
  formula: '年报中的自称（我局、我镇、我乡、我街道、我中心……）应与机关名称一致；部门称“我县”“全县”不在此列',
  severities: ['notice'],
  example: '某乡人民政府的年报写“我镇全年……”。',
  needs: 'report',
  run: ({ report }) => {
    const names = ownNames(report);
    const isTown = report.agency.kind === 'town' || report.agency.kind === 'subdistrict';
    const seen = new Set<string>();
    return sentencesOf(report, [0, 1, 5, 6]).flatMap((sentence) =>
      [...sentence.text.matchAll(self), ...(isTown ? sentence.text.matchAll(whole) : [])].flatMap(
        (match): Finding[] => {
          const word = match[1] ?? '';
          if (seen.has(word) || allowed(report, word, names)) return [];
          seen.add(word);
          const message = `文字自称“${match[0]}”，机关为${report.agency.name}，可能由他处复制`;
          return [note('other-self', 'notice', message, [{ ...sentence.place, text: sentence.text }])];
        },
      ),
    );
  },
};

/** A bureau may well say 我县; it is odd only where the organ is known to sit in a district or city. */
function allowed(report: Report, word: string, names: string): boolean {
  if (ranks[word]?.test(names)) return true;
  return word === '县' && !/[区市]$/.test(report.agency.region.county ?? '县');
}
