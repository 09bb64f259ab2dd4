import { z } from 'zod';

/** The shapes of `docs/contract.md`, written from its text and not from the program's types. */

const trouble = z.looseObject({ code: z.string().min(1), message: z.string().min(1) });

export const ingestSchema = z
  .strictObject({
    files: z.array(
      z.looseObject({
        path: z.string().min(1),
        status: z.enum(['added', 'updated', 'unchanged', 'rejected']),
        reportId: z.string().nullable(),
        agency: z.string().nullable(),
        year: z.number().int().nullable(),
        warnings: z.array(trouble),
        error: trouble.nullable(),
      }),
    ),
    added: z.number(),
    updated: z.number(),
    unchanged: z.number(),
    rejected: z.number(),
  })
  .refine(
    (summary) =>
      summary.added + summary.updated + summary.unchanged + summary.rejected === summary.files.length,
  );

const place = { line: z.number().int().positive().optional(), page: z.number().int().positive().optional() };
const finding = z.looseObject({
  rule: z.string(),
  severity: z.enum(['error', 'warning', 'notice']),
  message: z.string(),
  readings: z.array(z.string()),
  printed: z.number().nullable(),
  computed: z.number().nullable(),
});
const level = z.string().nullable();
const date = z.string().regex(/^\d{4}-\d\d-\d\d$/);

export const reportSchema = z.looseObject({
  id: z.string(),
  agency: z.strictObject({
    name: z.string(),
    aliases: z.array(z.string()),
    region: z.strictObject({ province: level, city: level, county: level, town: level }),
  }),
  year: z.number().int(),
  title: z.string(),
  edition: z.enum(['2019', '2021', 'mixed']),
  publishedAt: date.nullable(),
  period: z.object({ from: date, to: date }).nullable(),
  contact: z.looseObject({}).nullable(),
  source: z.object({
    file: z.string(),
    format: z.string(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    ingestedAt: z.iso.datetime(),
  }),
  readings: z.record(
    z.string(),
    z.strictObject({
      value: z.number().nullable(),
      raw: z.string(),
      status: z.enum(['reported', 'blank']),
      source: z.strictObject({ text: z.string(), ...place }),
    }),
  ),
  sections: z.array(z.strictObject({ number: z.number().int(), heading: z.string(), text: z.string() })),
  problems: z.array(z.string()),
  improvements: z.array(z.string()),
  claims: z.array(
    z.strictObject({ text: z.string(), value: z.number(), unit: z.string(), about: z.string().nullable() }),
  ),
  findings: z.array(finding),
});

export const answerSchema = z.strictObject({
  question: z.string(),
  kind: z.enum([
    'value',
    'comparison',
    'ranking',
    'aggregate',
    'trend',
    'summary',
    'problems',
    'improvements',
    'passages',
    'audit',
    'contact',
    'list',
    'clarify',
    'not-held',
    'not-understood',
    'help',
  ]),
  agencies: z.array(z.string()),
  years: z.array(z.number().int()),
  readings: z.array(z.string()),
  values: z.array(
    z.strictObject({
      agency: z.string(),
      year: z.number().int(),
      reading: z.string(),
      label: z.string(),
      value: z.number().nullable(),
      unit: z.string(),
      status: z.enum(['reported', 'blank', 'absent', 'derived']),
      citation: z
        .strictObject({ reportId: z.string(), section: z.string(), text: z.string(), ...place })
        .nullable(),
    }),
  ),
  passages: z.array(
    z.looseObject({
      reportId: z.string(),
      agency: z.string(),
      year: z.number().int(),
      section: z.string(),
      text: z.string(),
      score: z.number(),
    }),
  ),
  reports: z.array(z.string()),
  findings: z.array(finding),
  options: z.array(z.string()),
  text: z.string().min(1),
});

export const errorSchema = z.strictObject({ error: trouble });
