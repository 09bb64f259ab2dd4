import { exportSubscriptions, listSubscriptions } from '../subscribing/listing.ts';
import { changeSettings } from '../subscribing/preferences.ts';
import { subscribe, unsubscribe } from '../subscribing/subscribe.ts';
import { about, help, start, upload } from './about.ts';
import { asking, summary } from './asking.ts';
import { claim } from './claim.ts';
import type { Command } from './command.ts';

const everywhere = ['private', 'groups', 'admins'] as const;
const keepers = ['private', 'admins'] as const;

/** Everything that can be called by name. Menus, help and the reading of messages are made from this table. */
export const commands: readonly Command[] = [
  {
    name: 'ask',
    zh: '提问：/ask 青禾县教育局去年收到多少件申请',
    en: 'Ask about the reports',
    menus: everywhere,
    asks: true,
    run: asking.ask,
  },
  {
    name: 'summary',
    zh: '一份年报的概况：/summary 单位 年份',
    en: 'One report at a glance',
    menus: everywhere,
    asks: true,
    run: summary,
  },
  {
    name: 'compare',
    zh: '对比：/compare 甲单位 乙单位',
    en: 'Compare agencies or years',
    menus: everywhere,
    asks: true,
    run: asking.compare,
  },
  {
    name: 'rank',
    zh: '排名：/rank 申请',
    en: 'Rank the agencies',
    menus: everywhere,
    asks: true,
    run: asking.rank,
  },
  {
    name: 'trend',
    zh: '历年变化：/trend 单位 申请',
    en: 'Development over the years',
    menus: everywhere,
    asks: true,
    run: asking.trend,
  },
  {
    name: 'problems',
    zh: '存在的问题：/problems 单位',
    en: 'Problems that the reports name',
    menus: everywhere,
    asks: true,
    run: asking.problems,
  },
  {
    name: 'audit',
    zh: '核查数字对不对得上：/audit 单位',
    en: 'Check the figures',
    menus: everywhere,
    asks: true,
    run: asking.audit,
  },
  {
    name: 'reports',
    zh: '收录了哪些年报',
    en: 'Which reports are held',
    menus: everywhere,
    asks: true,
    run: asking.reports,
  },
  {
    name: 'subscribe',
    zh: '订阅新年报：/subscribe 单位、地区、类别或关键词',
    en: 'Be told of new reports',
    menus: keepers,
    run: subscribe,
  },
  { name: 'unsubscribe', zh: '退订', en: 'Stop being told', menus: keepers, run: unsubscribe },
  {
    name: 'subscriptions',
    zh: '查看和修改订阅',
    en: 'List and change subscriptions',
    menus: everywhere,
    run: listSubscriptions,
  },
  {
    name: 'export',
    zh: '把订阅导出为文件',
    en: 'Subscriptions as a file',
    menus: [],
    run: exportSubscriptions,
  },
  {
    name: 'settings',
    zh: '语言、静默时段、时区、汇总时间、默认地区',
    en: 'Language, quiet hours, time zone, digests, home region',
    menus: keepers,
    run: changeSettings,
  },
  {
    name: 'upload',
    zh: '怎样收录年报（管理员）',
    en: 'How to add reports (administrators)',
    menus: ['private'],
    run: upload,
  },
  { name: 'help', zh: '怎样使用', en: 'How to use this bot', menus: everywhere, run: help(() => commands) },
  { name: 'about', zh: '关于本机器人', en: 'About this bot', menus: everywhere, run: about },
  { name: 'start', zh: '开始', en: 'Start', menus: [], run: start },
  { name: 'claim', zh: '认领管理员', en: 'Become the administrator', menus: [], run: claim },
];

export function findCommand(name: string): Command | undefined {
  return commands.find((command) => command.name === name);
}
