import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { UsageError } from './exit.ts';

/** What every command takes. */
export interface CommonOptions {
  data?: string;
  json?: boolean;
}

/** Settings in `.env` count where the environment does not say otherwise. */
export function loadEnvironment(file = '.env'): void {
  if (existsSync(file)) process.loadEnvFile(file);
}

/** `--data`, else `NIANBAO_DATA`, else `data/state` under the current folder. */
export function dataFolder(options: CommonOptions): string {
  return resolve(options.data || process.env.NIANBAO_DATA || 'data/state');
}

export function parseYear(text: string): number {
  if (!/^(?:19|20)\d\d$/.test(text)) throw new UsageError(`年份应为四位数字，例如 2023，而不是“${text}”`);
  return Number(text);
}
