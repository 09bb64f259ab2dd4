import type { Section } from '../../../model/report.ts';
import { dateIn } from './dates.ts';
import { isName, nameIn } from './names.ts';
import { compact } from './plain.ts';

/** Where the report's own text names its agency, the surest first. */
const OPENING: readonly RegExp[] = [
  /(?:由|现由)([^，,。；;:()《》]{3,40}?)(?:根据|依据|按照|依照|负责|组织|统一|汇总|牵头|编制|制作|发布)/g,
  /(?:要求|规定|精神|格式》?)[，,](?:现?由|特?由)?([^，,。；;:()《》]{3,40}?)(?:编制|组织编制|结合|现将|公布|特向|现公布|发布|制作|认真)/g,
  /《([^》]{3,40}?)(?:20\d{2})[^》]{4,40}(?:报告|年报)》/g,
  /现(?:将|公布|发布|就)([^，,。；;:《》()]{3,40}?)(?:20\d{2})年/g,
  /^(?:20\d{2}年(?:度|以来)?[，,])?([^，,。；;:()《》]{3,40}?)(?:坚持|深入|认真|严格|始终|紧紧|全面|按照|高度|积极|切实|贯彻|围绕|在|以|持续|扎实|着力|进一步|不断|根据|牢固|立足|聚焦)/gm,
  /(?:请|可|欢迎)?(?:与|向|联系|致电|咨询|联系单位:)([^，,。；;:()《》]{3,40}?)(?:联系|\(地址|\(联系|咨询|反映|,|。|;|，)/g,
];

/** Names in the opening words of the report; the order is that of their weight. */
export function openingNames(sections: readonly Section[]): string[] {
  const preamble = sections.filter((section) => section.number === 0).flatMap((s) => s.paragraphs);
  const first = sections.find((section) => section.number === 1)?.paragraphs.slice(0, 2) ?? [];
  const text = [...preamble, ...first].map((p) => compact(p.text.slice(0, 3000))).join('\n');
  const names = OPENING.flatMap((pattern) => [...text.matchAll(pattern)].map((m) => nameIn(m[1] ?? '')));
  return [...new Set(names.filter((name) => name !== undefined))];
}

export interface Signature {
  name: string | undefined;
  date: string | null;
}

/** The agency and the day under the last part; takes their lines out of it. */
export function takeSignature(sections: readonly Section[]): Signature {
  const last = sections.at(-1);
  let signature: Signature = { name: undefined, date: null };
  if (!last) return signature;
  for (let i = last.paragraphs.length - 1; i >= Math.max(0, last.paragraphs.length - 8); i--) {
    const flat = compact(last.paragraphs[i]?.text ?? '');
    const found = signatureLine(flat);
    if (!found) continue;
    signature = { name: signature.name ?? found.name, date: signature.date ?? found.date };
    last.paragraphs.splice(i, 1);
    if (signature.name && signature.date) break;
  }
  return signature;
}

function signatureLine(flat: string): Signature | undefined {
  if (flat.length > 48 || /[，,。；;]/.test(flat)) return undefined;
  const date = dateIn(flat);
  const bare = flat
    .replace(/[(（]?(?:盖章|公章|章)[)）]?/g, '')
    .replace(/(?:20\d{2}|二[〇○零O0].{2})[年\-./].*$/, '')
    .replace(/^(?:编制|发布|落款|公开|报送)?(?:单位|机关|日期|时间)?[:：]/, '');
  const name = isName(bare) ? bare : undefined;
  const rest = bare.replace(/^(?:日期|时间)[:：]?/, '');
  return name || (date && rest === '') ? { name, date } : undefined;
}

/** 发布机构：XX局, 来源：XX局 in the head of a web page. */
export function metaNames(texts: readonly string[]): string[] {
  const keys =
    /(?:发布机构|发文机关|发布单位|公开单位|责任部门|信息来源|来源|编制单位|发布部门|作者)[:：]([^\s:：|]{3,30}?)(?=$|发布|日期|时间|浏览|字体|【|\[|\||成文|文号|索引|20\d\d)/;
  return texts.flatMap((text) => {
    const name = nameIn(keys.exec(compact(text))?.[1] ?? '');
    return name ? [name] : [];
  });
}
