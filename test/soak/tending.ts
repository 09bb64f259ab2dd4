import { cpSync, existsSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openArchive } from '../../src/archive/archive.ts';
import { checkAgainst, checkSources } from './compare.ts';
import { fill, filled } from './filled.ts';
import { lifeOf, nianbao } from './run-program.ts';
import { AGENCIES, mulberry, type Possible } from './script.ts';

export interface TendingFigures {
  /** How often each was killed before it had ended. */
  doctor: number;
  backup: number;
  restore: number;
  wrong: string[];
}

interface Setting {
  sound: string;
  folder: string;
  random: () => number;
  figures: TendingFigures;
  /** Command → how long it takes, undisturbed. */
  lives: Map<string, number>;
}

/** `nianbao doctor`, `backup` and `restore` are killed at random moments, then run again to the end. */
export async function killTending(folder: string, seed: number, rounds: number): Promise<TendingFigures> {
  const figures: TendingFigures = { doctor: 0, backup: 0, restore: 0, wrong: [] };
  const setting: Setting = {
    sound: join(folder, 'sound'),
    folder,
    random: mulberry(seed),
    figures,
    lives: new Map(),
  };
  await fill(setting.sound);
  for (const trial of [killDoctor, killBackup, killRestore]) {
    for (let round = 0; round < rounds; round += 1) {
      const wrong = await trial(setting);
      figures.wrong.push(...wrong.map((text) => `${trial.name} ${round}: ${text}`));
    }
  }
  return figures;
}

const all: Possible = new Map(filled.map(({ agency, edition }) => [agency, [edition]]));

/** It has a shard to make again, a snapshot to make anew and left-overs to delete. */
async function killDoctor(setting: Setting): Promise<string[]> {
  const { sound, folder, figures } = setting;
  const copy = join(folder, 'copy');
  cpSync(sound, copy, { recursive: true });
  const spoil = () => {
    for (const name of readdirSync(join(copy, 'holdings')).slice(0, 8))
      truncateSync(join(copy, 'holdings', name), 50);
    truncateSync(join(copy, 'index', 'passages.bin'), 100);
    writeFileSync(join(copy, 'index', `names.bin.${'0'.repeat(16)}.tmp`), 'half');
  };
  spoil();
  const args = ['doctor', '--data', copy];
  const { status } = await nianbao(args, { lifeMs: await randomLife(args, setting, spoil) });
  if (status === null) figures.doctor += 1;
  const again = await nianbao(args);
  const wrong = again.status === 0 ? [] : [`ended with ${again.status}: ${again.stdout}${again.stderr}`];
  const archive = openArchive(copy, 'read');
  wrong.push(...checkAgainst(archive, all), ...checkSources(archive));
  rmSync(copy, { recursive: true });
  return wrong;
}

async function killBackup(setting: Setting): Promise<string[]> {
  const { sound, folder, figures } = setting;
  const [target, again] = [join(folder, 'backup'), join(folder, 'again')];
  const args = ['backup', target, '--data', sound];
  const life = await randomLife(args, setting, () => rmSync(target, { recursive: true }));
  const { status } = await nianbao(args, { lifeMs: life });
  if (status === null) figures.backup += 1;
  const wrong: string[] = [];
  const whole = existsSync(join(target, 'backup.json'));
  const restored = await nianbao(['restore', target, '--data', again]);
  if ((restored.status === 0) !== whole) wrong.push(`half a backup: restore ended with ${restored.status}`);
  if (whole) wrong.push(...checkAgainst(openArchive(again, 'read'), all));
  for (const made of [target, again]) rmSync(made, { recursive: true, force: true });
  return wrong;
}

async function killRestore(setting: Setting): Promise<string[]> {
  const { sound, folder, figures } = setting;
  const [target, again] = [join(folder, 'backup'), join(folder, 'again')];
  if (!existsSync(target)) await nianbao(['backup', target, '--data', sound]);
  const args = ['restore', target, '--data', again];
  const life = await randomLife(args, setting, () => rmSync(again, { recursive: true }));
  const { status } = await nianbao(args, { lifeMs: life });
  if (status === null) figures.restore += 1;
  const wrong: string[] = [];
  const listed = await nianbao(['reports', '--json', '--data', again]);
  const held = listed.status === 0 ? openArchive(again, 'read').holdings.length : 0;
  if (held !== 0 && held !== AGENCIES) wrong.push(`half restored, ${held} reports are held`);
  // One that came to its end may not be repeated: the folder is not empty.
  if (held === 0) {
    const repeated = await nianbao(args);
    if (repeated.status !== 0) wrong.push(`not taken up again: ${repeated.stderr}`);
  }
  const archive = openArchive(again, 'read');
  wrong.push(...checkAgainst(archive, all), ...checkSources(archive));
  rmSync(again, { recursive: true });
  return wrong;
}

/** Start-up is the same for all; what is of interest comes after it. @param undo what a whole run has done */
async function randomLife(args: readonly string[], setting: Setting, undo: () => void): Promise<number> {
  const [command = ''] = args;
  let whole = setting.lives.get(command);
  if (whole === undefined) {
    whole = await lifeOf(args);
    undo();
  }
  setting.lives.set(command, whole);
  return whole * (0.4 + 0.6 * setting.random());
}
