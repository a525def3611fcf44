import type { EntryDraft } from '#domain/records/entry.ts';
import type { FormValues } from '#ui/form-values.ts';

export type EntryValues = FormValues<EntryDraft>;

/** A copy: the form goes on changing its own values. Fields it does not know are still in them. */
export const draftOf = (values: EntryValues): EntryDraft => structuredClone(values) as EntryDraft; // made from one
