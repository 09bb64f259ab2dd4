import type { Report } from '../../src/model/report.ts';
import { type Invented, inventedReport } from '../support/invented-report.ts';

/** What a worker does to an archive, step by step; the same steps for the same seed. */
export type Step = { do: 'put'; puts: Put[] } | { do: 'remove'; agency: number } | { do: 'snapshot' };

export interface Put {
  agency: number;
  /** Counts the contents that an agency's report has had; undefined in `Possible` means not held. */
  edition: number;
}

/** Agency → the editions of which one must be held: one after an acknowledged step, two while a step is open. */
export type Possible = ReadonlyMap<number, readonly (number | undefined)[]>;

export const AGENCIES = 40;

export function stepAt(seed: number, n: number): Step {
  const random = mulberry(seed * 100_003 + n);
  const agency = () => Math.floor(random() * AGENCIES);
  const kind = random();
  if (kind < 0.15) return { do: 'remove', agency: agency() };
  if (kind < 0.25) return { do: 'snapshot' };
  const size = kind < 0.6 ? 1 : 1 + Math.floor(random() * 8);
  const agencies = new Set(Array.from({ length: size }, agency));
  return { do: 'put', puts: [...agencies].map((a) => ({ agency: a, edition: n })) };
}

/** @param sure whether the step was acknowledged; if not, it may have been done, in part too */
export function after(possible: Possible, step: Step, sure: boolean): Possible {
  const next = new Map(possible);
  const bring = (agency: number, edition: number | undefined) =>
    next.set(agency, sure ? [edition] : [...(possible.get(agency) ?? [undefined]), edition]);
  if (step.do === 'remove') bring(step.agency, undefined);
  if (step.do === 'put') for (const { agency, edition } of step.puts) bring(agency, edition);
  return next;
}

export function reportFor(put: Put): Report {
  return inventedReport(invented(put));
}

/** The bytes whose hash the report bears. */
export function sourceOf(put: Put): Buffer {
  return Buffer.from(JSON.stringify(invented(put)));
}

function invented({ agency, edition }: Put): Invented {
  return {
    agency: `云溪县第${agency}服务中心`,
    figures: { 'applications.newReceived.total': edition, 'applications.granted.total': agency },
    text: [`第${edition}稿：信息公开培训不够，栏目更新慢。`, `第${agency}中心的制度还不健全。`],
  };
}

/** A small well-known generator of random numbers in [0, 1), so that a run can be repeated. */
export function mulberry(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), a | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
