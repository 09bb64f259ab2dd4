import type { Snippet } from './snippets-figures.ts';

const town = { agency: '青禾县柳溪乡人民政府' };
const bureau = { agency: '青禾县教育局' };
const county = { agency: '青禾县人民政府' };
const year = ['other-year warning'];

/** Words about years, places and organs. */
export const wordSnippets: Snippet[] = [
  { says: '2022年，我局认真贯彻落实《条例》，主动公开政府信息320条。', found: year },
  { says: '2022年，在县委、县政府的正确领导下，我局扎实推进政府信息公开工作。', found: year },
  { says: '现将我局2022年政府信息公开工作情况报告如下。', found: year },
  { says: '2022年以来，我局持续完善公开目录。' },
  { says: '2022年，县政府印发《政务公开工作要点》，我局逐项落实。' },
  { says: '根据《青禾县2022年政务公开考核办法》和青政办发〔2022〕15号文件要求，逐项整改。' },
  { says: '2022年成立的政务公开领导小组于2023年调整充实。' },
  { says: '自2019年5月15日新修订的《条例》施行以来，我局不断规范办理流程。' },
  { says: '与2022年相比，公开的时效明显提高。' },
  { says: '2023年，我局坚持以公开为常态、不公开为例外。' },
  { part: 'five', says: '存在问题：解读形式单一。2024年，我局将进一步丰富解读形式，加强业务培训。' },
  {
    part: 'five',
    says: '存在问题：解读形式单一。2023年，我局将继续丰富解读形式，加强业务培训。',
    found: year,
  },
  {
    part: 'five',
    says: '2023年，我局将政府信息公开纳入年度考核，但仍存在解读形式单一的问题。下一步将加强培训。',
  },
  {
    part: 'five',
    says: '针对2022年度存在的问题，我局已整改到位。目前仍存在解读不够及时的问题，2024年将加以改进。',
  },
  { says: '（一）主动公开情况。2021年，我局主动公开信息96条。', found: year },
  { says: '预算公开方面，公开2022年度部门决算和2024年度部门预算。' },
  { says: '按照“十四五”规划（2021—2025年）要求，细化公开事项。' },

  { as: town, says: '我乡将公开工作纳入考核，对松坪镇下辖11个村进行督导。', found: ['other-place warning'] },
  { as: town, says: '组织人员赴安平镇学习考察政务公开工作经验，借鉴安平镇政府信息公开工作做法。' },
  { as: town, says: '在县政务公开办指导下，与邻近的镇互相学习，取长补短。' },
  { as: town, says: '2023年，我镇高度重视政府信息公开工作。', found: ['other-self notice'] },
  { as: town, says: '2023年，我乡高度重视政府信息公开工作，全乡12个村均设公开栏。' },
  { as: town, says: '我局安排专人负责依申请公开工作。', found: ['other-self notice'] },
  { as: town, says: '转发县教育局、县民政局文件，公开救助信息。我县各乡镇统一使用县政府网站。' },
  { as: bureau, says: '我局公开全县各乡镇学校招生信息，我县教育资助政策做到应知尽知。' },
  { as: bureau, says: '教育局全年组织各中小学公开招生、收费信息。' },
  {
    as: bureau,
    says: '2023年，县水利局共收到政府信息公开申请3件。',
    found: ['other-agency warning', 'text-against-table warning'],
  },
  { as: bureau, says: '2023年，县教育局共收到政府信息公开申请0件。' },
  { as: bureau, says: '我局会同县财政局、县民政局公开教育资助资金发放信息。' },
  { as: bureau, says: '县市场监督管理局牵头的校园食品安全信息在我局网站同步公开。' },
  { as: bureau, says: '我镇高度重视政府信息公开工作。', found: ['other-self notice'] },
  { as: bureau, says: '按照青海省、西宁市教育部门要求，公开教师招聘信息。' },
  { as: bureau, says: '赴浙江省杭州市、江苏省南京市学习政务公开经验。' },
  { as: bureau, says: '本中心城区学校招生划片范围在网站公开。' },
  { as: { agency: '青禾县公安局交通警察分局' }, says: '我局向各乡镇派出所公开车辆管理办事指南。' },
  { as: county, says: '柳溪乡、松坪镇、安平镇等乡镇均设立政务公开专区，柳溪乡政府信息公开工作获评优秀。' },
  { as: county, says: '全县各级行政机关公开信息5200条，县自然资源局公开征地信息52条。' },

  { says: 'XX局高度重视政府信息公开工作。', found: ['placeholder-text warning'] },
  { says: '全年主动公开政府信息__条。', found: ['placeholder-text warning'] },
  { says: '按照统一模板制作答复文书，规范答复格式。' },
  { part: 'five', says: '无', found: ['part-five-incomplete warning'] },
  {
    part: 'five',
    says: '我局公开工作还存在解读不够及时、形式比较单一等问题。',
    found: ['part-five-incomplete notice'],
  },
  { part: 'five', says: '公开的时效有待提高，个别栏目更新较慢。今后将按月通报更新情况，落实责任。' },
  {
    part: 'five',
    says: '（一）存在问题\n1.解读不及时。\n2.形式单一。\n（二）改进措施\n1.同步解读。\n2.丰富形式。',
  },
  {
    part: 'five',
    says: '（一）存在的问题\n解读不够及时，形式单一。\n（二）改进措施\n（一）加强培训，提高解读质量。\n（二）丰富解读形式。',
    found: ['numbering-restarts notice'],
  },
  {
    part: 'five',
    says: '存在的问题：\n（一）解读不及时。\n（二）形式单一。\n改进措施：\n（一）同步解读。\n（二）丰富形式。',
  },
  { says: '（一）主动公开。公开第二十条第（十）项规定的信息。\n（二）依申请公开。规范办理流程。' },
  { says: '我局按要求公开信息。', as: { date: '2024年3月5日' }, found: ['publication-date warning'] },
  {
    says: '全县公开工作有序推进。',
    as: { ...county, date: '2024年3月5日' },
    found: ['publication-date notice'],
  },
  { says: '我局按要求公开信息。', as: { date: '2023年1月12日' }, found: ['publication-date warning'] },
];
