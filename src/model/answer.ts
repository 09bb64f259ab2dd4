import type { Finding } from './finding.ts';
import type { AnswerKind } from './query.ts';

/** The answer's data, as `docs/contract` promises it to programs. Arrays that do not apply are empty. */
export interface Answer {
  question: string;
  kind: AnswerKind;
  agencies: string[];
  years: number[];
  readings: string[];
  values: AnswerValue[];
  passages: AnswerPassage[];
  /** Report ids it rests on. */
  reports: string[];
  findings: AnswerFinding[];
  options: string[];
  /** As a person reads it: plain text, line breaks, no markup. */
  text: string;
  /** The same, for front ends that lay out themselves. */
  blocks: AnswerBlock[];
  /** Present where a picture helps. */
  chart?: Chart;
}

export interface Citation {
  reportId: string;
  /** The official part's heading as printed, e.g. 三、收到和处理政府信息公开申请情况. */
  section: string;
  text: string;
  line?: number;
  page?: number;
}

export interface AnswerValue {
  agency: string;
  year: number;
  reading: string;
  label: string;
  value: number | null;
  unit: string;
  status: 'reported' | 'blank' | 'absent' | 'derived';
  /** Null only for aggregates over several reports, which name them in `reports`. */
  citation: Citation | null;
}

export interface AnswerPassage {
  reportId: string;
  agency: string;
  year: number;
  section: string;
  text: string;
  score: number;
  line?: number;
  page?: number;
  /** Names of other agencies whose report says the same. */
  same?: string[];
}

export interface AnswerFinding extends Finding {
  reportId: string;
  agency: string;
  year: number;
}

/** Front ends render these; `text` of the answer is their plain rendering. */
export type AnswerBlock =
  | { kind: 'headline'; text: string }
  | { kind: 'text'; text: string }
  | { kind: 'table'; header: string[]; rows: string[][]; align: ('left' | 'right')[] }
  | { kind: 'list'; items: string[]; ordered: boolean }
  | { kind: 'quote'; text: string; source: string }
  | { kind: 'note'; text: string };

export interface Chart {
  kind: 'bar' | 'line';
  title: string;
  unit: string;
  categories: string[];
  series: { name: string; values: (number | null)[] }[];
  /** Why a category has no value, e.g. { 2022: '未收录' }; 未填 where it is not told. */
  gaps?: Record<string, string>;
  /** Printed small under the chart. */
  source: string;
}
