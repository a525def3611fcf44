import * as z from 'zod/mini';
import { DecisionRecordForm } from '#domain/policies/profile-forms.ts';
import type { ChildRecord } from './child-record.ts';

const text = z.string();

/** A model that was chosen as a help to think, with the words of its steps as they were shown. */
const RecordedReflection = z.looseObject({
  model: text,
  label: text,
  steps: z.array(z.looseObject({ key: text, label: text, text })),
});
export type RecordedReflection = z.infer<typeof RecordedReflection>;

/** Part A as the practitioner wrote it, under the policy's own headings (A4). */
const RecordedPartA = z.looseObject({
  title: text,
  /** The title of what the supervisor writes after it. */
  partBTitle: text,
  by: text,
  /** When it was shared. */
  at: text,
  lines: z.array(z.looseObject({ key: text, label: text, text })),
});
export type RecordedPartA = z.infer<typeof RecordedPartA>;

/**
 * What only some records of a child have. It stands here and not in ChildRecord's own schema, which is
 * fetched before Home is drawn and keeps what it does not name.
 */
const OfForms = z.looseObject({
  organisation: z.optional(text),
  partA: z.optional(RecordedPartA),
  decisionForm: z.optional(DecisionRecordForm),
  reflection: z.optional(RecordedReflection),
});
export type OfForms = z.infer<typeof OfForms>;

export const formsOf = (record: ChildRecord): OfForms => OfForms.safeParse(record).data ?? {};
