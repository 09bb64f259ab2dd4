import type { Limits } from '../src/ingest/limits.ts';
import { limitSettings, limitsOf } from './settings/limits.ts';
import { type Setting, SettingError } from './settings/setting.ts';
import { settings } from './settings/table.ts';

export type SettingName = keyof typeof settings;
export type Settings = {
  -readonly [Name in SettingName]: (typeof settings)[Name] extends Setting<infer T> ? T : never;
};

/** What is set, checked. @throws {SettingError} */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const values: Record<string, unknown> = {};
  for (const [name, one] of Object.entries(settings) as [string, Setting<unknown>][])
    values[name] = settingValue(one, environment);
  return values as Settings;
}

function settingValue<T>(
  { variable, fallback, parse }: Setting<T>,
  environment: Readonly<Record<string, string | undefined>>,
): T {
  const given = environment[variable]?.trim();
  if (!given) return fallback;
  try {
    return parse(given);
  } catch (error) {
    throw new SettingError(variable, error instanceof Error ? error.message : String(error));
  }
}

/** One of them, whatever the others are. @throws {SettingError} */
export function readSetting<Name extends SettingName>(
  name: Name,
  environment: Readonly<Record<string, string | undefined>>,
): Settings[Name] {
  return settingValue(settings[name] as unknown as Setting<Settings[Name]>, environment);
}

/** What reading a file may cost. @throws {SettingError} */
export function readLimits(environment: Readonly<Record<string, string | undefined>>): Limits {
  const names = Object.keys(limitSettings) as (keyof typeof limitSettings)[];
  const values = Object.fromEntries(names.map((name) => [name, readSetting(name, environment)]));
  return limitsOf(values as Record<keyof typeof limitSettings, number>);
}
