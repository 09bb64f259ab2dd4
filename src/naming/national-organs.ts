import { z } from 'zod';
import { loadDataFile } from '../catalogue/data-file.ts';
import { pattern } from './pattern.ts';

const schema = z.strictObject({
  note: z.string(),
  services: z.array(z.strictObject({ name: pattern, kept: z.boolean() })).min(1),
  national: pattern,
});

/** A service of the whole country at the head of a branch's name. */
export interface Service {
  /** Characters before the place. */
  length: number;
  /** Whether it belongs to the name of the office: 证监会 and 财政部 both have a 青海监管局. */
  kept: boolean;
}

let loaded: { services: { head: RegExp; kept: boolean }[]; national: RegExp } | undefined;

function organs() {
  if (loaded) return loaded;
  const data = loadDataFile(schema, 'lexicon', 'national-organs.json');
  loaded = {
    services: data.services.map(({ name, kept }) => ({ head: new RegExp(`^(?:${name})(?=.{3,})`), kept })),
    national: new RegExp(data.national),
  };
  return loaded;
}

export function serviceOf(name: string): Service | undefined {
  for (const { head, kept } of organs().services) {
    const length = head.exec(name)?.[0].length;
    if (length) return { length, kept };
  }
  return undefined;
}

/** An organ of the whole country, whose name needs no place: 教育部, 水利部长江水利委员会. */
export function isNational(name: string): boolean {
  return organs().national.test(name);
}
