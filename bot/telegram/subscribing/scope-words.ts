import type { Scope, Subscription } from '../../../src/subscriptions/model.ts';
import type { Say } from '../texts/say.ts';

export function scopeName(scope: Scope, say: Say): string {
  switch (scope.kind) {
    case 'all':
      return say('subscriptions.everything');
    case 'agency':
      return scope.name;
    case 'region':
      return say('subscriptions.region', { name: scope.name });
    case 'agency-kind':
      return say('subscriptions.kindOf', { kind: say(`subscriptions.kind.${scope.agencyKind}`) });
    case 'keywords':
      return say('subscriptions.keywords', { words: scope.words.join(say('subscriptions.keywordJoin')) });
  }
}

/** With how and when it tells. */
export function subscriptionName(subscription: Subscription, say: Say): string {
  const { scope, delivery, onlyFindings, silent, paused } = subscription;
  const marks = [
    say(`subscriptions.delivery.${delivery}`),
    ...(onlyFindings ? [say('subscriptions.findingsOnly')] : []),
    ...(silent ? [say('subscriptions.silent')] : []),
    ...(paused ? [say(`subscriptions.paused.${paused}`)] : []),
  ];
  return say('subscriptions.named', {
    scope: scopeName(scope, say),
    marks: marks.join(say('subscriptions.markJoin')),
  });
}
