import type { Settings } from '../../settings.ts';
import type { TelegramPort } from '../port/port.ts';
import { proxyAgent } from '../port/proxy.ts';
import { telegrafPort } from '../port/telegraf-port.ts';
import type { Health } from './health.ts';
import type { Metrics } from './metrics.ts';

/** Telegram as the settings say, with every call counted. */
export function portFor(settings: Settings, metrics: Metrics, health: Health): TelegramPort {
  return telegrafPort({
    token: settings.token,
    apiRoot: settings.apiRoot,
    agent: proxyAgent(settings.proxy),
    patience: settings.callSeconds * 1000,
    onCall: (method, outcome, milliseconds) => {
      metrics.count('calls_total', 'Calls to Telegram.', `method="${method}",outcome="${outcome}"`);
      if (method === 'getUpdates') return;
      metrics.time('call_seconds', 'Calls to Telegram, polls aside.', milliseconds);
      if (outcome === 'lost') health.failingSince ??= Date.now();
      else {
        health.failingSince = undefined;
        health.sentAt = Date.now();
      }
    },
  });
}
