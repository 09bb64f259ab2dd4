import type { Paragraph } from '../../../model/document.ts';
import type { Section } from '../../../model/report.ts';
import { dateIn } from './dates.ts';
import { isName, nameIn } from './names.ts';
import { compact } from './plain.ts';

/** Where the report's own text names its agency, the surest first. */
const OPENING: readonly RegExp[] = [
  /(?:由|现由)([^，,。；;:()《》]{3,40}?)(?:根据|依据|按照|依照|负责|组织|统一|汇总|牵头|编制|制作|发布)/g,
  /(?:要求|规定|精神|格式》?)[，,](?:现?由|特?由)?([^，,。；;:()《》]{3,40}?)(?:编制|组织编制|结合|现将|公布|特向|现公布|发布|制作|认真)/g,
  /《([^》]{3,40}?)(?:20\d{2})[^》]{4,40}(?:报告|年报)》/g,
  /现(?:将|公布|发布|公开|就)([^，,。；;:《》()]{3,40}?)(?:20\d{2})年/g,
  /(?:公布|发布|公开|编制|形成|撰写|制定|报告)(?:了|完成)?([^，,。；;:《》()]{3,40}?)(?:20\d{2})年(?:度)?(?:政府信息|政务|信息)公开/g,
  /(?:公布|发布|公开|编制|形成|撰写|制定|报告)(?:了|完成)?20\d{2}年(?:度)?([^，,。；;:《》()]{3,40}?)(?:政府信息|政务|信息)公开/g,
  /(?:^|[，,])([^，,。；;:()《》]{3,40}?)(?:编制|组织编制|起草)(?:完成|形成|了)+/gm,
  /(?:受理|编制|公开|报告)(?:机构|机关|单位|部门)(?:为|是|:)([^，,。；;:()《》]{3,40}?)(?=[，,。；;()]|办公地址|地址|电话|$)/gm,
  /^(?:20\d{2}年(?:度|以来)?[，,])?([^，,。；;:()《》]{3,40}?)(?:坚持|深入|认真|严格|始终|紧紧|全面|按照|高度|积极|切实|贯彻|围绕|在|以|持续|扎实|着力|进一步|不断|根据|牢固|立足|聚焦)/gm,
  /(?:请|可|欢迎)?(?:与|向|联系|致电|咨询|联系单位:)([^，,。；;:()《》]{3,40}?)(?:联系|\(地址|\(联系|咨询|反映|,|。|;|，)/g,
];

/** Names in the opening words of the report; the order is that of their weight. */
export function openingNames(sections: readonly Section[]): string[] {
  const preamble = sections.filter((section) => section.number === 0).flatMap((s) => s.paragraphs);
  const first = sections.find((section) => section.number === 1)?.paragraphs.slice(0, 2) ?? [];
  const text = [...preamble, ...first].map((p) => compact(p.text.slice(0, 3000))).join('\n');
  const names = OPENING.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((m) => nameIn(withoutWork(withoutDesk(m[1] ?? '')))),
  );
  return [...new Set(names.filter((name) => name !== undefined))];
}

/** XX局政务公开办公室 answers the telephone; the report is XX局's. */
function withoutDesk(phrase: string): string {
  const owner =
    /^(.+?)(?:政务公开|政府信息公开|信息公开|党政(?:综合)?|信息(?:与政务)?公开工作)(?:领导小组)?(?:办公室|办|科|股)$/.exec(
      phrase,
    )?.[1];
  return owner && isName(owner) ? owner : phrase;
}

/** 某市人民政府信息公开工作以… speaks of 某市人民政府. */
function withoutWork(phrase: string): string {
  const owner = /^(.*?)(?:政府信息公开|政务公开|信息公开)(?:工作)?$/.exec(phrase)?.[1] ?? phrase;
  return /人民$/.test(owner) ? `${owner}政府` : owner;
}

const SUBJECT =
  /(?:^|[。；，,;]|20\d{2}年(?:度)?[，,]?)([\u3400-\u9fff]{3,24}?)(?=坚持|深入|认真|严格|始终|积极|高度重视|切实|持续|扎实|不断|进一步|紧紧围绕|共(?:收到|受理|公开|主动)|(?:通过|主动|未)(?:政府|公开|收到))/gm;

/** The organ that the sentences have as their subject again and again; undefined when none or several do. */
export function spokenName(paragraphs: readonly Paragraph[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { text } of paragraphs) {
    for (const match of compact(text.slice(0, 3000)).matchAll(SUBJECT)) {
      const name = nameIn(match[1] ?? '');
      if (name && name.length > 2) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  return first && first[1] > 1 && !second ? first[0] : undefined;
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
