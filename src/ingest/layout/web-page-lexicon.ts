import { z } from 'zod';
import { loadDataFile } from '../../catalogue/data-file.ts';

const patterns = z.array(z.string().min(1)).min(1);
const schema = z.strictObject({
  note: z.string(),
  start: patterns,
  end: patterns,
  noise: patterns,
  meta: patterns,
  title: patterns,
  metaNames: z.strictObject({ title: patterns, date: patterns, source: patterns }),
});

export interface WebPageLexicon {
  /** Each tests text without white space. */
  start: RegExp;
  end: RegExp;
  noise: RegExp;
  meta: RegExp;
  title: RegExp;
  /** Names of `<meta>` elements, lower case, best first. */
  metaNames: { title: string[]; date: string[]; source: string[] };
}

let loaded: WebPageLexicon | undefined;

/** `data/lexicon/web-page.json`, loaded once. @throws {DataFileError} */
export function webPageLexicon(): WebPageLexicon {
  loaded ??= compile(loadDataFile(schema, 'lexicon', 'web-page.json'));
  return loaded;
}

function compile(data: z.infer<typeof schema>): WebPageLexicon {
  const any = (list: string[]) => new RegExp(list.join('|'), 'i');
  return {
    start: any(data.start),
    end: any(data.end),
    noise: any(data.noise),
    meta: any(data.meta),
    title: any(data.title),
    metaNames: data.metaNames,
  };
}
