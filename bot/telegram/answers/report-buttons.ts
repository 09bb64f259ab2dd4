import type { Language } from '../texts/say.ts';

/** What a button does with a report; one letter each stands in the button. */
const letters = {
  summary: 's',
  tables: 't',
  years: 'y',
  audit: 'a',
  chart: 'g',
  source: 'f',
  compare: 'c',
  subscribe: 'b',
  talk: 'q',
  mute: 'm',
} as const;
export type ReportAct = keyof typeof letters;

export interface ReportPress {
  reportId: string;
  act: ReportAct;
  /** 0: everybody's. */
  owner: number;
  page: number;
  language: Language;
}

/**
 * @param verb `r` turns the message in place and serves its owner only; `R` answers with a message of its own and
 *   serves everybody
 */
export function reportButton(
  verb: 'r' | 'R',
  {
    reportId,
    act,
    owner = 0,
    page = 0,
    language,
  }: Pick<ReportPress, 'reportId' | 'act' | 'language'> & Partial<ReportPress>,
): string {
  const parts = [verb, reportId, letters[act], owner.toString(36), page];
  return [...parts, ...(language === 'en' ? ['en'] : [])].join(':');
}

export function parseReportButton([
  reportId = '',
  letter = '',
  owner = '0',
  page = '0',
  language,
]: readonly string[]): ReportPress | undefined {
  const act = (Object.keys(letters) as ReportAct[]).find((name) => letters[name] === letter);
  if (!act) return undefined;
  return {
    reportId,
    act,
    owner: Number.parseInt(owner, 36),
    page: Number(page),
    language: language === 'en' ? 'en' : 'zh',
  };
}
