import { z } from 'zod';

const key = z
  .string()
  .regex(/^[a-z][A-Za-z]*(\.[a-z][A-Za-z]*)*$/, 'a key is camelCase words joined with dots');
const label = z.string().min(1);
const column = z.strictObject({ key, label });

/** `data/catalogue/<edition>.json`: the rows and columns that one official notice prescribes. */
export const editionSchema = z.strictObject({
  edition: z.enum(['2019', '2021']),
  notice: label,
  disclosure: z.strictObject({
    title: label,
    rows: z.array(
      z.strictObject({
        key,
        label,
        article: label,
        unit: label.optional(),
        columns: z.array(column.extend({ unit: label.optional() })).min(1),
      }),
    ),
  }),
  applications: z.strictObject({
    title: label,
    unit: label,
    columns: z.array(column).length(7),
    rows: z.array(z.strictObject({ key, path: z.array(label).min(1) })),
  }),
  reviews: z.strictObject({
    title: label,
    unit: label,
    blocks: z.array(z.strictObject({ key, path: z.array(label).min(1) })),
    columns: z.array(column),
  }),
});
export type EditionData = z.infer<typeof editionSchema>;

/** `data/catalogue/derived.json`: what is computed from readings, never printed. */
export const derivedSchema = z.strictObject({
  /** Sums of rows of table 三 (or of blocks of table 四), for each of its columns. */
  sums: z.array(
    z.strictObject({
      key,
      label,
      table: z.enum(['applications', 'reviews']).optional(),
      sumOf: z.array(key).min(2),
    }),
  ),
  /** (sum of the numerator) / (sum of the denominator), in percent. */
  rates: z.array(
    z.strictObject({
      id: z.string().startsWith('rates.'),
      label,
      unit: z.literal('%'),
      numerator: z.array(z.string()).min(1),
      denominator: z.array(z.string()).min(1),
    }),
  ),
});
export type DerivedData = z.infer<typeof derivedSchema>;
