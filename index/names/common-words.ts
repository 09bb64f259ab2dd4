/** Ranks of places and words for offices: a name made of these alone fits thousands. */
const OFFICES =
  '省 市 县 区 州 盟 旗 乡 镇 村 街道 社区 地区 自治区 自治州 自治县 自治旗 开发区 管理区 新区 园区 全国 国家 中央 ' +
  '本级 我 本 各 某 该 人民 政府 人民政府 政府办 办公室 办公厅 办事处 街道办 街道办事处 管理 委员会 管理委员会 管委会 ' +
  '党委 工委 县委 市委 区委 省委 县政府 市政府 区政府 省政府 乡政府 镇政府 局 厅 委 办 处 科 部 署 院 站 所 队 股 ' +
  '部门 单位 机关 机构 组织 中心 服务 便民 公共 政务 事务 行政 执法 大队 支队 总队 事业 企业 公司 集团 学校 医院 协会 ' +
  '领导 领导小组 工作';

/** What is asked about in this field. */
const SUBJECTS =
  '申请 公开 主动 主动公开 依申请公开 信息 政府信息 信息公开 年报 年度 报告 情况 总体 问题 主要 存在 改进 措施 受理 收到 ' +
  '答复 办理 处理 办结 结转 总计 合计 数量 件数 自然人 法人 其他 商业 科研 社会公益 法律服务 许可 处罚 强制 事业性 ' +
  '收费 规章 规范性 文件 制发 废止 现行 有效 国家秘密 商业秘密 个人隐私 第三方 过程性 案卷 复议 诉讼 维持 纠正 审结 ' +
  '平台 网站 门户 微信 公众号 新媒体 政策 解读 监督 保障 培训 人员 制度 机制 建设 发展 标准 目录 指南 内容 形式 渠道 ' +
  '范围 加强 完善 进一步 提高 落实 及时 规范 群众 社会 今年 去年 多少 哪些 什么 怎么 以及 对比 比较 排名 最多 最少';

/** Words that alone name nobody. */
export const COMMON_WORDS: readonly string[] = `${OFFICES} ${SUBJECTS}`.split(' ');

const LONGEST = 6;

/** Whether a text can be put together from common words alone. */
export function isCommon(text: string, words: ReadonlySet<string>): boolean {
  const reached = new Uint8Array(text.length + 1);
  reached[0] = 1;
  for (let at = 0; at < text.length; at++) {
    if (reached[at] === 0) continue;
    for (let end = at + 1; end <= Math.min(text.length, at + LONGEST); end++) {
      if (words.has(text.slice(at, end))) reached[end] = 1;
    }
  }
  return reached[text.length] === 1;
}
