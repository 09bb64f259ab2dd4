import { readClaims } from '../../../../src/ingest/map/text/claims.ts';
import type { SectionNumber } from '../../../../src/model/report.ts';

/** What a text of the report's part `number` claims. */
export function claims(text: string, number: SectionNumber = 1) {
  const paragraphs = text.split('\n').map((line, i) => ({ text: line, place: { line: i + 1 } }));
  return readClaims([{ number, heading: '', place: {}, paragraphs }], 2023).claims;
}

export const plain = (text: string) => claims(text).map((c) => [c.value, c.unit, c.about]);
export const RECEIVED = 'applications.newReceived.total';
