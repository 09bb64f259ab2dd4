import { z } from 'zod';
import { loadDataFile } from '../catalogue/data-file.ts';
import type { Region } from '../model/report.ts';

const schema = z.strictObject({
  note: z.string(),
  areas: z.record(z.string().min(3), z.string().regex(/^[\u3400-\u9fff]+(?:\/[\u3400-\u9fff]+)?$/)),
});

let areas: ReadonlyMap<string, Region> | undefined;

function load(): ReadonlyMap<string, Region> {
  const data = loadDataFile(schema, 'lexicon', 'new-areas.json');
  return new Map(
    Object.entries(data.areas).map(([name, place]) => {
      const [province = '', city] = place.split('/');
      return [name, { province, ...(city ? { city } : {}) }];
    }),
  );
}

/** Where the area lies whose administration a name speaks of: 雄安新区管理委员会 → 河北省. */
export function areaIn(name: string): Region | undefined {
  areas ??= load();
  for (const [area, region] of areas) if (name.includes(area)) return region;
  return undefined;
}
