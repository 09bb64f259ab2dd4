import type { Snippet } from './snippets-figures.ts';

const bureau = { agency: '青禾县教育体育局' };
const street = { agency: '青禾县柳溪街道办事处' };
const county = { agency: '青禾县人民政府' };

/** Innocent and guilty mentions of places, organs and years; the organs stand for any of their kind. */
export const mentionSnippets: Snippet[] = [
  // places
  { as: street, says: '2023年，柳溪街道坚持公开为常态，不公开为例外，扎实推进政府信息公开工作。' },
  {
    as: street,
    says: '青禾县政府信息公开工作领导小组办公室对街道开展了督查，青禾县人民政府办公室组织了培训。',
  },
  { as: street, says: '松坪镇高度重视政府信息公开工作，成立领导小组。', found: ['other-place warning'] },
  { as: street, says: '2023年，松坪镇主动公开政府信息256条。', found: ['other-place warning'] },
  { as: street, says: '组织政务公开专干到松坪镇、安平镇交流学习，取长补短。' },
  { as: county, says: '2023年，松坪镇、安平镇政府信息公开工作走在前列，柳溪街道主动公开政府信息256条。' },
  { as: county, says: '2023年，霜河市政府信息公开工作年度考核中青禾县排名第三。' },
  { as: bureau, says: '青禾县政府信息公开工作要点印发后，我局立即分解任务。' },
  { as: bureau, says: '2023年，县教体局主动公开政府信息256条，教体局微信公众号发布信息312条。' },
  { as: bureau, says: '与上海市、苏州市教育部门开展合作，公开合作办学信息。' },
  { as: bureau, says: '2023年，青禾县教育体育局在霜河市教育局指导下，主动公开教育信息。' },
  {
    as: bureau,
    says: '2023年，县卫生健康委员会坚持公开透明，主动公开政府信息256条。',
    found: ['other-agency warning'],
  },
  { as: bureau, says: '局办公室2023年主动公开政府信息256条，各科室积极报送信息。' },
  { as: bureau, says: '县委宣传部、县融媒体中心主动公开政府信息的转发工作得到加强。' },
  { as: bureau, says: '政务服务中心设立政府信息公开查阅点，档案馆、图书馆同步提供查阅服务。' },
  { as: bureau, says: '县教师发展中心主动公开政府信息12条，下属学校公开收费信息。' },
  // self
  { as: street, says: '我街道高度重视，全街道12个社区均设公开栏。我办严格审核。' },
  { as: street, says: '我镇严格执行保密审查制度。', found: ['other-self notice'] },
  { as: bureau, says: '我局组织全镇街学校公开信息，本县各中心校、我市名师工作室信息同步公开。' },
  { as: bureau, says: '我局中心组学习，我中心城区学校扩容。' },
  {
    as: { agency: '青禾县医疗保障服务中心' },
    says: '我中心按照县医保局要求，公开医保经办信息。我局网站同步更新。',
    found: ['other-self notice'],
  },
  { as: { agency: '青禾县发展和改革委员会' }, says: '我委认真贯彻条例，公开项目审批信息。' },
  {
    as: { agency: '国家税务总局青禾县税务局' },
    says: '我局落实国家税务总局、省税务局要求，2023年，国家税务总局青禾县税务局主动公开政府信息125条。',
  },
  // years
  { says: '2023年度我局政府信息公开工作在2022年基础上稳步推进。' },
  { says: '2022年12月，我局调整了领导小组成员。' },
  { says: '2022年度，我局未收到政府信息公开申请，未发生行政复议、行政诉讼。', found: ['other-year warning'] },
  { says: '2024年，我局主动公开政府信息256条。', found: ['other-year warning'] },
  { says: '2024年，我局将进一步加强政务公开。' },
  {
    part: 'five',
    says: '存在问题：一是解读少。改进情况：2023年，我局针对2022年存在的问题，加强培训。2024年，计划再培训四次。',
  },
  {
    part: 'five',
    says: '2022年，我局政府信息公开工作虽取得一定成绩，但仍存在不足。下一步将改进。',
    found: ['other-year warning'],
  },
  { part: 'five', says: '存在公开不及时问题。2022年，将继续加强学习。', found: ['other-year warning'] },
  { says: '2020年以来累计公开信息1200条，2021年建成专栏，2022年获评先进。' },
  { says: '2023年，公开2022年度法治政府建设情况报告、2022年决算。' },
  { says: '公布2022年政府信息公开工作年度报告，接受社会监督。' },
  { says: '1月发布了2022年政府信息公开年报。现将有关情况报告如下：2023年，我局公开信息125条。' },
  { part: 'six', says: '按照《2022年政务公开工作要点》和《2023年政务公开工作要点》落实各项任务。' },
  { part: 'six', says: '2022年，我局未收取信息处理费。', found: ['other-year warning'] },
  { says: '2022年，我省出台新规。2022年，国务院办公厅发布指引，我局据此规范目录。' },
  // numbering
  {
    part: 'five',
    says: '一、存在问题\n1.解读不及时。\n2.形式单一。\n二、改进措施\n1.同步解读。\n2.丰富形式。',
  },
  {
    part: 'five',
    says: '（一）存在问题。1.解读不及时。2.形式单一。\n（二）改进措施。1.同步解读。2.丰富形式。',
  },
  {
    part: 'five',
    says: '1.解读不及时，形式单一，有待提高。\n2.公开时效不高。\n下一步将做好以下工作：\n1.同步解读。\n2.丰富形式。',
  },
  {
    part: 'five',
    says: '1.解读不及时，形式单一，有待提高。\n2.公开时效不高。\n2.人员变动较多。\n3.下一步将加强培训。',
    found: ['numbering-restarts notice'],
  },
  {
    says: '（一）主动公开\n公开信息125条。\n（二）依申请公开\n规范办理。\n（三）政府信息管理\n更新目录。\n（四）平台建设\n维护网站。\n（五）监督保障\n纳入考核。',
  },
  {
    says: '（一）主动公开\n公开信息125条。\n（二）依申请公开\n规范办理。\n（二）政府信息管理\n更新目录。\n（四）平台建设\n维护网站。',
    found: ['numbering-restarts notice'],
  },
  { says: '一是主动公开方面。公开信息125条。\n二是依申请公开方面。规范办理。\n三是平台建设方面。维护网站。' },
  // placeholder, fee
  { says: '“XX街道便民服务”专栏公开X月信息。', found: ['placeholder-text warning'] },
  { says: '车牌号青F·XX、联系电话0100-xxxx8888已公开。' },
  { part: 'six', says: '依据《政府信息公开信息处理费管理办法》，本年度发出收费通知0件，收取信息处理费0元。' },
  { part: 'six', says: '无' },
  { part: 'six', says: '本年度无其他需要报告的事项，无行政事业性收费调整。' },
  {
    part: 'five',
    says: '（一）存在的主要问题\n虽然取得了一定成绩，但公开意识不强，业务水平参差不齐。\n（二）改进情况\n加强业务培训，完善制度。',
  },
  { part: 'five', says: '主要问题是公开深度不够；改进办法是加强学习，拓展深度。' },
  {
    part: 'five',
    says: '本单位政府信息公开工作有序开展，无明显问题。',
    found: ['part-five-incomplete notice'],
  },
];
