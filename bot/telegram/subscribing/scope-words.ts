import type { AgencyKind } from '../../../src/model/report.ts';
import type { Scope, Subscription } from '../../../src/subscriptions/model.ts';

export const kindNames: Record<AgencyKind, string> = {
  government: '政府',
  town: '乡镇',
  subdistrict: '街道',
  bureau: '部门',
  centre: '事业单位',
  other: '其他单位',
};

export function scopeName(scope: Scope): string {
  switch (scope.kind) {
    case 'all':
      return '全部年报';
    case 'agency':
      return scope.name;
    case 'region':
      return `${scope.name}各单位`;
    case 'agency-kind':
      return `所有${kindNames[scope.agencyKind]}`;
    case 'keywords':
      return `提到“${scope.words.join('”和“')}”的年报`;
  }
}

const deliveries = { now: '即时', daily: '每日汇总', weekly: '每周汇总' } as const;
const pauses = {
  asked: '已暂停',
  blocked: '已停发（不能在此发言）',
  'chat-gone': '已停发（会话不在了）',
  'topic-closed': '已停发（话题已关闭）',
} as const;

export function subscriptionName(subscription: Subscription): string {
  const { scope, delivery, onlyFindings, silent, paused } = subscription;
  const marks = [
    deliveries[delivery],
    ...(onlyFindings ? ['仅有疑点的'] : []),
    ...(silent ? ['静音'] : []),
    ...(paused ? [pauses[paused]] : []),
  ];
  return `${scopeName(scope)}（${marks.join('，')}）`;
}
