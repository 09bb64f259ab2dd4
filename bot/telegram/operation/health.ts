import { createServer, type ServerResponse } from 'node:http';
import type { Desk } from '../desk.ts';
import type { PendingUpdates } from '../intake/pending-updates.ts';

/** Signs of life; milliseconds since 1970. */
export interface Health {
  polledAt: number;
  /** When Telegram last answered a call. */
  sentAt: number;
  /** Since when calls are being lost; undefined while they arrive. */
  failingSince: number | undefined;
}

export interface HealthOptions {
  desk: Desk;
  health: Health;
  pending: PendingUpdates;
  /** With a webhook nothing is polled. */
  webhook: boolean;
}

const GRACE_MS = 60_000;

/** `/health` says whether polling and sending make progress (200 or 503), `/metrics` gives figures. @returns how to stop */
export async function serveHealth(options: HealthOptions): Promise<() => Promise<void>> {
  const { desk } = options;
  const { healthPort: port, healthHost: host } = desk.settings;
  registerGauges(options);
  if (port === 0) return async () => {};
  const server = createServer((request, response) => {
    if (request.url === '/metrics') reply(response, 200, 'text/plain; version=0.0.4', desk.metrics.page());
    else if (request.url === '/health') {
      const state = stateOf(options);
      reply(response, state.ok ? 200 : 503, 'application/json', `${JSON.stringify(state)}\n`);
    } else reply(response, 404, 'text/plain', 'not found\n');
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  server.unref();
  return async () => {
    server.closeIdleConnections();
    await new Promise((resolve) => server.close(resolve));
  };
}

function stateOf({ desk, health, pending, webhook }: HealthOptions) {
  const now = Date.now();
  const polling = webhook || now - health.polledAt < desk.settings.pollSeconds * 1000 + GRACE_MS;
  const sending = health.failingSince === undefined || now - health.failingSince < GRACE_MS;
  return {
    ok: polling && sending,
    polling,
    sending,
    secondsSincePoll: webhook ? null : Math.round((now - health.polledAt) / 1000),
    updatesWaiting: pending.size,
    alertsWaiting: desk.subscriptions.ledger.waiting,
    reports: desk.app.library.holdings.length,
  };
}

function registerGauges({ desk: { metrics, subscriptions, app }, health, pending }: HealthOptions): void {
  metrics.gauge('updates_waiting', 'Updates taken in and not yet handled.', () => pending.size);
  metrics.gauge('alerts_waiting', 'Alerts in the ledger.', () => subscriptions.ledger.waiting);
  metrics.gauge('reports', 'Reports held.', () => app.library.holdings.length);
  metrics.gauge(
    'last_poll_timestamp_seconds',
    'When Telegram last answered a poll.',
    () => health.polledAt / 1000,
  );
  metrics.gauge(
    'last_call_timestamp_seconds',
    'When Telegram last answered a call.',
    () => health.sentAt / 1000,
  );
  metrics.gauge('memory_bytes', 'Resident memory.', () => process.memoryUsage.rss());
}

function reply(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { 'content-type': type }).end(body);
}
