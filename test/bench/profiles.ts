export interface Profile {
  name: string;
  /** Reports in an archive. */
  sizes: number[];
  /** Passages for the comparison of search engines. */
  passages: number[];
  /** How often is measured what is measured as a whole: starts, cold processes, loads. */
  runs: number;
  /** Questions of each kind; reports added. */
  times: number;
  /** Seconds for each format; files read for the memory. */
  seconds: number;
  files: number;
}

export const quick: Profile = {
  name: 'quick',
  sizes: [1000, 10_000],
  passages: [20_000],
  runs: 3,
  times: 30,
  seconds: 3,
  files: 500,
};

/** 200,000 reports take 10 GB of disk and 8 GB of memory: `--sizes 1000,10000,50000,200000`. */
export const full: Profile = {
  name: 'full',
  sizes: [1000, 10_000, 50_000],
  passages: [50_000, 200_000, 500_000],
  runs: 5,
  times: 100,
  seconds: 8,
  files: 10_000,
};
