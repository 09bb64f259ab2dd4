/** What a command ends with, as `docs/contract.md` says. */
export const exit = {
  done: 0,
  /** Done in part, or some input was refused. */
  partly: 1,
  wrongCall: 2,
} as const;

export type ExitCode = (typeof exit)[keyof typeof exit];

/** The call cannot be carried out as it was typed. */
export class UsageError extends Error {
  readonly code = 'usage';
}

/** The call is right, but what it asks for cannot be had: told in one sentence, exit 1. */
export class RefusedError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly details: Record<string, unknown> = {},
  ) {
    super(message);
  }
}
