import type { Random } from '../../fuzz/random.ts';
import { word } from './words.ts';

/**
 * What such reports say. {w} a word of the language, {n} a number, {m} a small one, {t} a title that is new each time
 * (which is what makes the vocabulary of real reports go on growing).
 */
const GENERAL = [
  '（一）主动公开。{year}年，我单位围绕{w}和{w}，通过门户网站主动公开政府信息{n}条，其中{w}类{n}条、{w}类{n}条，公开{w}{m}件，发布解读材料{m}篇，解读{w}有关政策。',
  '（二）依申请公开。完善受理、审核、答复、归档各环节流程，推行{w}与{w}会商，{year}年新收政府信息公开申请{received}件，均在法定期限内答复，未发生因{w}引起的纠错。',
  '（三）政府信息管理。落实公文公开属性源头认定，开展{w}清理，修订《{t}》，对{n}份文件逐件核对效力，做好{w}的动态调整，{w}信息一律先审后发。',
  '（四）平台建设。优化门户网站{w}专栏，“{t}”微信公众号发布信息{n}条，阅读量{n}次；完成政务新媒体{w}检查{m}次，关停{m}个长期不更新的账号。',
  '（五）监督保障。把政务公开纳入年度考核，分值权重{m}%，召开{w}推进会{m}次，组织{w}培训{m}期、{n}人次，{w}责任追究情况为零。',
  '加强重点领域信息公开，{w}、{w}、{w}等方面公开信息{n}条，围绕{t}开展“政府开放日”活动{m}次，邀请群众代表{n}人参与{w}。',
];
const PROBLEMS = [
  '一是{w}公开的内容还不够具体，{w}与{w}结合不紧，群众看不懂、用不上',
  '二是政策解读形式较为单一，以文字为主，{w}类图解和视频偏少，{w}方面尤为明显',
  '三是基层公开队伍力量薄弱，人员更换频繁，对{w}和{w}把握不准',
  '部分栏目更新不够及时，{w}信息滞后，个别{w}链接失效',
  '依申请公开答复的规范性有待提高，涉及{w}、{w}的申请研判不充分',
];
const MEASURES = [
  '一是细化{w}公开目录，把{w}和{w}列入必公开事项，按季度检查',
  '二是丰富解读形式，推出{t}系列解读{m}期，邀请{w}负责人在线解答',
  '三是加强业务培训，围绕{w}和{w}组织跟班学习{m}次，建立{t}制度',
  '完善更新台账，{w}信息在{m}个工作日内公开，失效链接随发现随处理',
  '健全依申请公开会商机制，{w}类申请由法制机构与{w}科室共同研判',
];
const OTHER = ['{year}年未收取政府信息公开信息处理费，{w}事项见《{t}》。', '无其他需要报告的事项。'];

export interface Facts {
  year: number;
  received: number;
}

export interface Texts {
  general: string[];
  problems: string[];
  measures: string[];
  other: string;
}

export function write(random: Random, facts: Facts): Texts {
  const tell = (text: string) => fill(random, text, facts);
  const each = (list: readonly string[]) =>
    random.some(list, random.int(2, 3)).map((text) => `${tell(text)}。`);
  return {
    general: random.some(GENERAL, random.int(3, 5)).map(tell),
    problems: each(PROBLEMS),
    measures: each(MEASURES),
    other: tell(random.pick(OTHER)),
  };
}

function fill(random: Random, text: string, facts: Facts): string {
  return text.replace(/\{(\w+)\}/g, (_, slot: string) => {
    if (slot === 'w') return word(random);
    if (slot === 'n') return String(Math.floor(10 ** (1 + random.next() * 3)));
    if (slot === 'm') return String(random.int(1, 9));
    if (slot === 't') return word(random) + word(random);
    return String(slot === 'year' ? facts.year : facts.received);
  });
}
