import type { App } from '../../src/app.ts';
import type { TalkContext } from '../../src/question/understanding.ts';
import type { Subscriptions } from '../../src/subscriptions/subscriptions.ts';
import type { Conversation } from '../conversation.ts';
import type { Settings } from '../settings.ts';
import type { Access } from './access/access.ts';
import type { Members } from './access/members.ts';
import type { RateLimit } from './access/rate-limit.ts';
import type { ViewStore } from './answers/views.ts';
import type { KeptLru } from './operation/kept-lru.ts';
import type { Log } from './operation/log.ts';
import type { Lru } from './operation/lru.ts';
import type { Metrics } from './operation/metrics.ts';
import type { TelegramPort } from './port/port.ts';
import type { User } from './port/types.ts';
import type { Reply, Sheet } from './records.ts';

/** Everything a handler may need. */
export interface Desk {
  app: App;
  conversation: Conversation;
  /** For answers to people: waits out floods. */
  port: TelegramPort;
  /** Without any patience; for those who have a queue of their own. */
  direct: TelegramPort;
  me: User & { can_read_all_group_messages?: boolean };
  settings: Settings;
  subscriptions: Subscriptions;
  access: Access;
  members: Members;
  perPerson: RateLimit;
  perChat: RateLimit;
  /** Buttons and inline queries of a person. */
  perPress: RateLimit;
  views: ViewStore;
  /** `chat:message` → what an answer was about, so that a reply to it goes on from there. */
  answered: KeptLru<TalkContext>;
  /** `chat:message` of what was asked → what answers it. */
  replies: KeptLru<Reply>;
  /** What files sent together are told of in. */
  sheets: Lru<string, Sheet>;
  /** When the bot was last let into a chat, in milliseconds since 1970: a refusal from before no longer counts. */
  letIn: Lru<number, number>;
  log: Log;
  metrics: Metrics;
}
