import type { Format, Paragraph, Place, Warning } from './document.ts';
import type { Finding } from './finding.ts';

export type EditionKey = '2019' | '2021';
export type Edition = EditionKey | 'mixed';

/** `TABLE.ROW.COLUMN`, e.g. `applications.refused.stateSecret.total`; the ids are those of `data/catalogue`. */
export type ReadingId = string;

/** One printed cell. Blank (`/`, `-`, `—`, nothing) is not zero: its value is null. Never corrected. */
export interface Reading {
  value: number | null;
  /** The cell as printed. */
  raw: string;
  status: 'reported' | 'blank';
  /** `text` is the row as printed, label included. */
  source: Place & { text: string };
}

/** Names as the official divisions print them; only the levels that are known are present. */
export interface Region {
  province?: string;
  city?: string;
  county?: string;
  town?: string;
}

/**
 * What an organ is, told from its name: 人民政府 · 街道/乡镇 · 部门 (局, 委, 办) · 事业单位 (中心 …).
 * The values are keys of `data/lexicon/agency-kinds.json`.
 */
export type AgencyKind = 'government' | 'town' | 'subdistrict' | 'bureau' | 'centre' | 'other';

export interface Agency {
  /** Stable over years and spellings: the region's code (or name) and the rest of the name. */
  id: string;
  /** The fullest name under which the report speaks of its agency. */
  name: string;
  aliases: string[];
  region: Region;
  kind: AgencyKind;
}

/** 0 is what stands before 一 (title block, preamble); 1–6 are the official parts. */
export type SectionNumber = 0 | 1 | 2 | 3 | 4 | 5 | 6;

export interface Section {
  number: SectionNumber;
  /** As printed; empty for the preamble. */
  heading: string;
  place: Place;
  paragraphs: Paragraph[];
}

/** A figure that the running text claims, e.g. 受理政府信息公开申请21件. */
export interface Claim {
  /** The sentence, verbatim. */
  text: string;
  value: number;
  unit: string;
  /** The reading or derived id it speaks of, or null where the text names none. */
  about: ReadingId | null;
  place: Place;
  section: SectionNumber;
  /** Whose figure the text says it is when that is not plainly the agency: 全区, 本级 … */
  scope?: string;
}

export interface Contact {
  office?: string;
  address?: string;
  postcode?: string;
  phone?: string;
  fax?: string;
  email?: string;
  website?: string;
  /** The sentence it was read from. */
  text: string;
  place: Place;
}

export interface Source {
  file: string;
  format: Format;
  /** Of the file's bytes, hexadecimal. */
  sha256: string;
  /** ISO 8601. */
  ingestedAt: string;
}

/** What stands in the archive for one agency and year. */
export interface Report {
  /** `<year>-<ten hexadecimal digits of the agency id's hash>`. */
  id: string;
  agency: Agency;
  year: number;
  title: string;
  edition: Edition;
  /** YYYY-MM-DD */
  publishedAt: string | null;
  period: { from: string; to: string } | null;
  contact: Contact | null;
  source: Source;
  readings: Record<ReadingId, Reading>;
  sections: Section[];
  /** Verbatim items of part 五, white space and page breaks inside joined. */
  problems: Paragraph[];
  improvements: Paragraph[];
  claims: Claim[];
  warnings: Warning[];
  /** Of the checks that need this report alone. */
  findings: Finding[];
}
