import type { Paragraph } from '../../../model/document.ts';
import type { Contact } from '../../../model/report.ts';

const PHONE =
  /(?:(?:[（(]?0\d{2,3}[）)]?[-—－–\s]?)?[2-9]\d{6,7}(?:[-—转\s]+\d{1,6})?|1[3-9]\d{9}|12345|12336|400[-—]?\d{3,4}[-—]?\d{3,4})(?:[、/]\d{3,8})*/;
const NUMBER = `(${PHONE.source})`;

const FIELDS = {
  phone: new RegExp(
    `(?:(?:联系|咨询|办公|服务|监督|举报)?电话(?:号码)?|联系方式|Tel)[^\\d（(]{0,6}${NUMBER}`,
    'i',
  ),
  fax: new RegExp(`传真(?:号码|电话)?[^\\d（(]{0,4}${NUMBER}`),
  postcode: /(?:邮政编码|邮编)[^\d]{0,4}(\d{6})(?!\d)/,
  email: /([A-Za-z\d][\w.+-]*@[\w-]+(?:\.[\w-]+)+)/,
  website: /((?:https?:\/\/|www\.)[\w./?=&%:#~-]+[\w/])/,
  address:
    /(?:(?:通讯|通信|办公|联系)?地址|地点)(?:[：:为是在]|[（(])+([^，,。；;、（）()：:]{4,50}?)(?=[，,。；;、（）()]|邮编|邮政编码|电话|联系电话|$)/,
} as const;
/** The surest wording first: 与 and 和 stand between other words too, and only what follows tells that an office is named. */
const OFFICES = [
  /(?:请(?:直接)?(?:与|和|向|联系|致电|拨打)|联系(?:单位|部门|科室|机构)[：:]|联系[：:])([\u3400-\u9fff]{3,40}?)(?:(?:进行)?联系|[（(]|咨询|反映|[，。,]|$)/,
  /(?:与|向|(?<!呼)和)([\u3400-\u9fff]{3,40}?)(?:(?:进行)?联系|[（(](?:通讯|通信|办公|联系)?(?:地址|电话|方式|人)|咨询|反映)/,
  /(?<!请|相|要)联系([\u3400-\u9fff]{3,40}?)(?:[（(]|[，。,]|$)/,
];

/** Whom to ask: the paragraph that tells a telephone, an address or an e-mail of the agency. */
export function readContact(paragraphs: readonly Paragraph[]): Contact | null {
  let best: { paragraph: Paragraph; contact: Contact; fields: number } | undefined;
  for (const paragraph of paragraphs) {
    if (paragraph.text.length > 3000 || !/电话|联系|邮箱|@|地址|传真/.test(paragraph.text)) continue;
    const contact = contactIn(paragraph);
    const fields = Object.keys(contact).length;
    const useful = contact.phone ?? contact.email ?? contact.address;
    if (useful && fields > (best?.fields ?? 0)) best = { paragraph, contact, fields };
  }
  return best?.contact ?? null;
}

function contactIn(paragraph: Paragraph): Contact {
  const text = paragraph.text.replace(/(?<=[：:，,（(@.])\s+|\s+(?=[：:，,）)@])/g, '');
  const contact: Contact = { text: contactSentence(paragraph.text), place: paragraph.place };
  const office = firstOffice(text);
  if (office && !/^(?:我|本|以下|有关)/.test(office)) contact.office = office;
  for (const key of ['address', 'postcode', 'phone', 'fax', 'email', 'website'] as const) {
    const value = FIELDS[key].exec(text)?.[1]?.trim();
    if (value) contact[key] = value;
  }
  return contact;
}

function firstOffice(text: string): string | undefined {
  for (const pattern of OFFICES) {
    const office = pattern.exec(text)?.[1];
    if (office) return office;
  }
  return undefined;
}

/** Only the sentence that tells it: the preamble before it is another matter. */
function contactSentence(text: string): string {
  const sentences = text.split(/(?<=。)/);
  const telling = sentences.filter((s) => /电话|联系|邮箱|@|地址|传真|邮编/.test(s));
  return (telling.length > 0 ? telling.join('') : text).trim();
}
