import { describe, expect, it } from 'vitest';
import { read } from './part-five-text.ts';

describe('numbered problems and measures', () => {
  it.each([
    [
      'leads of their own line',
      '（一）存在的主要问题\n1.公开内容不全面。\n2.更新不及时。\n（二）改进措施\n1.加强培训。\n2.完善制度。',
    ],
    [
      'leads with a colon',
      '存在的主要问题：\n1、公开内容不全面。\n2、更新不及时。\n改进情况：\n1、加强培训。\n2、完善制度。',
    ],
    [
      '一是 … 二是 …',
      '存在问题：一是公开内容不全面。二是更新不及时。\n下一步，我局将采取以下措施：一是加强培训。二是完善制度。',
    ],
    [
      '一是 with semicolons',
      '主要存在以下问题：一是公开内容不全面；二是更新不及时。下一步工作打算：一是加强培训；二是完善制度。',
    ],
    [
      '（一） under a sentence',
      '2023年，我局政府信息公开工作取得了一定成绩，但也存在一些不足：\n（一）公开内容不全面。\n（二）更新不及时。\n针对以上问题，我局将做好以下工作：\n（一）加强培训。\n（二）完善制度。',
    ],
    ['circled numbers', '存在的问题：①公开内容不全面；②更新不及时。改进措施：①加强培训；②完善制度。'],
    [
      '（1） in one paragraph',
      '存在的主要问题：（1）公开内容不全面；（2）更新不及时。改进措施：（1）加强培训；（2）完善制度。',
    ],
    [
      'arabic leads',
      '1.存在的问题\n一是公开内容不全面。\n二是更新不及时。\n2.改进措施\n一是加强培训。\n二是完善制度。',
    ],
    [
      '首先 … 其次 …',
      '工作中还存在以下不足：首先，公开内容不全面。其次，更新不及时。今后，我局将重点做好以下工作：首先，加强培训。其次，完善制度。',
    ],
    [
      '第一，第二，',
      '存在的主要问题有：第一，公开内容不全面；第二，更新不及时。改进措施：第一，加强培训；第二，完善制度。',
    ],
    [
      'one number over both',
      '（一）存在问题。一是公开内容不全面；二是更新不及时。\n（二）改进情况。一是加强培训；二是完善制度。',
    ],
    [
      'a problem, its measure, and so on',
      '1.公开内容不全面。改进措施：加强培训。\n2.更新不及时。改进措施：完善制度。',
    ],
    [
      'the same with 下一步 in place of a lead',
      '（一）公开内容不全面。\n改进措施：加强培训。\n（二）更新不及时。\n改进措施：完善制度。',
    ],
    [
      'no lead but the numbers',
      '一是公开内容不全面。二是更新不及时。下一步，我局将：一是加强培训。二是完善制度。',
    ],
    [
      'spaces after the numbers',
      '（一） 存在的不足\n1. 公开内容不全面。\n2. 更新不及时。\n（二） 整改措施\n1. 加强培训。\n2. 完善制度。',
    ],
    [
      '一、 under the part',
      '一、存在的主要问题\n（一）公开内容不全面。\n（二）更新不及时。\n二、改进措施\n（一）加强培训。\n（二）完善制度。',
    ],
    [
      '其一，其二，',
      '不足之处主要有：其一，公开内容不全面；其二，更新不及时。针对存在的问题，我局将：其一，加强培训；其二，完善制度。',
    ],
  ])('%s', (_name, text) => {
    const plain = (item: string) => item.replace(/[。；]$/, '').replace(/^下一步，(?:我局)?/, '');
    const { problems, improvements } = read(text);
    expect(problems.map(plain)).toEqual(['公开内容不全面', '更新不及时']);
    expect(improvements.map(plain)).toEqual(['加强培训', '完善制度']);
  });

  it('keeps the sentences of an item together', () => {
    const { problems } = read('1、内容不够全面。所公开的信息与群众需求有差距，需要完善。\n2、人员不足。');
    expect(problems).toEqual(['内容不够全面。所公开的信息与群众需求有差距，需要完善。', '人员不足。']);
  });

  it('keeps inner numbers inside the outer item', () => {
    const { problems } = read(
      '存在的问题：\n（一）公开意识不强。一是认识不到位；二是重视不够。\n（二）人员不足。',
    );
    expect(problems).toEqual(['公开意识不强。一是认识不到位；二是重视不够。', '人员不足。']);
  });

  it('adds the paragraph under a heading-like item to it', () => {
    const { improvements } = read(
      '改进措施：\n（一）加强队伍建设\n定期组织业务培训。\n（二）优化平台\n完善检索功能。',
    );
    expect(improvements).toEqual(['加强队伍建设定期组织业务培训。', '优化平台完善检索功能。']);
  });

  it('turns to measures at 下一步 inside the last problem', () => {
    const { problems, improvements } = read(
      '一是内容不全面。二是更新不及时。下一步，我镇将加强学习，完善制度。',
    );
    expect(problems).toEqual(['内容不全面。', '更新不及时。']);
    expect(improvements).toEqual(['下一步，我镇将加强学习，完善制度。']);
  });

  it('does not split at figures and brackets inside a sentence', () => {
    const { problems } = read('一是依据第1、2款的公开不够；二是超过1.5万元项目公开不及时，（1）类尤甚。');
    expect(problems).toEqual(['依据第1、2款的公开不够', '超过1.5万元项目公开不及时，（1）类尤甚。']);
  });
});

describe('problems told in one sentence', () => {
  it.each([
    [
      '我镇政府信息公开工作主要存在公开内容不够全面、更新不够及时、人员业务不够熟练等问题。',
      ['公开内容不够全面', '更新不够及时', '人员业务不够熟练'],
    ],
    [
      '但离上级要求还有差距，主要是对公开工作认识不足，公开的尺度难以把握，制度执行力度有待加强等问题。',
      ['对公开工作认识不足', '公开的尺度难以把握', '制度执行力度有待加强'],
    ],
    [
      '2023年取得了一定进展，但仍存在对哪些资料属于公开范围，把握不准；公开深度需加强；流程需规范等问题。',
      ['对哪些资料属于公开范围，把握不准', '公开深度需加强', '流程需规范'],
    ],
    [
      '对照上级要求，仍存在一定差距。如申请办理规范性有待提高、公开的深度和广度有待提升等。',
      ['申请办理规范性有待提高', '公开的深度和广度有待提升'],
    ],
    [
      '我局工作虽取得一定成绩，但还存在主动公开的广度、深度不够，导致群众知晓率不高，政策解读形式单一等不足。',
      ['主动公开的广度、深度不够，导致群众知晓率不高', '政策解读形式单一'],
    ],
    ['存在的问题主要表现在：公开不够及时，栏目更新较慢。', ['公开不够及时，栏目更新较慢。']],
    [
      '目前存在的主要问题是信息公开工作人员多为兼职，业务水平有待提高。',
      ['信息公开工作人员多为兼职，业务水平有待提高。'],
    ],
    ['公开形式单一。', ['公开形式单一。']],
  ])('%s', (text, wanted) => {
    expect(read(text)).toEqual({ problems: wanted, improvements: [] });
  });
});

describe('measures in running text', () => {
  it.each([
    '在以后的工作中，将进一步加大督促检查力度，把政务公开工作做得更好。',
    '下一步，我局将加强学习培训，提高工作水平。',
    '今后，我中心将严格按照要求，及时公开各类信息。',
    '2024年，我镇将继续完善制度，拓宽公开渠道。',
    '针对上述问题，我局将加强组织领导，明确专人负责。',
    '为解决上述问题，我局拟增加工作人员，加强业务培训。',
    '接下来，我办将以群众需求为导向，不断优化栏目设置。',
    '对此，我局将认真查找原因，及时整改。',
  ])('%s', (measure) => {
    const { problems, improvements } = read(`存在公开不够及时等问题。\n${measure}`);
    expect(problems).toEqual(['公开不够及时']);
    expect(improvements).toEqual([measure]);
  });

  it('takes what was done about the year before as improvement', () => {
    const { problems, improvements } = read(
      '针对2022年存在的更新不及时问题，我局建立了提醒机制。\n当前仍存在解读形式单一等问题。',
    );
    expect(problems).toEqual(['解读形式单一']);
    expect(improvements).toEqual(['针对2022年存在的更新不及时问题，我局建立了提醒机制。']);
  });
});

describe('nothing to tell', () => {
  it.each(['无', '无。', '暂无', '没有', '无存在问题。', '本年度无', '不存在问题'])('%s', (text) => {
    expect(read(text)).toEqual({ problems: [], improvements: [] });
  });

  it('has no measures where only problems are told', () => {
    expect(read('目前存在的主要问题：一是宣传力度还不够。二是设施还不够完善。')).toEqual({
      problems: ['宣传力度还不够。', '设施还不够完善。'],
      improvements: [],
    });
  });

  it('takes no praise for a problem', () => {
    const { problems } = read('2023年，我局政府信息公开工作取得了明显成效，群众满意度进一步提高。');
    expect(problems).toEqual([]);
  });
});
