/** Something wrong with the archive's files. */
export interface Ailment {
  code:
    | 'shard-damaged'
    | 'report-damaged'
    | 'report-missing'
    | 'report-differs'
    | 'past-version-lost'
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
  ailments: Ailment[];
}

export type Note = (code: Ailment['code'], file: string, message: string, mended?: string | null) => void;
