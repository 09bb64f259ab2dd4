export type SnapshotErrorCode = 'snapshot-version' | 'snapshot-corrupt' | 'snapshot-settings';

/**
 * A snapshot cannot be used: written by another version, with other settings, or damaged. Nothing was restored;
 * the index can be built anew from the texts.
 */
export class SnapshotError extends Error {
  constructor(
    readonly code: SnapshotErrorCode,
    reason: string,
    cause?: unknown,
  ) {
    super(reason, { cause });
    this.name = 'SnapshotError';
  }
}
