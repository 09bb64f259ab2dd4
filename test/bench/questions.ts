import type { Archives } from './archives.ts';
import { measureAsk } from './ask.ts';
import { measureCold } from './cold.ts';
import type { Figure } from './figure.ts';
import { measureHold } from './hold.ts';
import { measureIngest } from './ingest-rates.ts';
import { measurePeers } from './peers.ts';
import type { Profile } from './profiles.ts';
import { measureStart } from './start.ts';
import { measureTelegram } from './telegram.ts';
import { measureUpdate } from './update.ts';

export interface Measured {
  figures: Figure[];
  /** Markdown to stand instead of the figures. */
  tables?: string;
}

export interface Question {
  name: string;
  title: string;
  /** Asked for each size of archive, or once. */
  bySize: boolean;
  measure(profile: Profile, archives: Archives, size: number): Promise<Measured> | Measured;
}

/** Everything that is measured, in the order of the page; one file a question. */
export const questions: readonly Question[] = [
  {
    name: 'peers',
    title: 'Search beside others, and names',
    bySize: false,
    measure: ({ passages, name }) => measurePeers(passages, name === 'quick'),
  },
  {
    name: 'update',
    title: 'One report more, while questions are answered',
    bySize: true,
    measure: ({ times }, archives, size) => ({ figures: measureUpdate(archives, size, times) }),
  },
  {
    name: 'start',
    title: 'Start of the program',
    bySize: true,
    measure: async ({ runs }, archives, size) => ({ figures: await measureStart(archives, size, runs) }),
  },
  {
    name: 'cold',
    title: 'From a cold process',
    bySize: false,
    measure: async ({ runs }) => ({ figures: await measureCold(runs) }),
  },
  {
    name: 'ask',
    title: 'Questions by kind, warm (p50 / p95)',
    bySize: true,
    measure: ({ times }, archives, size) => ({ figures: measureAsk(archives, size, times) }),
  },
  {
    name: 'hold',
    title: 'Memory, building and loading, part by part',
    bySize: true,
    measure: ({ runs }, archives, size) => ({ figures: measureHold(archives, size, runs) }),
  },
  {
    name: 'ingest',
    title: 'Reading files',
    bySize: false,
    measure: ({ seconds, files }) => ({ figures: measureIngest(seconds, files) }),
  },
  {
    name: 'telegram',
    title: 'The bot under load',
    bySize: false,
    measure: ({ telegram }) => ({ figures: measureTelegram(telegram) }),
  },
];
