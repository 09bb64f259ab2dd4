/** Something wrong with the archive's files. */
export interface Ailment {
  code:
    | 'shard-damaged'
    | 'shard-missing'
    | 'report-damaged'
    | 'report-missing'
    | 'report-differs'
    | 'past-version-lost'
    | 'source-damaged'
    | 'record-damaged'
    | 'left-over'
    | 'snapshot-damaged';
  file: string;
  /** Chinese, one sentence. */
  message: string;
  /** What has been done about it; null when nothing has. */
  mended: string | null;
}

export interface Diagnosis {
  reports: number;
  /** Versions of reports, the held ones included. */
  versions: number;
  /** Files they were read from that are kept and sound. */
  sources: number;
  ailments: Ailment[];
  /** The process that wrote meanwhile: then left-overs cannot be told from work in hand, and were not looked for. */
  writer?: number;
}

export type Note = (code: Ailment['code'], file: string, message: string, mended?: string | null) => void;
