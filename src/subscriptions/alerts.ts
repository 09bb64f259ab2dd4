import type { Report } from '../model/report.ts';
import { readingChanges } from './changes.ts';
import { wants } from './match.ts';
import type { Alert, ChatRecord, Subscription } from './model.ts';
import { earliest, never } from './timing.ts';

/** A report that is new or was changed. `before` is the version that was held until then. */
export interface News {
  report: Report;
  before?: Report;
}

/** One alert for each topic that wants it, however many subscriptions there ask. */
export function alertsFor(record: ChatRecord, { report, before }: News, now: Date): Alert[] {
  if (record.muted.includes(report.agency.id)) return [];
  const byTopic = groupByTopic(wanted(record, report));
  const changes = before ? readingChanges(before, report) : { listed: [], all: 0 };
  return [...byTopic].map(([topic, subscriptions]): Alert => {
    const delivery =
      (['now', 'daily', 'weekly'] as const).find((d) => subscriptions.some((s) => s.delivery === d)) ?? 'now';
    return {
      reportId: report.id,
      version: versionOf(report),
      change: before ? 'updated' : 'added',
      changes: changes.listed,
      changeCount: changes.all,
      subscriptions: subscriptions.map((s) => s.id),
      ...(topic === undefined ? {} : { topic }),
      delivery,
      silent: subscriptions.every((s) => s.silent),
      state: 'waiting',
      maybeSent: false,
      attempts: 0,
      notBefore: subscriptions.every((s) => s.paused)
        ? never
        : earliest(delivery, record.preferences, now).toISOString(),
    };
  });
}

function wanted(record: ChatRecord, report: Report): Subscription[] {
  return record.subscriptions.filter((subscription) => wants(subscription, report));
}

function groupByTopic(subscriptions: Subscription[]): Map<number | undefined, Subscription[]> {
  const groups = new Map<number | undefined, Subscription[]>();
  for (const s of subscriptions) groups.set(s.topic, [...(groups.get(s.topic) ?? []), s]);
  return groups;
}

export function versionOf(report: Report): string {
  return versionKey(report.source.sha256);
}

export function versionKey(sha256: string): string {
  return sha256.slice(0, 12);
}
