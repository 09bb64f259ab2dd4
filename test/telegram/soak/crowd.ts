import type { Scope } from '../../../src/subscriptions/model.ts';
import type { Wish } from '../../../src/subscriptions/subscriptions.ts';
import { Events } from '../../telegram-stand-in/events.ts';
import type { StandIn } from '../../telegram-stand-in/stand-in.ts';
import type { Room } from '../../telegram-stand-in/world.ts';

export interface Listener {
  room: Room;
  topic?: number;
  wishes: Wish[];
}

const bureaus = [
  '水利局',
  '财政局',
  '民政局',
  '统计局',
  '审计局',
  '林业局',
  '司法局',
  '交通运输局',
  '农业农村局',
  '卫生健康局',
];
const years = [2021, 2022, 2023, 2024, 2025];

export interface Expected {
  agency: string;
  year: number;
}

/** Fifty reports of organs that do not exist. */
export const reports: Expected[] = years.flatMap((year) =>
  bureaus.map((name) => ({ agency: `青禾县${name}`, year })),
);

/** 200 chats, five wishes each; half of them groups, some of these with a topic. */
export function crowd(server: StandIn, agencyId: (name: string) => string): Listener[] {
  const events = new Events(server);
  return Array.from({ length: 200 }, (_, i): Listener => {
    const isGroup = i % 2 === 0;
    const isForum = i % 6 === 0;
    const room = isGroup
      ? server.world.room('supergroup', `群${i}`, isForum ? { is_forum: true } : {})
      : server.world.privateRoom(server.world.user(`人${i}`));
    const topic = isForum ? { topic: events.openTopic(room, '年报') } : {};
    return { room, ...topic, wishes: wishesOf(i, agencyId) };
  });
}

function wishesOf(i: number, agencyId: (name: string) => string): Wish[] {
  const agencies = [0, 1, 2].map((step): Scope => {
    const name = `青禾县${bureaus[(i + step * 3) % bureaus.length]}`;
    return { kind: 'agency', agencyId: agencyId(name), name };
  });
  const wide: Scope[] =
    i % 3 === 0
      ? [{ kind: 'all' }, { kind: 'agency-kind', agencyKind: 'bureau' }]
      : [
          { kind: 'region', level: 'county', name: i % 3 === 1 ? '望溪县' : '青禾县' },
          { kind: 'keywords', words: ['不会出现的词语'] },
        ];
  return [...agencies, ...wide].map((scope) => ({ scope }));
}

/** Told by the wishes' own words, without the program's matching. */
export function isWanted({ wishes }: Listener, { agency }: Expected): boolean {
  return wishes.some(({ scope }) => {
    if (scope.kind === 'agency') return scope.name === agency;
    if (scope.kind === 'region') return agency.startsWith(scope.name);
    return scope.kind === 'all' || scope.kind === 'agency-kind';
  });
}
