/** Peoples whose names stand inside the names of autonomous areas; the longer ones first, 族 may be left out. */
const LONG =
  '塔吉克|哈萨克|柯尔克孜|乌孜别克|维吾尔|达斡尔|鄂温克|鄂伦春|俄罗斯|塔塔尔|仫佬|毛南|仡佬|锡伯|普米|布朗|撒拉|保安|裕固|土家|哈尼|傈僳|拉祜|东乡|纳西|景颇|阿昌|朝鲜|蒙古|布依|独龙|门巴|珞巴|基诺|德昂|赫哲|高山';
/** One character alone may end the place's own name: 陵水黎族自治县. */
const SHORT = '各|回|藏|苗|彝|壮|满|侗|瑶|白|傣|黎|佤|畲|水|土|羌|京|怒';
const PEOPLE_TAIL = new RegExp(`(?:(?:${LONG})族?|(?:${SHORT})族)+$`);

export type DivisionLevel = 'province' | 'city' | 'county' | 'town';

export interface Spellings {
  /** With the word that tells its rank: 互助土族自治县, 互助县. */
  ranked: string[];
  /** Without it: 互助, 洪泽. Much more easily mistaken for a word of the language. */
  bare: string[];
}

/**
 * How people write the name of a division: 互助土族自治县 → 互助县, 互助; 广西壮族自治区 → 广西;
 * 江华街道 → 江华街道办事处, 江华办事处, 江华.
 */
export function spellingsOf(name: string, level: DivisionLevel): Spellings {
  const autonomous = /^(.+?)自治(区|州|县|旗)$/.exec(name);
  if (autonomous) return autonomousSpellings(name, autonomous[1] ?? '', autonomous[2] ?? '', level);
  if (level === 'town') return townSpellings(name);
  const stem = name.replace(/(?:特别行政区|地区|林区|省|市|县|区|盟|州|旗)$/, '');
  const area = shortArea(name);
  if (area !== name) return { ranked: [name, area], bare: [] };
  return { ranked: [name], bare: stem.length > 1 && stem !== name && !name.endsWith('旗') ? [stem] : [] };
}

/** 合肥经济技术开发区 → 合肥经开区 */
export function shortArea(name: string): string {
  return name.replace('经济技术开发区', '经开区').replace('高新技术产业开发区', '高新区');
}

function autonomousSpellings(name: string, before: string, rank: string, level: DivisionLevel): Spellings {
  const stripped = before.replace(PEOPLE_TAIL, '');
  const stem = stripped.length > 1 ? stripped : before.replace(/族$/, '');
  if (level === 'province') return { ranked: [name], bare: [stem] };
  return { ranked: [name, stem + rank], bare: stem.length > 1 ? [stem] : [] };
}

function townSpellings(name: string): Spellings {
  const street = /^(.+?)(?:街道(?:办事处)?|办事处)$/.exec(name)?.[1];
  if (street)
    return {
      ranked: [...new Set([name, `${street}街道`, `${street}街道办事处`, `${street}办事处`])],
      bare: bareTown(street),
    };
  const stem = /^(.+?)(民族乡|苏木|镇|乡)$/.exec(name);
  if (!stem) return { ranked: [name], bare: [] };
  const core = (stem[1] ?? '').replace(PEOPLE_TAIL, '');
  const short = core.length > 1 && core !== stem[1] && stem[2] === '乡' ? [`${core}乡`] : [];
  return { ranked: [name, ...short], bare: bareTown(core || (stem[1] ?? '')) };
}

function bareTown(stem: string): string[] {
  return stem.length > 1 ? [stem] : [];
}
