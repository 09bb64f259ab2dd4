import { z } from 'zod';

const warning = z.looseObject({ code: z.string(), message: z.string() });
export const fileOutcomeSchema = z.object({
  path: z.string(),
  status: z.enum(['added', 'updated', 'unchanged', 'rejected']),
  reportId: z.string().nullable(),
  agency: z.string().nullable(),
  year: z.number().nullable(),
  warnings: z.array(warning),
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
});

/** Sent to the writer. `content` is base64 and comes with the name of what cannot be read from the disk. */
export const requestSchema = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('ingest'), paths: z.array(z.string()) }),
  z.strictObject({ do: z.literal('upload'), name: z.string(), content: z.string() }),
  z.strictObject({ do: z.literal('remove'), reportId: z.string() }),
]);
export type Request = z.infer<typeof requestSchema>;

/** Sent back, one JSON object a line, as things happen. */
export const eventSchema = z.discriminatedUnion('event', [
  z.strictObject({ event: z.literal('file'), file: fileOutcomeSchema }),
  z.strictObject({ event: z.literal('progress'), done: z.number(), total: z.number() }),
  z.strictObject({ event: z.literal('end'), removed: z.boolean().optional() }),
  z.strictObject({ event: z.literal('failed'), code: z.string(), message: z.string() }),
]);
export type Event = z.infer<typeof eventSchema>;
