import { join } from 'node:path';
import { clockBack, otherVersion } from './clocks.ts';
import { copyWhileWriting } from './copying.ts';
import { damageAtRandom } from './damaging.ts';
import { killAtRandom } from './killing.ts';
import { killIngest } from './programs.ts';
import { fullDisk, noHandles, readOnly } from './refusing.ts';
import { rivals } from './rivals.ts';
import { killTending } from './tending.ts';

export interface Told {
  tried: string;
  outcome: string;
  wrong: string[];
}

export interface Trial {
  name: string;
  run(): Promise<Told>;
}

export interface Setting {
  folder: string;
  seed: number;
  kills: number;
  damages: number;
  onProgress(text: string): void;
}

const AT_ONCE = 6;

/** Every fault that is tried, with what became of it in words. */
export function trials({ folder, seed, kills, damages, onProgress }: Setting): Trial[] {
  const at = (name: string) => join(folder, name);
  return [
    {
      name: 'SIGKILL of a process that writes',
      async run() {
        const onRound = (done: number) => onProgress(`${done}/${kills} kills`);
        const options = { folder: at('kills'), seed, rounds: kills, longestMs: 600, onRound };
        const { kills: done, steps, during, leftOvers, wrong } = await killAtRandom(options);
        const moments = Object.entries(during).map(([kind, count]) => `${count} during ${kind}`);
        return {
          tried: `${done} kills (${moments.sort().join(', ')}), ${steps} acknowledged steps`,
          outcome: `nothing lost, nothing by half, indexes as fresh, every kept file there; ${leftOvers} left-over files found and deleted`,
          wrong,
        };
      },
    },
    {
      name: 'SIGKILL of `nianbao ingest` over 200 files',
      async run() {
        const { kills: done, acknowledged, wrong } = await killIngest(at('ingest'), seed, 8, 200);
        return {
          tried: `${done} kills, then to the end; ${acknowledged} printed lines`,
          outcome: 'every printed line held; in the end 200 reports held, none twice',
          wrong,
        };
      },
    },
    {
      name: 'SIGKILL of `nianbao doctor`, `backup` and `restore`',
      async run() {
        const { doctor, backup, restore, wrong } = await killTending(at('tending'), seed, 12);
        return {
          tried: `${doctor} kills of the doctor at work, ${backup} of a backup, ${restore} of a restoring`,
          outcome:
            'the doctor run again mends all; half a backup is refused; half a restoring is no archive and is taken up again; nothing lost',
          wrong,
        };
      },
    },
    {
      name: 'backup while files are ingested, restored elsewhere',
      async run() {
        const { during, questions, wrong } = await copyWhileWriting(at('copy'), 300);
        return {
          tried: `${during.length} backups meanwhile (of ${during.join(', ')} reports), one afterwards`,
          outcome: `every one whole by the doctor, indexes as fresh; ${questions} questions answered byte by byte the same`,
          wrong: during.length > 0 ? wrong : [...wrong, 'no backup was taken meanwhile'],
        };
      },
    },
    {
      name: 'disk full',
      async run() {
        const { done, refused, how, wrong } = fullDisk(at('full'), seed);
        return { ...refusals(`${how}, then room again`, done, refused), wrong };
      },
    },
    {
      name: 'read-only folder (as another user)',
      async run() {
        const { done, wrong } = readOnly(at('read-only'), seed);
        return {
          tried: `20 steps after ${done} others`,
          outcome: 'opening to write refused; reading works',
          wrong,
        };
      },
    },
    {
      name: 'file handles exhausted (0–3 left)',
      async run() {
        const { done, refused, wrong } = noHandles(at('handles'), seed);
        return { ...refusals('every other step', done, refused), wrong };
      },
    },
    {
      name: 'a file cut short or one bit changed',
      async run() {
        const { tries, refused, withdrawn, setAside, rebuilt, wrong } = await damageAtRandom(
          at('damage'),
          seed,
          damages,
        );
        const kinds = Object.keys(tries).sort();
        return {
          tried: `${damages} files, of ${kinds.length} kinds in turn: ${kinds.map((kind) => `\`${kind}\``).join(', ')}`,
          outcome: `${refused} refused by the file’s name; by the doctor ${rebuilt} shards and snapshots made again, ${withdrawn} reports withdrawn, ${setAside} kept files and records of the bot set aside; no wrong answer`,
          wrong,
        };
      },
    },
    {
      name: `${AT_ONCE} processes want to write at once`,
      async run() {
        const { opened, refused, wrong } = await rivals(at('rivals'), 10, AT_ONCE);
        return {
          tried: '10 rounds',
          outcome: `${opened} wrote, ${refused} were refused, never two at a time`,
          wrong,
        };
      },
    },
    {
      name: 'clock going back between versions, files with old dates',
      run: async () => ({
        tried: '5 versions',
        outcome: 'the later version is held, readers see it',
        wrong: clockBack(at('clock')),
      }),
    },
    {
      name: 'snapshots that another version made',
      run: async () => ({ tried: '3', outcome: 'not used', wrong: otherVersion(at('version')) }),
    },
  ];
}

function refusals(how: string, done: number, refused: number) {
  return {
    tried: `${done + refused} steps (${how})`,
    outcome: `${refused} refused by name, ${done} done; all acknowledged ones there`,
  };
}
