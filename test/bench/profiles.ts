export interface Profile {
  name: 'quick' | 'full';
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
  /** Seconds for which the bot is asked over Telegram. */
  telegram: number;
}

export const quick: Profile = {
  name: 'quick',
  sizes: [1000, 10_000],
  passages: [20_000, 200_000],
  runs: 3,
  times: 30,
  seconds: 3,
  files: 500,
  telegram: 15,
};

/** 200,000 reports take 4 GB of disk and 4 GB of memory. */
export const full: Profile = {
  name: 'full',
  sizes: [1000, 10_000, 50_000, 200_000],
  passages: [50_000, 200_000, 500_000],
  runs: 3,
  times: 100,
  seconds: 6,
  files: 4000,
  telegram: 60,
};
