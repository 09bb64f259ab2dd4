import { z } from 'zod';
import { loadDataFile } from '../../../catalogue/data-file.ts';
import { pattern } from '../../../naming/pattern.ts';

const schema = z.strictObject({
  note: z.string(),
  none: pattern,
  problemLead: z.array(pattern).min(1),
  measureLead: z.array(pattern).min(1),
  measureStart: pattern,
  problemMark: pattern,
  listMarks: pattern,
  listTail: pattern,
  listEnd: pattern,
  vagueEnd: pattern,
  generic: pattern,
  achievement: pattern,
  vague: pattern,
  measureVerb: pattern,
});

export interface PartFiveLexicon {
  /** The part says that there is nothing to say. */
  none: RegExp;
  /** A line that only announces problems (存在以下问题); its group `before` may hold no problem itself. */
  problemLead: readonly RegExp[];
  /** The same for measures (改进措施). */
  measureLead: RegExp;
  /** How a sentence begins from which on measures are told. */
  measureStart: RegExp;
  /** What makes a clause a problem: 不够, 有待, 滞后 … */
  problemMark: RegExp;
  /** What stands before a list of problems within a sentence: 主要是, 仍存在 … */
  listMarks: RegExp;
  /** What closes such a list: 等问题. */
  listTail: RegExp;
  /** The same where it belongs to the last problem: …的问题. */
  listEnd: RegExp;
  /** …，需要进一步改进 at the end: names no problem either. */
  vagueEnd: RegExp;
  /** Says no more than that there are problems: 一定差距. */
  generic: RegExp;
  achievement: RegExp;
  /** 还有一定差距 within a sentence: no problem by itself. */
  vague: RegExp;
  /** How a measure begins: 加强, 进一步完善 … */
  measureVerb: RegExp;
}

let loaded: PartFiveLexicon | undefined;

/** @throws {DataFileError} */
export function partFiveLexicon(): PartFiveLexicon {
  if (loaded) return loaded;
  const data = loadDataFile(schema, 'lexicon', 'part-five.json');
  loaded = {
    none: new RegExp(data.none),
    problemLead: data.problemLead.map((pattern) => new RegExp(pattern)),
    measureLead: new RegExp(data.measureLead.join('|')),
    measureStart: new RegExp(data.measureStart),
    problemMark: new RegExp(data.problemMark),
    listMarks: new RegExp(data.listMarks, 'g'),
    listTail: new RegExp(data.listTail),
    listEnd: new RegExp(data.listEnd),
    vagueEnd: new RegExp(data.vagueEnd),
    generic: new RegExp(data.generic),
    achievement: new RegExp(data.achievement),
    vague: new RegExp(data.vague, 'g'),
    measureVerb: new RegExp(data.measureVerb),
  };
  return loaded;
}
