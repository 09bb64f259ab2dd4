import { z } from 'zod';
import type { ChatRecord } from './model.ts';

const scope = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({ kind: z.literal('agency'), agencyId: z.string(), name: z.string() }),
  z.strictObject({
    kind: z.literal('region'),
    level: z.enum(['province', 'city', 'county', 'town']),
    name: z.string(),
  }),
  z.strictObject({
    kind: z.literal('agency-kind'),
    agencyKind: z.enum(['government', 'town', 'subdistrict', 'bureau', 'centre', 'other']),
  }),
  z.strictObject({ kind: z.literal('keywords'), words: z.array(z.string().min(1)).min(1) }),
]);

/** The file by which a chat's subscriptions are kept or taken to another bot. */
export const transferSchema = z.strictObject({
  format: z.literal('nianbao-subscriptions'),
  version: z.literal(1),
  subscriptions: z
    .array(
      z.strictObject({
        scope,
        onlyFindings: z.boolean(),
        delivery: z.enum(['now', 'daily', 'weekly']),
        silent: z.boolean(),
      }),
    )
    .max(1000),
  muted: z.array(z.string()).max(10_000),
});
export type Transfer = z.infer<typeof transferSchema>;

export function exportRecord(record: ChatRecord): Transfer {
  const subscriptions = record.subscriptions.map(({ scope, onlyFindings, delivery, silent }) => ({
    scope,
    onlyFindings,
    delivery,
    silent,
  }));
  return { format: 'nianbao-subscriptions', version: 1, subscriptions, muted: record.muted };
}

/** Not such a file: `path` says where inside it. */
export class TransferError extends Error {
  readonly code = 'not-subscriptions';
  constructor(
    readonly path: string,
    reason: string,
    cause?: unknown,
  ) {
    super(`不是可导入的订阅文件${path ? `（${path}）` : ''}：${reason}`, { cause });
    this.name = 'TransferError';
  }
}

/** @throws {TransferError} */
export function parseTransfer(text: string): Transfer {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    throw new TransferError('', '内容不是 JSON', error);
  }
  const result = transferSchema.safeParse(content);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new TransferError(issue?.path.join('.') ?? '', issue?.message ?? '格式不符', result.error);
}
